import { barChart, chartFigure, departmentMap, lineChart, type DepartmentKey } from '#kernel/charts/index.ts';
import { button, emptyState, insetText, pagination, select, statRow, summaryList, table } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import type { PageContent } from '#kernel/http/index.ts';
import { sayInstant } from '#kernel/clock.ts';
import { discrepancyOf } from '../../domain/dashboard/choose.ts';
import type { EntityLine } from '../../domain/dashboard/figures.ts';
import type { FrameLine, Measured } from '../../domain/dashboard/frame.ts';
import type { GoalRow } from '../../domain/dashboard/rows.ts';
import type { Course } from '../../domain/dashboard/series.ts';
import type { Target } from '../../domain/dashboard/standing.ts';
import type { PeriodKind } from '../../domain/period.ts';
import { indicatorHref } from '../definitions/addresses.ts';
import { modeMeanings, modeTag, sayFigure } from '../words.ts';
import { sheetLinks } from './downloads.ts';
import { yearForm } from './home-page.ts';
import { entityHref, goalHref, goalText, lineHref, sayResponsible, standingTag, standings } from './parts.ts';

/** What the page of a goal shows. */
export type GoalShown = {
  /** How many figures of entities are contested, and how many of them wait for an answer. */
  readonly contests: { readonly all: number; readonly open: number };
  readonly row: GoalRow; readonly line: FrameLine; readonly year: number; readonly years: readonly number[]; readonly kind: PeriodKind; readonly course: Course; readonly targets: readonly Target[];
  readonly entities: { readonly lines: readonly EntityLine[]; readonly next: string | undefined; readonly isFirst: boolean }; readonly departments: Readonly<Partial<Record<DepartmentKey, number | null>>>;
};

const kinds = [{ value: 'day', text: 'Por día' }, { value: 'week', text: 'Por semana' }, { value: 'month', text: 'Por mes' }, { value: 'year', text: 'Por año' }] as const;

/** How one goal stands: its figure beside what is aimed at, its course, its entities and departments, and how it is measured. */
export function goalPage(shown: GoalShown): PageContent {
  const { row: { goal, indicator }, line, year, years, kind } = shown;
  return {
    title: `Meta ${goal.code} del plan nacional`, section: '/tablero', width: 'wide', backLink: { href: `${lineHref(line.number)}?gestion=${year}`, text: `Línea ${line.number}` }, description: goalText(goal).slice(0, 150),
    main: html`<span class="govuk-caption-l">Meta ${goal.code}, línea ${line.number}: ${line.name}</span><h1 class="govuk-heading-l">${goalText(goal)}</h1>
      <p class="govuk-body">${standingTag(shown.row.standing)} ${indicator && modeTag(indicator.mode)}</p><p class="govuk-body">${standings[shown.row.standing].text}: ${standings[shown.row.standing].means}.</p>
      ${goal.fidelity === 'lost' && insetText(html`El texto oficial de esta meta no se lee entero en la copia publicada del plan. ${goal.note} Por eso no se juzga si se alcanzó.`)}
      ${yearForm(goalHref(goal.code), year, years)}
      ${indicator ? html`${figures(shown, indicator)}${kindForm(goal.code, year, kind)}${courseOf(shown, indicator)}${byEntity(shown, indicator)}${byDepartment(shown, indicator)}${method(shown, indicator)}
        ${sheetLinks(`/tablero/datos/meta/${goal.code}/${kind}`, html`<p class="govuk-body"><a class="govuk-link" href="/tablero/datos/meta/${goal.code}/${kind}/sdmx" download>Descargar SDMX-CSV</a> <span class="app-muted">para programas de estadística</span></p>`)}` : emptyState({ title: 'Todavía no se mide', body: 'Nadie definió cómo se mide esta meta.' })}
      <p class="govuk-body">Responde: ${sayResponsible(goal)}.${goal.coordinators.length > 0 && html` Coordina: ${goal.coordinators.join(', ')}.`}</p>`,
  };
}

const number = new Intl.NumberFormat('es-BO', { maximumFractionDigits: 1 });

function figures({ row: { pair, target, figure }, year, contests }: GoalShown, indicator: Measured): Html {
  const gap = discrepancyOf(pair), parts = (of: typeof pair.computed): string | undefined => (of?.num === null || of?.den === null || of === undefined ? undefined : `${number.format(of.num)} de ${number.format(of.den)}`);
  const counted = pair.computed || indicator.mode !== 'reported', declared = pair.declared || indicator.mode !== 'computed';
  return html`${statRow([
    ...(counted ? [{ value: pair.computed ? sayFigure(indicator, pair.computed.value) : '—', label: `computado en ${year}`, note: parts(pair.computed) ?? (pair.computed ? undefined : 'nada se contó todavía') }] : []),
    ...(declared ? [{ value: pair.declared ? sayFigure(indicator, pair.declared.value) : '—', label: `declarado y aceptado en ${year}`, note: parts(pair.declared) ?? (pair.declared ? undefined : 'nadie lo declaró todavía') }] : []),
    ...(gap === undefined ? [] : [{ value: gap === 0 ? 'Ninguna' : `${gap > 0 ? '+' : '−'}${number.format(Math.abs(gap))}`, label: 'diferencia entre lo declarado y lo computado' }]),
    { value: target?.goal === null || target === undefined ? '—' : sayFigure(indicator, target.goal), label: target === undefined ? 'meta' : `meta de ${target.year}` },
  ])}${figure && html`<p class="govuk-body app-muted">Con lo ocurrido hasta el ${sayInstant(figure.cutOff)}.</p>`}${contests.all > 0 && html`<p class="govuk-body">${contests.all === 1 ? 'Una entidad impugnó su cifra' : `${contests.all} cifras de entidades se impugnaron`} de ${year}; ${contests.open === 0 ? 'ya tiene respuesta' : contests.open === 1 ? 'una espera respuesta' : `${contests.open} esperan respuesta`}.</p>`}`;
}

