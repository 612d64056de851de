import { emptyState, pagination, table } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import { parseLocalDate, sayDay } from '#kernel/clock.ts';
import type { PageContent } from '#kernel/http/index.ts';
import type { Indicator } from '../../domain/indicator.ts';
import { sayPeriod, type Period } from '../../domain/period.ts';
import type { Operand } from '../../operands/contract.ts';
import type { BehindRow } from '../../store/rows.ts';
import { indicatorHref, rowsHref } from './addresses.ts';
import { sayNumber } from './words.ts';

/** How much of an operand an entity has. */
export type EntityCount = { readonly key: string; readonly name: string; readonly n: number | null };

/** What the page behind a number shows. `rows` are absent where the person may see only numbers. */
export type Behind = {
  readonly indicator: Indicator; readonly operand: Operand; readonly entity: { readonly key: string; readonly name: string } | undefined; readonly period: Period; readonly amount: number | null;
  readonly counts: readonly EntityCount[]; readonly rows: readonly BehindRow[] | undefined; readonly next: string | undefined; readonly own: { readonly key: string } | undefined;
};

/** What a number counts: how much of it each entity has, and each single thing for whoever may see it. */
export function rowsPage(behind: Behind): PageContent {
  const { indicator, operand, entity, period, amount } = behind;
  return {
    title: `${operand.says}: ${indicator.code}`, section: '/tablero', width: 'wide', noIndex: true, backLink: { href: indicatorHref(indicator.code, entity?.key), text: `${indicator.code} ${indicator.name}` },
    main: html`<span class="govuk-caption-l">${entity?.name ?? 'En el país'}, ${sayPeriod(period)}</span><h1 class="govuk-heading-l">${operand.says}</h1>
      <p class="govuk-body govuk-!-font-weight-bold">${sayNumber(amount)} ${operand.unit}</p>
      ${!entity && countsOf(behind)}${rowsOf(behind)}`,
  };
}

const countsOf = ({ indicator, operand, counts }: Behind): Html => html`<h2 class="govuk-heading-m">Por entidad</h2>${counts.length === 0 ? html`<p class="govuk-body">Ninguna entidad tiene nada que contar aquí.</p>` : table({
  caption: 'Por entidad', captionHidden: true, head: ['Entidad', 'Cantidad'], numericColumns: [1], firstCellNames: true,
  rows: counts.map(({ key, name, n }) => [html`<a class="govuk-link" href="${rowsHref(indicator.code, operand.name, key)}">${name}</a>`, sayNumber(n)]),
})}`;

function rowsOf({ indicator, operand, entity, rows, next, own }: Behind): Html {
  if (!rows) return html`<p class="govuk-body">Quien planifica o supervisa en la entidad ve uno por uno ${own && !entity ? html`<a class="govuk-link" href="${rowsHref(indicator.code, operand.name, own.key)}">los de su entidad</a>` : html`los de la suya`}. Aquí se muestran solo las cantidades.</p>`;
  const title = html`<h2 class="govuk-heading-m">Uno por uno</h2>`;
  if (rows.length === 0) return html`${title}${emptyState({ title: 'Nada que mostrar', body: operand.counts.kind === 'cases' ? 'No hubo ninguna solicitud en este periodo, o son reservadas.' : 'No hay ninguno.' })}`;
  return html`${title}${operand.counts.kind === 'cases' && html`<p class="govuk-body">Las solicitudes reservadas se cuentan y no se muestran.</p>`}${table({
    caption: operand.says, captionHidden: true, cards: true, firstCellNames: true, head: ['Qué', 'Entidad', ...(operand.counts.kind === 'cases' ? ['Se presentó'] : [])],
    rows: rows.map(({ key, label, entityName, day }) => [operand.href ? html`<a class="govuk-link" href="${operand.href(key)}">${label}</a>` : label, entityName, ...(operand.counts.kind === 'cases' ? [sayDate(day)] : [])]),
  })}${pagination({ next, info: html`${rows.length} en esta página` })}`;
}

const sayDate = (text: string | null): string => { const day = parseLocalDate(text ?? ''); return day ? sayDay(day) : '—'; };
