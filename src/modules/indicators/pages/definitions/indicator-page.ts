import { departments, parseDepartment } from '#modules/calendars/index.ts';
import { formatLinks, sheetFormats } from '#modules/office/index.ts';
import { chartFigure, lineChart } from '#kernel/charts/index.ts';
import { sayInstant } from '#kernel/clock.ts';
import { details, emptyState, insetText, notice, pagination, statRow, summaryList, table, tag, type SummaryRow } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import type { PageContent } from '#kernel/http/index.ts';
import { valueOf } from '../../domain/compute.ts';
import { isMeasured, type Indicator } from '../../domain/indicator.ts';
import { parsePeriod } from '../../domain/period.ts';
import { namesIn } from '../../domain/read-indicators.ts';
import { operandsByName } from '../../operands/index.ts';
import type { DepartmentFigure, EntityFigure, Figure } from '../../store/figures.ts';
import type { ListCard } from '../../store/lists.ts';
import { indicatorHref, indicatorsHref, rowsHref } from './addresses.ts';
import { sayFigure } from '../words.ts';
import { modeTag, planWords, sayDimensions, sayFrequency, sayGoal, sayNumber } from './words.ts';

/** What the page of an indicator shows: its figures of the country, or of one entity. */
export type Shown = {
  readonly indicator: Indicator; readonly entity: { readonly key: string; readonly name: string } | undefined;
  readonly computed: Figure | undefined; readonly declared: Figure | undefined; readonly observedAt: Date | null;
  readonly list: ListCard | undefined; readonly entities: readonly EntityFigure[]; readonly next: string | undefined; readonly departments: readonly DepartmentFigure[];
  readonly history: readonly Figure[];
};

/** All that is known of an indicator: its figure, what is behind it, how it is defined, and how it went. */
export function indicatorPage(shown: Shown): PageContent {
  const { indicator, entity } = shown, { code, name, plan } = indicator;
  return {
    title: `${code} ${name}`, section: '/tablero', width: 'wide', description: indicator.method,
    backLink: entity ? { href: indicatorHref(code), text: `${code}, del país` } : { href: indicatorsHref, text: 'Indicadores' },
    main: html`<span class="govuk-caption-l">${planWords[plan].caption} ${code}</span><h1 class="govuk-heading-l">${name}</h1>
      <p class="govuk-body">${modeTag(indicator)}${entity && html` De ${entity.name}.`}</p>
      ${goalOf(indicator)}${isMeasured(indicator) ? figureOf(shown) : unmeasured(shown)}
      <h2 class="govuk-heading-m">Cómo se mide</h2>${summaryList(definitionOf(shown))}
      ${isMeasured(indicator) && html`${!entity && html`${byEntity(shown)}${byDepartment(shown)}`}${historyOf(shown)}`}`,
  };
}

const goalOf = ({ goal, plan }: Indicator): Html => html`${goal && plan === 'nacional' && insetText(html`Meta: ${goal.text}${goal.state === 'unconfirmed' && html` ${tag({ text: 'Por confirmar con el texto oficial', colour: 'yellow' })}`}`)}`;

function figureOf({ indicator, entity, computed, declared, observedAt }: Shown): Html {
  if (!computed) return emptyState({ title: 'Se está calculando', body: 'El primer cálculo termina poco después de poner en marcha el sistema.' });
  const { unit, code } = indicator, goal = sayGoal(indicator);
  return html`${statRow([
    { value: sayFigure({ unit }, computed.value), label: `${entity ? 'en la entidad' : 'en el país'}, ${computed.period}`, ...(computed.value === null && { note: indicator.denominator ? 'No hay nada entre qué dividir: no es cero.' : 'Todavía no hay nada que contar.' }) },
    ...namesIn(indicator).flatMap((operand) => { const known = operandsByName.get(operand); return known ? [{ value: sayNumber(computed.operands[operand]), label: known.says, href: rowsHref(code, operand, entity?.key) }] : []; }),
    ...(goal === undefined ? [] : [{ value: goal, label: 'meta' }]),
  ])}
  ${declared && html`<p class="govuk-body">Declarado para ${declared.period}: ${sayFigure({ unit }, declared.value)}.</p>`}
  <p class="govuk-body app-muted">Calculado con lo ocurrido hasta el ${sayInstant(observedAt ?? computed.cutOff)}.</p>
  ${indicator.missing !== undefined && notice({ title: 'Para medirlo por completo falta', body: indicator.missing, id: 'falta' })}`;
}

const unmeasured = ({ indicator, declared }: Shown): Html => html`${emptyState({ title: 'Todavía no se mide', body: html`Falta: ${indicator.missing ?? ''}` })}
  ${declared ? html`<p class="govuk-body">Declarado para ${declared.period}: ${sayFigure(indicator, declared.value)}.</p>` : html`<p class="govuk-body">Nadie lo ha declarado todavía.</p>`}`;

