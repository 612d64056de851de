import { sparkline } from '#kernel/charts/index.ts';
import { sayDay, type LocalDate } from '#kernel/clock.ts';
import { emptyState, linkButton, table } from '#kernel/html/components.ts';
import { html, type Child, type Html } from '#kernel/html/html.ts';
import type { PageContent } from '#kernel/http/index.ts';
import { resultsMax } from '../../store/ninety-days/results.ts';
import type { Programme } from '../../domain/ninety-days/programme.ts';
import { cadences, nextDueOf, reachedOf, type KeyResult } from '../../domain/ninety-days/results.ts';
import { programmeHref } from './addresses.ts';

/** What the page of key results shows. */
export type Shown = { readonly programme: Programme; readonly results: readonly KeyResult[]; readonly today: LocalDate; readonly mayWrite: boolean };

/** The objectives of a programme and their key results: how far each has come, its course, and when the next value is due. */
export function resultsPage(shown: Shown): PageContent {
  const { programme, results, mayWrite } = shown, objectives = [...new Set(results.map(({ objective }) => objective))];
  return {
    title: 'Objetivos y resultados clave', section: '/plan', width: 'wide', noIndex: true, backLink: { href: programmeHref(programme.id), text: programme.name },
    main: html`<span class="govuk-caption-l">${programme.name}</span><h1 class="govuk-heading-l">Objetivos y resultados clave</h1>
      ${results.length === 0 && emptyState({ title: 'Todavía no hay resultados clave', body: 'Un resultado clave dice qué se mide, de cuánto a cuánto, y cada cuándo.' })}
      ${objectives.map((objective) => html`<h2 class="govuk-heading-m">${objective}</h2>${listed(shown, results.filter((result) => result.objective === objective))}`)}
      ${mayWrite && results.length < resultsMax && linkButton({ href: programmeHref(programme.id, '/resultados/nuevo'), text: 'Agregar un resultado clave' })}`,
  };
}

const listed = ({ programme, today, mayWrite }: Shown, results: readonly KeyResult[]): Html => table({
  caption: 'Resultados clave', captionHidden: true, cards: true, firstCellNames: true, head: ['Resultado', 'De cuánto a cuánto', 'Último valor', 'Avance', 'Próxima medición', ...(mayWrite ? [''] : [])],
  rows: results.map((result): readonly Child[] => [
    mayWrite ? html`<a class="govuk-link" href="${programmeHref(programme.id, `/resultados/${result.id}`)}">${result.name}</a>` : result.name, `De ${sayNumber(result.from)} a ${sayNumber(result.goal)} ${result.unit}`, lastOf(result), reached(result), next(result, programme, today),
    ...(mayWrite ? [html`<a class="govuk-link" href="${programmeHref(programme.id, `/resultados/${result.id}/medicion`)}">Anotar un valor<span class="govuk-visually-hidden"> de ${result.name}</span></a>`] : []),
  ]),
});

/** A number as people read it. */
export const sayNumber = (value: number): string => value.toLocaleString('es-BO', { maximumFractionDigits: 2 });

function lastOf({ measures, unit }: KeyResult): Html {
  const last = measures.at(-1);
  return last === undefined ? html`<span class="app-muted">Sin medir</span>` : html`${sayNumber(last.value)} ${unit}<br><span class="app-small app-muted">${sayDay(last.day)}</span>`;
}

function reached(result: KeyResult): Html {
  const percent = reachedOf(result);
  return percent === undefined ? html`<span class="app-muted">—</span>` : html`${percent} % ${sparkline(result.measures.map(({ value }) => value), `Evolución de ${result.name}`)}`;
}

function next(result: KeyResult, { start }: Programme, today: LocalDate): Html {
  const due = nextDueOf(result, start);
  return html`${cadences[result.cadence].name}; hasta el ${sayDay(due)}${due < today && html` <strong>(atrasada)</strong>`}`;
}
