import { barChart, chartFigure } from '#kernel/charts/index.ts';
import { html, type Html } from '#kernel/html/html.ts';
import type { PageContent } from '#kernel/http/index.ts';
import type { FrameLine } from '../../domain/dashboard/frame.ts';
import type { GoalRow } from '../../domain/dashboard/rows.ts';
import { goalsTable, yearForm } from './home-page.ts';
import { lineHref } from './parts.ts';

/** What the page of a line shows. */
export type Lined = { readonly line: FrameLine; readonly rows: readonly GoalRow[]; readonly year: number; readonly years: readonly number[]; readonly toYear: number };

/** How the goals of one line stand in a year. */
export const linePage = ({ line, rows, year, years, toYear }: Lined): PageContent => ({
  title: `Línea ${line.number}. ${line.name}`, section: '/tablero', width: 'wide', backLink: { href: `/tablero?gestion=${year}`, text: 'Tablero' }, description: `Cómo van las metas de la línea ${line.number}, ${line.name}, del plan nacional de gobierno electrónico.`,
  main: html`<span class="govuk-caption-l">Línea ${line.number}, ${year}</span><h1 class="govuk-heading-l">${line.name}</h1><p class="govuk-body">${line.about}</p>
    ${yearForm(lineHref(line.number), year, years)}${goalsTable(rows, `Metas de la línea ${line.number}`)}${shares(rows, toYear)}
    <p class="govuk-body"><a class="govuk-link" href="/planes/nacional/linea/${line.number}">Qué dice el plan de esta línea</a></p>`,
});

function shares(rows: readonly GoalRow[], toYear: number): Html {
  const shown = rows.filter(({ indicator, figure, standing }) => indicator?.unit === '%' && figure !== undefined && standing !== 'unconfirmed');
  return html`${shown.length > 0 && chartFigure(barChart({
    title: `Valor y meta de ${toYear}`, unit: '%', categories: shown.map(({ goal }) => `Meta ${goal.code}`),
    series: [{ name: 'Valor', values: shown.map(({ figure }) => figure?.value ?? null) }, { name: `Meta de ${toYear}`, values: shown.map(({ indicator }) => indicator?.goal?.value ?? null) }],
  }))}`;
}