function definitionOf({ indicator, list }: Shown): readonly SummaryRow[] {
  const { method, numerator, denominator, factor, unit, sense, source, version, sha256, evidence } = indicator;
  return [
    { key: 'En palabras', value: method },
    ...(numerator ? [{ key: 'Fórmula', value: html`${inWords(numerator.text)}${denominator && html` ÷ ${inWords(denominator.text)}`}${factor !== 1 && html` × ${factor}`}${asWritten(indicator)}` }] : []),
    { key: 'Unidad', value: unit === '%' ? 'Porcentaje' : unit === 'existencia' ? 'Existe o no existe' : unit },
    { key: 'Qué es mejor', value: sense === 'higher' ? 'Que suba' : 'Que baje' },
    { key: 'De quiénes se trata', value: html`${list?.name ?? indicator.population}${list && html`<br><span class="app-small app-muted">Lista ${list.version}. ${list.source}</span>${!list.confirmed && html` ${tag({ text: 'Por confirmar', colour: 'yellow' })}`}`}` },
    { key: 'De dónde salen los datos', value: source },
    { key: 'Cada cuánto se mira', value: sayFrequency(indicator) }, { key: 'Cómo se separa', value: sayDimensions(indicator) },
    ...(evidence === undefined ? [] : [{ key: 'Respaldo que acompaña', value: evidence }]),
    { key: 'Versión de la definición', value: html`${version}<br><span class="app-small app-muted">Huella SHA-256</span> <code class="app-hash">${sha256.replace(/.{8}(?=.)/g, '$& ')}</code>` },
  ];
}

// Names of the language become what they count.
const inWords = (expression: string): string => expression.replaceAll(/[\p{L}_][\p{L}\p{N}_]*/gu, (name) => { const operand = operandsByName.get(name); return operand ? `«${operand.says}»` : name; });

const asWritten = ({ numerator, denominator }: Indicator): Html => details({
  summary: 'Como la lee el sistema', body: html`<p class="govuk-body">En FEEL, el lenguaje de expresiones de la norma DMN:</p><p class="govuk-body"><code class="app-hash">${numerator?.text}</code>${denominator && html`<br>dividido entre<br><code class="app-hash">${denominator.text}</code>`}</p>`,
});

function byEntity({ indicator, entities, next }: Shown): Html {
  if (entities.length === 0) return html``;
  return html`<h2 class="govuk-heading-m">Por entidad</h2>${table({
    caption: 'Por entidad', captionHidden: true, cards: true, firstCellNames: true, head: ['Entidad', 'Valor', ...(indicator.denominator ? ['Cuenta', 'De'] : [])], numericColumns: indicator.denominator ? [1, 2, 3] : [1],
    rows: entities.map(({ key, name, num, den, value }) => [html`<a class="govuk-link" href="${indicatorHref(indicator.code, key)}">${name}</a>`, sayFigure(indicator, value), ...(indicator.denominator ? [sayNumber(num), sayNumber(den)] : [])]),
  })}${pagination({ next, info: html`${entities.length} ${entities.length === 1 ? 'entidad' : 'entidades'} en esta página` })}`;
}

// The middle day of a department is not made of its entities' middle days.
const addsUp = ({ numerator }: Indicator): boolean => (numerator?.names ?? []).every((name) => operandsByName.get(name)?.reduce === 'sum');

function byDepartment({ indicator, departments }: Shown): Html {
  if (!departments.some(({ department }) => department !== null) || !indicator.dimensions.includes('department') || !addsUp(indicator)) return html``;
  return html`<h2 class="govuk-heading-m">Por departamento</h2>${table({
    caption: 'Por departamento', captionHidden: true, cards: true, firstCellNames: true, head: ['Departamento', 'Entidades', 'Valor'], numericColumns: [1, 2],
    rows: departments.map(({ department, entities, num, den }) => [departmentName(department), sayNumber(entities), sayFigure(indicator, valueOf(indicator, num, den))]),
  })}`;
}

function departmentName(code: string | null): string {
  const known = parseDepartment(code ?? undefined);
  return known === undefined ? 'Todo el país' : departments[known];
}

function historyOf({ indicator, entity, history }: Shown): Html {
  if (history.length === 0) return html``;
  const periods = history.map(({ period }) => sayMonth(period)), drawable = history.filter(({ value }) => value !== null).length > 1;
  return html`<h2 class="govuk-heading-m">Cómo ha ido</h2>
    ${!drawable && html`<p class="govuk-body">Habrá un gráfico cuando haya valores de dos meses.</p>`}${drawable && chartFigure(lineChart({ title: `${indicator.name}, por mes`, periods, series: [{ name: indicator.name, values: history.map(({ value }) => value) }], ...(indicator.unit === '%' && { unit: '%' }) }))}
    ${formatLinks(`${indicatorsHref}/${encodeURIComponent(indicator.code)}/historia${entity ? `/${entity.key}` : '/pais'}`, sheetFormats)}`;
}

const shortMonth = new Intl.DateTimeFormat('es-BO', { timeZone: 'UTC', month: 'short', year: '2-digit' });

const sayMonth = (period: string): string => { const read = parsePeriod(period); return read ? shortMonth.format(new Date(`${read.from}T00:00:00Z`)) : period; };
