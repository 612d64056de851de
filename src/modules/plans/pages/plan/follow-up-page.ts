import { renderPage, type FormPage, type PostedState } from '#modules/forms/index.ts';
import { progressBar } from '#kernel/charts/index.ts';
import { localDateOf, sayDay } from '#kernel/clock.ts';
import { emptyState, insetText, linkButton, summaryList, table } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import type { Context, PageContent } from '#kernel/http/index.ts';
import { bob, sayMoney } from '#kernel/money.ts';
import { sayText } from '#kernel/text.ts';
import { followUpForm } from '../../content/plan/follow-up-form.ts';
import { cell, figure, rowsIn } from '../../domain/plan/content.ts';
import { isFollowed, type FollowUpNote } from '../../domain/plan/follow-up.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { ScheduledTask } from '../../domain/schedule/schedule.ts';
import type { FollowUp } from '../../store/plan/follow-up.ts';
import { planHref } from './addresses.ts';
import { exampleNote } from './parts.ts';

/** What the follow-up of a plan shows. */
export type ShownFollowUp = { readonly plan: Plan; readonly tasks: readonly ScheduledTask[]; readonly followUp: FollowUp; readonly mayWrite: boolean };

/** How a plan goes: its quarters, its tasks, its money. */
export function followUpPage(shown: ShownFollowUp): PageContent {
  const { plan, mayWrite } = shown, reports = mayWrite && isFollowed(plan);
  return {
    title: 'Seguimiento del plan', section: '/plan', width: 'wide', noIndex: true, backLink: { href: planHref(plan.id), text: plan.title },
    main: html`<span class="govuk-caption-l">${plan.title}</span><h1 class="govuk-heading-l">Seguimiento</h1>${exampleNote(plan)}
      ${!isFollowed(plan) && insetText('Se informa de un plan cuando está vigente. Este todavía no lo está, o ya no.')}
      ${reports && html`<p>${linkButton({ href: planHref(plan.id, '/seguimiento/nota'), text: 'Informar un trimestre' })}</p>`}
      <h2 class="govuk-heading-m">Trimestres</h2>${notesPart(shown.followUp.notes)}<h2 class="govuk-heading-m">Tareas</h2>${tasksPart(shown, reports)}<h2 class="govuk-heading-m">Gasto</h2>${spendingPart(shown, reports)}`,
  };
}

const quarters: Readonly<Record<string, string>> = { 1: 'enero a marzo', 2: 'abril a junio', 3: 'julio a septiembre', 4: 'octubre a diciembre' };

const notesPart = (notes: readonly FollowUpNote[]): Html => (notes.length === 0 ? emptyState({ title: 'Todavía no hay informes', body: 'Cada trimestre se anota qué se hizo, qué sigue y qué lo puede atrasar.' }) : html`${notes.map(({ year, quarter, done, next, risks, at }) => html`
  <h3 class="govuk-heading-s">${year}, ${quarters[quarter]}</h3>${summaryList([{ key: 'Qué se hizo', value: done }, { key: 'Qué sigue', value: next }, { key: 'Qué lo puede atrasar', value: risks === '' ? html`<span class="app-muted">No se dijo</span>` : risks }, { key: 'Informado', value: sayDay(localDateOf(at)) }])}`)}`);

function tasksPart({ plan, tasks, followUp: { progress, baseline } }: ShownFollowUp, reports: boolean): Html {
  if (tasks.length === 0) return emptyState({ title: 'El plan no tiene tareas', body: 'Sin tareas no hay avance que medir.' });
  return table({
    caption: 'Avance de las tareas', captionHidden: true, cards: true, firstCellNames: true, head: ['Tarea', 'Termina', 'Se aprobó para', 'Avance', ...(reports ? ['Acciones'] : [])],
    rows: tasks.map(({ code, name, to }) => {
      const done = progress.get(code), base = baseline.get(code);
      return [html`${code}. ${name}`, sayDay(to), base === undefined ? '—' : sayDay(base.to), done === undefined ? html`<span class="app-muted">Sin informar</span>` : html`${progressBar({ percent: done.percent, label: name })} ${done.percent} %`,
        ...(reports ? [html`<a class="govuk-link" href="${planHref(plan.id, `/seguimiento/avance/${code}`)}">Anotar avance<span class="govuk-visually-hidden"> de ${code}</span></a>`] : [])];
    }),
  });
}

function spendingPart({ plan, followUp: { spendings } }: ShownFollowUp, reports: boolean): Html {
  const items = rowsIn(plan.content, 'partidas');
  if (items.length === 0) return emptyState({ title: 'El presupuesto no tiene partidas', body: 'El gasto se anota por partida, y el plan sólo tiene montos por fase o no tiene ninguno.' });
  return table({
    caption: 'Gasto por partida', captionHidden: true, cards: true, firstCellNames: true, numericColumns: [1, 2, 3], head: ['Partida', 'Presupuesto', 'Gastado', 'Queda', ...(reports ? ['Acciones'] : [])],
    rows: items.map((row) => {
      const code = cell(row, 'codigo'), planned = figure(row, 'monto') ?? 0, spent = spendings.filter(({ item }) => item === code).reduce((total, { amountMinor }) => total + amountMinor, 0);
      return [html`${code}. ${cell(row, 'detalle')}`, sayMoney(bob(planned)), sayMoney(bob(spent)), sayMoney(bob(planned - spent)), ...(reports ? [html`<a class="govuk-link" href="${planHref(plan.id, `/seguimiento/gasto/${code}`)}">Anotar gasto<span class="govuk-visually-hidden"> de ${code}</span></a>`] : [])];
    }),
  });
}

/** One report, as it is written. `about` names the task or the line of the budget; `action` is where it is sent. */
export const reportPage = (ctx: Context, plan: Plan, page: FormPage, about: string, action: string, { errors, entered, asksMore }: PostedState): PageContent => ({
  title: sayText(page.title), section: '/plan', noIndex: true, hasErrors: errors.length > 0, backLink: { href: planHref(plan.id, '/seguimiento'), text: 'Seguimiento' },
  main: renderPage({ ...followUpForm, pages: [page] }, page, {}, errors, { caption: about, csrf: ctx.csrf, context: { now: ctx.now }, entered, asksMore, action, submitText: 'Guardar', lead: exampleNote(plan) }),
});
