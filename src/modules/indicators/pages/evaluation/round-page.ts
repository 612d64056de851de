import { button, linkButton, pagination, postForm, statRow, table, warningText } from '#kernel/html/components.ts';
import { html } from '#kernel/html/html.ts';
import { localDateOf, sayDay } from '#kernel/clock.ts';
import type { Context, PageContent } from '#kernel/http/index.ts';
import { toldState } from '../../domain/evaluation/evaluation.ts';
import type { countEvaluated, Evaluated, Round } from '../../store/evaluation/rounds.ts';
import { evaluationHref, yearHref } from './addresses.ts';
import { evaluationTag } from './parts.ts';

/** What the page of a year shows to the agency. */
export type RoundShown = { readonly round: Round; readonly counts: Awaited<ReturnType<typeof countEvaluated>>; readonly entities: readonly Evaluated[]; readonly next: string | undefined; readonly isFirst: boolean; readonly isFinal: boolean };

/** How far every entity is with a year. */
export const roundPage = ({ round, counts, entities, next, isFirst, isFinal }: RoundShown): PageContent => ({
  title: `Evaluación ${round.year}`, section: '/plan', width: 'wide', noIndex: true, backLink: { href: '/plan/evaluacion', text: 'Evaluaciones' },
  main: html`<h1 class="govuk-heading-l">Evaluación ${round.year}</h1><p class="govuk-body">La abrió ${round.openedByName} el ${sayDay(localDateOf(round.openedAt))}. Se entrega hasta el ${sayDay(round.due)}.${round.closedAt !== null && html` La cerró ${round.closedByName} el ${sayDay(localDateOf(round.closedAt))}: ya no cambia.`}</p>
    ${statRow([{ value: counts.open, label: 'sin empezar' }, { value: counts.writing, label: 'en registro' }, { value: counts.sent, label: 'esperan respuesta' }, { value: counts.observed, label: 'observadas' }, { value: counts.accepted, label: 'aceptadas' }])}
    ${isFinal && html`<p class="govuk-body"><a class="govuk-link" href="${yearHref(round.year, '/final')}">Evaluación final del plan</a></p>`}
    ${table({ caption: 'Entidades', captionHidden: true, cards: true, firstCellNames: true, head: ['Entidad', 'Situación', 'Último movimiento'], rows: entities.map(({ key, name, state, movedAt }) => [html`<a class="govuk-link" href="${evaluationHref(round.year, key)}">${name}</a>`, evaluationTag(toldState(state ?? undefined, round.closedAt !== null)), movedAt === null ? '—' : sayDay(localDateOf(movedAt))]) })}
    ${pagination({ ...(isFirst ? {} : { first: yearHref(round.year) }), next: next === undefined ? undefined : `${yearHref(round.year)}?despues=${next}` })}
    ${round.closedAt === null && html`<p class="govuk-body">${linkButton({ href: yearHref(round.year, '/cierre'), text: 'Cerrar el año', kind: 'secondary' })}</p>`}`,
});

/** Asks whether a year is to be closed for good. */
export const closePage = (ctx: Context, { year }: Round, { open, writing, sent, observed }: RoundShown['counts']): PageContent => ({
  title: `Cerrar la evaluación ${year}`, section: '/plan', noIndex: true, backLink: { href: yearHref(year), text: `Evaluación ${year}` },
  main: html`<h1 class="govuk-heading-l">Cerrar la evaluación ${year}</h1>${warningText('No se puede deshacer. Lo que se declaró y escribió para ese año ya no cambia.')}
    ${sent > 0 ? html`<p class="govuk-body">Todavía no se puede: ${sent === 1 ? 'una evaluación enviada espera' : `${sent} evaluaciones enviadas esperan`} respuesta. Acéptelas u obsérvelas primero.</p>` : html`<p class="govuk-body">${open + writing + observed === 0 ? 'Todas las entidades tienen su evaluación aceptada.' : `Quedan sin aceptar ${open + writing + observed}: se cerrarán así, y se dirá.`}</p>${postForm({ csrf: ctx.csrf, action: yearHref(year, '/cierre'), body: button({ text: `Cerrar la evaluación ${year}`, kind: 'warning' }) })}`}`,
});