function courseOf({ course, kind, row: { goal } }: GoalShown, { unit }: Measured): Html {
  if (course.periods.length < 2) return emptyState({ title: 'Todavía no hay una serie', body: 'Aparece cuando haya cifras de más de un periodo.' });
  return chartFigure(lineChart({
    title: `Meta ${goal.code} ${kinds.find(({ value }) => value === kind)?.text.toLowerCase() ?? ''}`, unit, periods: course.periods.map((period) => shortPeriod(period)),
    series: [...(course.computed.some((value) => value !== null) || course.declared.every((value) => value === null) ? [{ name: 'Computado', values: course.computed }] : []), ...(course.declared.some((value) => value !== null) ? [{ name: 'Declarado', values: course.declared }] : [])],
    ...(course.target.some((value) => value !== null) ? { target: { name: 'Meta del año', values: course.target } } : {}),
  }));
}

const monthName = new Intl.DateTimeFormat('es-BO', { timeZone: 'UTC', month: 'short', year: 'numeric' });

function shortPeriod(key: string): string {
  if (/^\d{4}-\d{2}$/.test(key)) return monthName.format(new Date(`${key}-01T00:00:00Z`));
  return /^\d{4}-W/.test(key) ? `sem. ${Number(key.slice(6))}/${key.slice(0, 4)}` : key.length === 10 ? `${Number(key.slice(8))}/${Number(key.slice(5, 7))}/${key.slice(0, 4)}` : key;
}

const kindForm = (code: string, year: number, kind: PeriodKind): Html => html`<form method="get" action="${goalHref(code)}" class="app-filters"><input type="hidden" name="gestion" value="${year}">${select({ id: 'periodo', name: 'periodo', label: 'Mostrar la serie', value: kind, options: kinds })}${button({ text: 'Mostrar', kind: 'secondary' })}</form>`;

function byEntity({ entities: { lines, next, isFirst }, year, row: { goal } }: GoalShown, indicator: Measured): Html {
  const known = lines.filter(({ value }) => value !== null), withDeclared = lines.some(({ declared }) => declared !== undefined);
  return html`<h2 class="govuk-heading-m">Por entidad</h2>${lines.length === 0 ? emptyState({ title: 'Ninguna entidad', body: 'La lista de entidades a las que se refiere esta meta está vacía.' }) : html`${known.length > 1 && chartFigure(barChart({ title: `Meta ${goal.code} por entidad, ${year}`, unit: indicator.unit === 'existencia' ? '' : indicator.unit, categories: known.map(({ name }) => name), series: [{ name: 'Valor', values: known.map(({ value }) => value) }] }))}
    ${table({ caption: 'Por entidad', captionHidden: true, cards: true, firstCellNames: true, numericColumns: withDeclared ? [1, 2, 3] : [1, 2], head: ['Entidad', 'Computado', 'De cuántos', ...(withDeclared ? ['Declarado'] : [])], rows: lines.map(({ key, name, num, den, value, declared }) => [
      html`<a class="govuk-link" href="${entityHref(key)}?gestion=${year}">${name}</a>`, num === null && value === null ? html`<span class="app-muted">Sin dato</span>` : sayFigure(indicator, value), num === null || den === null ? '—' : `${number.format(num)} de ${number.format(den)}`, ...(withDeclared ? [declared === undefined ? '—' : sayFigure(indicator, declared)] : []),
    ]) })}${pagination({ ...(isFirst ? {} : { first: `${goalHref(goal.code)}?gestion=${year}` }), next: next === undefined ? undefined : `${goalHref(goal.code)}?${new URLSearchParams({ gestion: String(year), despues: next }).toString()}` })}${sheetLinks(`/tablero/datos/meta/${goal.code}/entidades/${year}`)}`}`;
}

const byDepartment = ({ departments, row: { goal }, year }: GoalShown, { unit }: Measured): Html =>
  html`${Object.values(departments).some((value) => value !== null) && html`<h2 class="govuk-heading-m">Por departamento</h2>${chartFigure(departmentMap({ title: `Meta ${goal.code} en las entidades de cada departamento, ${year}`, unit: unit === 'existencia' ? '' : unit, values: departments }))}`}`;

const method = ({ targets, row: { goal } }: GoalShown, indicator: Measured): Html => html`<h2 class="govuk-heading-m">Cómo se mide</h2>${summaryList([
  { key: 'Modo', value: html`${modeTag(indicator.mode)} ${modeMeanings[indicator.mode]}` }, { key: 'Cálculo', value: indicator.method }, { key: 'Se obtiene de', value: indicator.source },
  ...(indicator.missing === undefined ? [] : [{ key: 'Qué falta', value: indicator.missing }]), ...(indicator.evidence === undefined ? [] : [{ key: 'Respaldo', value: indicator.evidence }]),
  { key: 'Metas fijadas', value: targets.length === 0 ? `Sólo la del plan${indicator.goal?.year === undefined ? '' : `, para ${indicator.goal.year}`}` : targets.map(({ year, goal: aim }) => `${year}: ${aim === null ? 'sin cifra' : sayFigure(indicator, aim)}`).join(' · ') },
  { key: 'Definición', value: html`Meta ${goal.code}, versión ${indicator.version}. <a class="govuk-link" href="${indicatorHref(goal.code)}">Ver qué se contó, fila por fila</a>` },
])}`;

