import { sparkline } from '#kernel/charts/index.ts';
import { button, details, select, statRow, table } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import type { PageContent } from '#kernel/http/index.ts';
import { sheetLinks } from './downloads.ts';
import type { GoalRow } from '../../domain/dashboard/rows.ts';
import type { Frame, FrameLine } from '../../domain/dashboard/frame.ts';
import type { Standing } from '../../domain/dashboard/standing.ts';
import { modeMeanings, modeTag, sayFigure } from '../words.ts';
import { entityHref, figureCell, goalHref, goalText, lineHref, sayResponsible, standings, standingTag } from './parts.ts';

/** What the dashboard of the country shows. */
export type Home = { readonly frame: Frame; readonly rows: readonly GoalRow[]; readonly year: number; readonly years: readonly number[]; readonly entities: readonly { readonly key: string; readonly name: string }[] };

/** How every line and goal of the national plan stands in a year. */
export function dashboardPage(home: Home): PageContent {
  const { frame, rows, year, years } = home, count = (...which: readonly GoalRow['standing'][]): number => rows.filter(({ standing }) => which.includes(standing)).length;
  return {
    title: 'Tablero de gobierno electrónico', section: '/tablero', width: 'wide', description: `Cómo va cada meta del plan nacional de gobierno electrónico ${frame.fromYear}-${frame.toYear}: lo que se cuenta, lo que se declara y lo que falta medir.`,
    main: html`<span class="govuk-caption-l">Plan nacional ${frame.fromYear}-${frame.toYear}</span><h1 class="govuk-heading-l">Tablero de gobierno electrónico</h1>
      <p class="govuk-body">Cómo va cada meta en ${year}. Lo que el sistema puede contar se cuenta con lo que de verdad ocurre; lo demás se declara con un documento, y lo que nadie mide se dice.</p>
      ${yearForm('/tablero', year, years)}
      ${statRow([{ value: count('reached', 'near'), label: 'metas alcanzadas o cerca' }, { value: count('on_the_way'), label: 'en camino' }, { value: count('late'), label: 'atrasadas' }, { value: count('not_measured', 'no_basis', 'no_target'), label: 'sin medir o sin base' }, { value: count('unconfirmed'), label: 'por confirmar' }])}
      ${lateOnes(rows)}${details({ summary: 'Qué significa cada palabra', body: html`<ul class="govuk-list">${Object.values(standings).map(({ text, sign, means }) => html`<li><span aria-hidden="true">${sign}</span> <strong>${text}</strong>: ${means}.</li>`)}${Object.entries(modeMeanings).map(([mode, means]) => html`<li>${modeTag(mode === 'computed' || mode === 'partial' ? mode : 'reported')} ${means}.</li>`)}</ul>` })}
      <h2 class="govuk-heading-m">Las líneas</h2>${linesTable(frame.lines, rows, year)}
      ${frame.axes.map((axis) => html`<h2 class="govuk-heading-m">Metas del eje ${axis.number}. ${axis.name}</h2>${goalsTable(rows.filter(({ goal }) => frame.lines.some((line) => line.axis === axis.number && line.number === goal.line)), `Metas del eje ${axis.number}`)}`)}
      <h2 class="govuk-heading-m">Por entidad</h2>${entitiesPart(home)}
      <p class="govuk-body"><a class="govuk-link" href="/tablero/indicadores">Todos los indicadores, con su definición</a></p>${sheetLinks(`/tablero/datos/metas/${year}`)}`,
  };
}

const entitiesOpenMax = 24;

// A long list is opened by whoever looks for somebody in it.
function entitiesPart({ entities, year }: Home): Html {
  const list = html`<ul class="govuk-list app-columns">${entities.map(({ key, name }) => html`<li><a class="govuk-link" href="${entityHref(key)}?gestion=${year}">${name}</a></li>`)}</ul>`;
  return entities.length > entitiesOpenMax ? details({ summary: `Ver las ${entities.length} entidades`, body: list }) : list;
}

/** Chooses the year, without a script: the address says which. */
export const yearForm = (action: string, year: number, years: readonly number[]): Html => html`<form method="get" action="${action}" class="app-filters">${select({ id: 'gestion', name: 'gestion', label: 'Año', value: String(year), options: years.map((each) => ({ value: String(each), text: String(each) })) })}${button({ text: 'Ver', kind: 'secondary' })}</form>`;

function lateOnes(rows: readonly GoalRow[]): Html {
  const late = rows.filter(({ standing }) => standing === 'late');
  return html`${late.length > 0 && html`<h2 class="govuk-heading-m">Quién va tarde</h2><ul class="govuk-list">${late.map(({ goal }) => html`<li>${standingTag('late')} <a class="govuk-link" href="${goalHref(goal.code)}">Meta ${goal.code}</a>: responde ${sayResponsible(goal)}</li>`)}</ul>`}`;
}

const linesTable = (lines: readonly FrameLine[], rows: readonly GoalRow[], year: number): Html => table({
  caption: 'Las líneas', captionHidden: true, cards: true, firstCellNames: true, head: ['Línea', 'Cómo van sus metas'],
  rows: lines.map(({ number, name }) => [html`<a class="govuk-link" href="${lineHref(number)}?gestion=${year}">${number}. ${name}</a>`, counted(rows.filter(({ goal }) => goal.line === number).map(({ standing }) => standing))]),
});

// Each standing once, with how many goals have it where there are several.
const counted = (found: readonly Standing[]): Html => html`${[...new Set(found)].map((standing) => { const many = found.filter((each) => each === standing).length; return html`${standingTag(standing)}${many > 1 && html` <span class="app-small app-muted">en ${many} metas</span>`} `; })}`;

/** Goals with how they are measured, their figure, what is aimed at and how they stand. */
export function goalsTable(rows: readonly GoalRow[], caption: string): Html {
  const drawn = rows.some(({ course }) => course.length > 1);
  return table({
    caption, captionHidden: true, cards: true, firstCellNames: true, numericColumns: [3, 4], head: ['Meta', 'Qué se busca', 'Cómo se mide', 'Valor', 'Meta fijada', 'Situación', ...(drawn ? ['Doce meses'] : [])],
  rows: rows.map(({ goal, indicator, figure, target, standing, course }) => [
    html`<a class="govuk-link app-nowrap" href="${goalHref(goal.code)}">Meta ${goal.code}</a>`, html`<span class="app-small">${goalText(goal)}</span>`, indicator ? modeTag(indicator.mode) : html`<span class="app-muted">—</span>`,
    figureCell(indicator, figure), target?.goal === null || target === undefined || !indicator ? html`<span class="app-muted">—</span>` : html`${sayFigure(indicator, target.goal)}<br><span class="app-small app-muted">${target.year}</span>`,
    standingTag(standing), ...(drawn ? [course.length > 1 ? sparkline(course, `Curso de la meta ${goal.code} por mes`) : html`<span class="app-muted">—</span>`] : []),
  ]) });
}
