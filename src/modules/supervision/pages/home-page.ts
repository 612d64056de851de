import { barChart, chartFigure } from '#kernel/charts/index.ts';
import { emptyState, insetText, roomList, statRow, table, type Room } from '#kernel/html/components.ts';
import { html, type Child, type Html } from '#kernel/html/html.ts';
import type { PageContent } from '#kernel/http/index.ts';
import type { Figures } from '../domain/dashboard/figures.ts';
import type { Side } from '../domain/examination.ts';
import { stateRows } from '../domain/follow-up/states.ts';

/** What the first page of control shows. */
export type Home = { readonly side: Side; readonly entityName: string; readonly figures: Figures; readonly mine: number;
  /** Results of the checks that nobody has dealt with: of the own entity, or of all for whoever examines. */
  readonly results: number; readonly nameOf: (id: string) => string };

const rooms: readonly (Room & { readonly side?: Side })[] = [
  { href: '/control/examenes', name: 'Exámenes', does: 'Informes con sus hallazgos y recomendaciones.' },
  { href: '/control/recomendaciones', name: 'Recomendaciones', does: 'Cómo va cada una, desde la más antigua.' },
  { href: '/control/comprobaciones', name: 'Comprobaciones', does: 'Lo que se revisa solo cada día, antes de que nadie lo pregunte.' },
  { href: '/control/plazos', name: 'Plazos', does: 'Cuánto tiempo hay para cada paso, y qué norma lo fija.', side: 'examiner' },
];

const roomsFor = (side: Side, results: number): readonly Room[] => rooms.filter((room) => room.side === undefined || room.side === side)
  .map((room) => (room.href === '/control/comprobaciones' && results > 0 ? { ...room, does: `${room.does} Sin atender: ${results}.` } : room));

/** Where control begins: how the recommendations stand, and where to go on. */
export const homePage = ({ side, entityName, figures, mine, results, nameOf }: Home): PageContent => ({
  title: 'Control', section: '/control', width: 'wide', noIndex: true,
  main: html`<span class="govuk-caption-l">${entityName}</span><h1 class="govuk-heading-l">Control</h1>
    ${figures.all === 0 ? emptyState(nothing[side]) : numbers(figures, mine)}${figures.hasExamples && insetText('Las cifras cuentan también las recomendaciones de un ejemplo.')}
    ${roomList(roomsFor(side, results))}
    ${figures.all > 0 && html`${charts(figures)}${side === 'examiner' && entities(figures, nameOf)}`}`,
});

const nothing = {
  examiner: { title: 'Todavía no hay recomendaciones notificadas', body: 'Cuando notifique un informe, aquí verá cómo va cada recomendación.' },
  examined: { title: 'Su entidad no tiene recomendaciones', body: 'Cuando una entidad de control le notifique un informe, aquí verá qué le toca y para cuándo.' },
} as const satisfies Record<Side, { readonly title: string; readonly body: string }>;

const percent = new Intl.NumberFormat('es-BO', { maximumFractionDigits: 0 });
const sayPercent = (share: number | undefined): string => (share === undefined ? 'Sin base' : `${percent.format(share)} %`);

const numbers = ({ open, overdue, implemented, closed }: Figures, mine: number): Html => statRow([
  { value: String(mine), label: 'esperan algo de usted', href: '/control/recomendaciones?turno=si' }, { value: String(overdue), label: overdue === 1 ? 'vencida' : 'vencidas', href: '/control/recomendaciones?vencidas=si' },
  { value: String(open), label: open === 1 ? 'abierta' : 'abiertas', href: '/control/recomendaciones' }, { value: sayPercent(implemented), label: 'cumplidas', note: `${closed} ${closed === 1 ? 'cerrada' : 'cerradas'}` },
]);

const charts = ({ byState, byAge, open }: Figures): Child => html`<h2 class="govuk-heading-m">Cómo van</h2>
  ${chartFigure(barChart({ title: 'Recomendaciones por estado', decimals: 0, categories: byState.map(({ state }) => stateRows[state].name), series: [{ name: 'Recomendaciones', values: byState.map(({ count }) => count) }] }))}
  ${open > 0 && chartFigure(barChart({ title: 'Abiertas, por tiempo desde que se notificaron', decimals: 0, categories: byAge.map(({ name }) => name), series: [{ name: 'Recomendaciones', values: byAge.map(({ count }) => count) }] }))}`;

const entities = ({ byEntity }: Figures, nameOf: Home['nameOf']): Html => html`<h2 class="govuk-heading-m">Por entidad</h2>${table({
  caption: 'Recomendaciones por entidad', captionHidden: true, cards: true, head: ['Entidad', 'Notificadas', 'Abiertas', 'Vencidas', 'Cumplidas'], numericColumns: [1, 2, 3, 4],
  rows: byEntity.map((one) => [html`<a class="govuk-link" href="/control/recomendaciones?entidad=${one.examinedId}">${nameOf(one.examinedId)}</a>`, String(one.all), String(one.open), String(one.overdue), sayPercent(one.implemented)]),
})}`;
