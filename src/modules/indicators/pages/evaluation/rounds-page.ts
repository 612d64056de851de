import { button, dateField, emptyState, errorSummary, postForm, select, table, tag } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import { localDateOf, sayDay } from '#kernel/clock.ts';
import type { Context, PageContent } from '#kernel/http/index.ts';
import type { EvaluationState } from '../../domain/evaluation/evaluation.ts';
import type { Round } from '../../store/evaluation/rounds.ts';
import { yearHref } from './addresses.ts';
import { evaluationTag } from './parts.ts';

/** What the list of years shows. */
export type RoundsShown = {
  readonly ctx: Context; readonly rounds: readonly (Round & { readonly own: EvaluationState | undefined })[];
  /** Years that the agency may open now; empty for everybody else. */
  readonly openable: readonly number[];
  readonly typed: { readonly year: string; readonly day: string; readonly month: string; readonly dueYear: string; readonly problems: readonly { readonly field: string; readonly text: string }[] };
};

/** The years that are evaluated; the agency opens them here. */
export const roundsPage = (shown: RoundsShown): PageContent => ({
  title: 'Evaluaciones', section: '/plan', width: 'wide', noIndex: true, hasErrors: shown.typed.problems.length > 0, backLink: { href: '/plan', text: 'Planificación' },
  main: html`${errorSummary(shown.typed.problems.map(({ field, text }) => ({ href: `#${field}`, text })))}<h1 class="govuk-heading-l">Evaluaciones</h1>
    <p class="govuk-body">Cada año las entidades informan cómo avanzó su gobierno electrónico, y la AGETIC responde. El último año del plan se hace la evaluación final (plan nacional, capítulo 6.2).</p>
    ${shown.rounds.length === 0 ? emptyState({ title: 'Todavía no hay años abiertos', body: 'Cuando la AGETIC abra un año lo verá aquí, con lo que el sistema ya sabe de su entidad.' }) : roundsTable(shown)}${shown.openable.length > 0 && openForm(shown)}`,
});

const roundsTable = ({ rounds }: RoundsShown): Html => table({
  caption: 'Años', captionHidden: true, cards: true, firstCellNames: true, head: ['Año', 'Se entrega hasta', 'Año evaluado', ...(rounds.some(({ own }) => own) ? ['Su entidad'] : [])],
  rows: rounds.map(({ year, due, closedAt, own }) => [html`<a class="govuk-link" href="${yearHref(year)}">${year}</a>`, sayDay(due), closedAt === null ? tag({ text: 'Abierto', colour: 'blue' }) : html`${tag({ text: 'Cerrado', colour: 'grey' })} el ${sayDay(localDateOf(closedAt))}`, ...(own ? [evaluationTag(own)] : rounds.some((each) => each.own) ? ['—'] : [])]),
});

function openForm({ ctx, openable, typed }: RoundsShown): Html {
  const problem = (field: string): string | undefined => typed.problems.find((each) => each.field === field)?.text;
  return html`<h2 class="govuk-heading-m">Abrir un año</h2><p class="govuk-body">Se abre para todas las entidades a la vez. Mientras esté abierto pueden escribir, enviar y corregir.</p>${postForm({ csrf: ctx.csrf, action: '/plan/evaluacion', body: [
    select({ id: 'gestion', name: 'gestion', label: 'Año', value: typed.year || String(openable[0] ?? ''), error: problem('gestion'), options: openable.map((year) => ({ value: String(year), text: String(year) })) }),
    dateField({ id: 'plazo', name: 'plazo', label: '¿Hasta cuándo se entrega?', hint: 'Por ejemplo, 28 2 2027.', day: typed.day, month: typed.month, year: typed.dueYear, error: problem('plazo') }), button({ text: 'Abrir el año' }),
  ] })}`;
}
