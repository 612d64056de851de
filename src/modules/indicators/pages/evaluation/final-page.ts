import { formatLinks, sheetFormats, textFormats } from '#modules/office/index.ts';
import { button, dateField, details, errorSummary, insetText, postForm, statRow, textArea, textField } from '#kernel/html/components.ts';
import { boxesOf } from '#kernel/html/day-boxes.ts';
import { html, type Html } from '#kernel/html/html.ts';
import { sayDay } from '#kernel/clock.ts';
import type { Context, PageContent } from '#kernel/http/index.ts';
import type { Frame } from '../../domain/dashboard/frame.ts';
import type { GoalRow } from '../../domain/dashboard/rows.ts';
import type { TypedFinal } from '../../domain/evaluation/read-final.ts';
import type { Final } from '../../store/evaluation/final.ts';
import { goalsTable } from '../dashboard/home-page.ts';
import { yearHref } from './addresses.ts';

/** What the page of the final evaluation shows. */
export type FinalShown = { readonly ctx: Context; readonly frame: Frame; readonly year: number; readonly rows: readonly GoalRow[]; readonly final: Final; readonly mayWrite: boolean; readonly typed: TypedFinal | undefined };

/** The result of each goal of the plan, guidelines for the next one, and when it was presented to the COPLUTIC (plan nacional, cap. 6.2). */
export function finalPage(shown: FinalShown): PageContent {
  const { frame, year, rows, final, typed } = shown, count = (...which: readonly string[]): number => rows.filter(({ standing }) => which.includes(standing)).length;
  return {
    title: `Evaluación final ${year}`, section: '/plan', width: 'wide', noIndex: true, hasErrors: (typed?.problems.length ?? 0) > 0, backLink: { href: yearHref(year), text: `Evaluación ${year}` },
    main: html`${errorSummary((typed?.problems ?? []).map(({ field, text }) => ({ href: `#${field}`, text })))}<span class="govuk-caption-l">${frame.title}</span><h1 class="govuk-heading-l">Evaluación final ${year}</h1>
      ${statRow([{ value: count('reached'), label: 'metas alcanzadas' }, { value: count('near', 'late', 'on_the_way'), label: 'no alcanzadas' }, { value: count('no_basis', 'no_target', 'not_measured'), label: 'sin resultado' }, { value: count('unconfirmed'), label: 'por confirmar' }])}
      ${insetText('El resultado de cada meta se obtiene de las cifras computadas y de las declaradas y aceptadas. Lo que nadie midió se dice así, y no como incumplido.')}
      ${frame.lines.map((line) => html`<h2 class="govuk-heading-m">Línea ${line.number}. ${line.name}</h2>${goalsTable(rows.filter(({ goal }) => goal.line === line.number), `Resultados de la línea ${line.number}`)}${guideline(final, line.number)}`)}
      <h2 class="govuk-heading-m">Presentación al COPLUTIC</h2><p class="govuk-body">${final.presentedOn === null ? 'Todavía no se presentó.' : `Se presentó el ${sayDay(final.presentedOn)}: ${final.presentedAs}.`}</p>
      ${shown.mayWrite && writeForm(shown)}${details({ summary: 'Descargar el informe', body: formatLinks(yearHref(year, '/final/informe'), [...textFormats, ...sheetFormats, { key: 'json', name: 'JSON', mediaType: 'application/json', use: 'para otros programas' }]) })}`,
  };
}

const guideline = ({ guidelines }: Final, line: number): Html => html`${guidelines[`linea-${line}`] !== undefined && html`<p class="govuk-body"><strong>Lineamiento para el próximo plan:</strong> ${guidelines[`linea-${line}`]}</p>`}`;

function writeForm({ ctx, frame, year, final, typed }: FinalShown): Html {
  const error = (field: string): string | undefined => typed?.problems.find((each) => each.field === field)?.text, guidelines = typed?.guidelines ?? final.guidelines;
  const day = typed?.boxes ?? (final.presentedOn === null ? {} : boxesOf(final.presentedOn));
  const form = postForm({ csrf: ctx.csrf, action: `${yearHref(year, '/final')}?revision=${final.revision}`, body: [
    ...frame.lines.map(({ number, name }) => textArea({ id: `linea-${number}`, name: `linea-${number}`, label: `Línea ${number}. ${name}`, rows: 3, value: guidelines[`linea-${number}`] ?? '', error: error(`linea-${number}`) })),
    dateField({ id: 'presentada', name: 'presentada', label: '¿Cuándo se presentó al COPLUTIC? (opcional)', hint: 'Si todavía no se presentó, deje las casillas vacías.', ...day, error: error('presentada') }),
    textField({ id: 'acta', name: 'acta', label: 'Acta o nota de la presentación', hint: 'Por ejemplo: Acta 3/2028.', value: typed?.presentedAs ?? final.presentedAs, error: error('acta') }), button({ text: 'Guardar' }),
  ] });
  return typed ? form : details({ summary: 'Escribir los lineamientos y la presentación', body: form });
}
