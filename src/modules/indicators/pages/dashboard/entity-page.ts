import { barChart, chartFigure } from '#kernel/charts/index.ts';
import { emptyState, statRow, table } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import { addDays, sayDay, type LocalDate } from '#kernel/clock.ts';
import type { PageContent } from '#kernel/http/index.ts';
import type { ProcedureRow } from '../../domain/dashboard/figures.ts';
import type { GoalRow } from '../../domain/dashboard/rows.ts';
import { openMax, type DayRow } from '../../store/dashboard/operation.ts';
import { sheetLinks } from './downloads.ts';
import { goalsTable, yearForm } from './home-page.ts';
import { entityHref } from './parts.ts';

/** What the page of an entity shows. */
export type EntityShown = {
  readonly entity: { readonly key: string; readonly name: string; readonly acronym: string }; readonly rows: readonly GoalRow[]; readonly year: number; readonly years: readonly number[];
  readonly procedures: readonly ProcedureRow[]; readonly days: readonly DayRow[]; readonly from: LocalDate; readonly today: LocalDate;
};

/** How an entity stands: its goals in one screen, and below them what its procedures did in the last four weeks. */
export function entityPage({ entity, rows, year, years, procedures, days, from, today }: EntityShown): PageContent {
  const sum = (of: 'received' | 'finished' | 'waiting' | 'late'): number => procedures.reduce((total, each) => total + each[of], 0), count = (...which: readonly string[]): number => rows.filter(({ standing }) => which.includes(standing)).length;
  return {
    title: `Tablero: ${entity.name}`, section: '/tablero', width: 'wide', backLink: { href: `/tablero?gestion=${year}`, text: 'Tablero' }, description: `Cómo van las metas de gobierno electrónico y los trámites de ${entity.name}.`,
    main: html`<span class="govuk-caption-l">${entity.acronym}</span><h1 class="govuk-heading-l">${entity.name}</h1>${yearForm(entityHref(entity.key), year, years)}
      ${statRow([{ value: count('reached', 'near'), label: 'metas alcanzadas o cerca' }, { value: count('late'), label: 'atrasadas' }, { value: number.format(sum('received')), label: 'solicitudes recibidas en cuatro semanas' }, { value: number.format(sum('finished')), label: 'terminadas' }, { value: number.format(sum('waiting')), label: 'en espera ahora' }, { value: number.format(sum('late')), label: 'fuera de plazo ahora' }])}
      <h2 class="govuk-heading-m">Metas con cifras de esta entidad</h2>${rows.length === 0 ? emptyState({ title: `Todavía no hay cifras de ${year}`, body: 'Aparecen cuando sus trámites funcionan, o cuando declara un indicador y se lo aceptan.' }) : html`${goalsTable(rows, 'Metas de la entidad')}${sheetLinks(`/tablero/datos/entidad/${entity.key}/${year}`)}`}
      <h2 class="govuk-heading-m">Trámites en las últimas cuatro semanas</h2><p class="govuk-body">Del ${sayDay(from)} al ${sayDay(today)}. No se muestran los trámites confidenciales.</p>
      ${procedures.length === 0 ? emptyState({ title: 'Ningún movimiento', body: 'En estos días no entró ni salió ninguna solicitud en línea, y ninguna espera.' }) : html`${weeksChart(days, from)}${proceduresTable(procedures)}${sheetLinks(`/tablero/datos/entidad/${entity.key}/tramites`)}`}${sum('waiting') >= openMax && html`<p class="govuk-body app-muted">Lo que espera se mira uno por uno hasta ${number.format(openMax)}; esta entidad tiene más.</p>`}
`,
  };
}

const number = new Intl.NumberFormat('es-BO', { maximumFractionDigits: 0 });

const weeksShown = 4, weekDays = 7;

function weeksChart(days: readonly DayRow[], from: LocalDate): Html {
  const weeks = Array.from({ length: weeksShown }, (_, index) => { const first = addDays(from, index * weekDays), last = addDays(first, weekDays - 1); return { first, last, of: days.filter(({ day }) => day >= first && day <= last) }; });
  const sum = (of: 'received' | 'finished') => weeks.map((week) => week.of.reduce((total, each) => total + each[of], 0)), short = (day: LocalDate): string => `${Number(day.slice(8))}/${Number(day.slice(5, 7))}`;
  return chartFigure(barChart({ title: 'Solicitudes por semana', categories: weeks.map(({ first, last }) => `${short(first)} a ${short(last)}`), series: [{ name: 'Recibidas', values: sum('received') }, { name: 'Terminadas', values: sum('finished') }] }));
}

/** Procedures with what came in, what was finished, in term, what waits and what is late. */
export const proceduresTable = (procedures: readonly ProcedureRow[]): Html => table({
  caption: 'Por trámite', captionHidden: true, cards: true, firstCellNames: true, numericColumns: [1, 2, 3, 4, 5], head: ['Trámite', 'Recibidas', 'Terminadas', 'En plazo', 'En espera', 'Fuera de plazo'],
  rows: procedures.map(({ procedureId, title, received, finished, inTerm, withTerm, waiting, late }) => [
    title ?? procedureId.replace(/^.*\//, '').replaceAll('-', ' '), number.format(received), number.format(finished), withTerm === 0 ? 'Sin base' : `${number.format(inTerm)} de ${number.format(withTerm)}`, number.format(waiting), late === 0 ? '0' : html`<strong>${number.format(late)}</strong>`,
  ]),
});
