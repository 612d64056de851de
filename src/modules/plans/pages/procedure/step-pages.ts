import { approvalProviders } from '../../approval/index.ts';
import { button, buttonGroup, errorSummary, hiddenField, insetText, postForm, summaryList, textArea, textField, warningText } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import type { Context, PageContent } from '#kernel/http/index.ts';
import type { Plan, PlanId } from '../../domain/plan/plan.ts';
import type { Observation } from '../../domain/procedure/types.ts';
import { planHref } from '../plan/addresses.ts';
import { threadOf } from './parts.ts';

/** What a page that takes a step of the procedure is given. */
export type StepShown = { readonly ctx: Context; readonly plan: Plan; readonly seen: number; readonly problem?: string | undefined };

const back = (id: PlanId) => ({ href: planHref(id, '/tramite'), text: 'Trámite del plan' });

function stepPage({ ctx, plan, seen, problem }: StepShown, title: string, field: string, body: Html, buttons: Html): PageContent {
  return {
    title, section: '/plan', noIndex: true, backLink: back(plan.id), hasErrors: problem !== undefined,
    main: html`${errorSummary(problem === undefined ? [] : [{ href: `#${field}`, text: problem }])}<span class="govuk-caption-l">${plan.title}</span><h1 class="govuk-heading-l">${title}</h1>${postForm({ csrf: ctx.csrf, body: html`${hiddenField('paso', seen)}${body}${buttons}` })}`,
  };
}

const cancel = (id: PlanId): Html => html`<a class="govuk-link" href="${planHref(id, '/tramite')}">Dejarlo para después</a>`;

/** Asks whether the plan is to be registered. */
export const registerPage = (shown: StepShown): PageContent => stepPage(shown, 'Registrar el plan', 'registro', html`<div id="registro">
  <p class="govuk-body">Al registrarlo, el plan pasa a revisión de la AGETIC. Mientras ella lo revisa, su contenido no se cambia.</p></div>`, buttonGroup(button({ text: 'Registrar el plan' }), cancel(shown.plan.id)));

/** Asks for an answer to each open observation. Saving keeps them; sending registers the adjusted plan again. */
export const answersPage = (shown: StepShown, open: readonly Observation[], answers: Readonly<Record<number, string>>): PageContent => stepPage(shown, 'Responder las observaciones', `respuesta-${open[0]?.number ?? ''}`, html`
  <p class="govuk-body">Corrija el plan en sus <a class="govuk-link" href="${planHref(shown.plan.id)}">secciones</a> y diga aquí, para cada observación, qué cambió o por qué no cambió nada.</p>
  <h2 class="govuk-heading-m">Observaciones</h2>${open.map((one) => threadOf(one, textArea({ id: `respuesta-${one.number}`, name: `respuesta-${one.number}`, label: html`Respuesta a la observación ${one.number}`, value: answers[one.number], maxLength: 2_000, rows: 3 })))}
  ${insetText('Al enviarlo, el plan vuelve a la AGETIC y su contenido deja de poder cambiarse.')}`,
buttonGroup(button({ text: 'Enviar el plan ajustado', name: 'hacer', value: 'enviar' }), button({ text: 'Guardar sin enviar', kind: 'secondary', name: 'hacer', value: 'guardar' })));

/** Asks to approve in digital form, and says what such an approval proves. */
export function approvePage(shown: StepShown, sha256: string): PageContent {
  const [{ name, asks, proves }] = approvalProviders;
  return stepPage(shown, 'Aprobar el plan en forma digital', 'clave', html`
    <p class="govuk-body">Al aprobarlo, el contenido del plan queda fijo para siempre y recibe un código identificador. La máxima autoridad lo citará en su resolución.</p>
    ${summaryList([{ key: 'Plan', value: `${shown.plan.title}, versión ${shown.plan.version}` }, { key: 'Huella del contenido (SHA-256)', value: html`<span class="app-code">${sha256}</span>` }, { key: 'Cómo se aprueba', value: name }])}
    ${insetText(html`${proves.map((sentence) => html`<p class="govuk-body">${sentence}</p>`)}`)}${warningText('Una vez aprobado, el contenido no se puede cambiar: un cambio es otra versión.')}
    ${textField({ id: 'clave', name: 'clave', label: asks.label, hint: asks.hint, type: asks.isSecret ? 'password' : 'text', autocomplete: 'current-password', width: 20, error: shown.problem })}`, buttonGroup(button({ text: 'Aprobar el plan' }), cancel(shown.plan.id)));
}

/** Asks for the reason why a plan in force is closed. */
export const closePage = (shown: StepShown, reason: string): PageContent => stepPage(shown, 'Cerrar el plan', 'motivo', html`
  ${warningText('Un plan cerrado no vuelve a estar vigente. Si quiere cambiarlo, empiece una nueva versión: la actual sigue vigente hasta que la nueva lo esté.')}
  ${textArea({ id: 'motivo', name: 'motivo', label: 'Motivo', hint: 'Queda en la historia del plan. Hasta 1000 caracteres.', maxLength: 1_000, value: reason, error: shown.problem })}`, buttonGroup(button({ text: 'Cerrar el plan', kind: 'warning' }), cancel(shown.plan.id)));
