import { renderPage, type Answers, type Form, type PostedState } from '#modules/forms/index.ts';
import { sayDay, parseLocalDate } from '#kernel/clock.ts';
import { insetText, summaryList } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import type { Context, PageContent } from '#kernel/http/index.ts';
import { registrationForm, resolutionForm } from '../../content/procedure/forms.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { PlanProcess } from '../../domain/procedure/types.ts';
import { planHref } from '../plan/addresses.ts';

/** What a page with a form of the procedure is given: the plan, how many facts the person saw, and what was posted. */
export type FormShown = { readonly ctx: Context; readonly plan: Plan; readonly process: PlanProcess; readonly seen: number; readonly answers: Answers; readonly state: PostedState };

/** Asks the highest authority for its resolution, which must cite the code. */
export const resolutionPage = (shown: FormShown): PageContent => formPage(shown, resolutionForm, 'Aprobar por resolución', html`
  ${summaryList([{ key: 'Plan', value: `${shown.plan.title}, versión ${shown.plan.version}` }, { key: 'Código que debe citar', value: html`<span class="app-code">${shown.plan.code}</span>` }])}
  ${insetText(html`Antes de aprobar, <a class="govuk-link" href="${planHref(shown.plan.id, '/texto')}">lea el plan</a>. La resolución se emite como siempre; aquí se anota para que el plan avance.`)}`);

/** Asks the head of electronic government for the signed resolution. */
export function registrationPage(shown: FormShown): PageContent {
  const { resolution } = shown.process, day = parseLocalDate(resolution?.day ?? '');
  return formPage(shown, registrationForm, 'Registrar la resolución', html`<p class="govuk-body">La máxima autoridad aprobó el plan con la resolución ${resolution?.number}${day && ` del ${sayDay(day)}`}. Registre aquí ese mismo documento. Con esto el plan pasa a ser oficial${resolution?.confidential === true ? ', y no se publica porque se declaró confidencial' : ' y se publica'}.</p>`);
}

function formPage({ ctx, plan, seen, answers, state }: FormShown, form: Form, submitText: string, lead: Html): PageContent {
  const [first] = form.pages;
  return {
    title: submitText, section: '/plan', noIndex: true, hasErrors: state.errors.length > 0, backLink: { href: planHref(plan.id, '/tramite'), text: 'Trámite del plan' },
    main: first ? renderPage(form, first, answers, state.errors, { csrf: ctx.csrf, context: { now: ctx.now }, entered: state.entered, asksMore: state.asksMore, caption: plan.title, lead, submitText, action: `${ctx.path}?paso=${seen}` }) : html``,
  };
}
