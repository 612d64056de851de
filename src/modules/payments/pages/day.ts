import { sayDay, sayInstant, sayTime, type LocalDate } from '#kernel/clock.ts';
import { button, dateField, emptyState, pagination, postForm, statRow, table, textField } from '#kernel/html/components.ts';
import { boxesOf } from '#kernel/html/day-boxes.ts';
import { html, type Html } from '#kernel/html/html.ts';
import type { PageContent } from '#kernel/http/index.ts';
import { bob, sayMoney } from '#kernel/money.ts';
import { discrepancyWords } from '../domain/discrepancy.ts';
import { methodName } from '../domain/settlement.ts';
import type { DayTotals, OrderLine } from '../store/day.ts';
import type { OpenDiscrepancy } from '../store/discrepancies.ts';
import { standingTag, type Standing } from './words.ts';

/** What the administrator sees of the payments of one day. */
export type DayView = {
  readonly day: LocalDate; readonly isToday: boolean; readonly totals: DayTotals; readonly orders: readonly OrderLine[];
  readonly next: string | undefined; readonly discrepancies: readonly OpenDiscrepancy[]; readonly csrf: Html;
};

/** Payments of one day: what came in, what waits, and what does not add up. */
export const dayPage = (view: DayView): PageContent => ({
  title: `Pagos del ${sayDay(view.day)}`, noIndex: true, width: 'wide', section: '/administracion/pagos',
  main: html`<h1 class="govuk-heading-l">Pagos del ${sayDay(view.day)}</h1>
    ${statRow([
      { value: sayMoney(view.totals.settledAmount), label: 'recaudado en el día' }, { value: view.totals.settled, label: 'pagos confirmados' },
      { value: view.totals.waiting, label: 'órdenes por confirmar', note: 'De cualquier día' }, { value: view.discrepancies.length, label: 'discrepancias abiertas' },
    ])}
    ${postForm({ csrf: view.csrf, action: '/administracion/pagos/conciliacion', body: button({ text: 'Conciliar ahora', kind: 'secondary' }) })}
    ${view.discrepancies.length > 0 && html`<h2 class="govuk-heading-m">Discrepancias</h2>${view.discrepancies.map((one) => discrepancyItem(one, view.csrf))}`}
    <h2 class="govuk-heading-m">Órdenes del día</h2>
    <form action="/administracion/pagos" method="get" class="app-filters">${dateField({ id: 'dia', name: 'dia', label: 'Ver otro día', ...boxesOf(view.day) })}${button({ text: 'Ver', kind: 'secondary' })}</form>
    ${view.orders.length > 0 ? orderTable(view.orders) : emptyState({ title: 'Ese día no se inició ningún pago', body: 'Las órdenes aparecen cuando una persona pulsa «Pagar en línea».' })}
    ${pagination({ next: view.next })}`,
});

const orderTable = (orders: readonly OrderLine[]): Html => table({
  caption: 'Órdenes del día', captionHidden: true, cards: true, firstCellNames: true, head: ['Trámite', 'Concepto', 'Monto', 'Hora', 'Estado', 'Transacción'], numericColumns: [2],
  rows: orders.map((order) => [order.reference, order.concept, sayMoney(order.amount), sayTime(order.createdAt), stateCell(order), transactionCell(order)]),
});

const standing = ({ isSettled, closedFor, transaction }: OrderLine): Standing => (isSettled ? 'settled' : closedFor ?? (transaction === null ? 'unpaid' : 'waiting'));
const stateCell = (order: OrderLine): Html => html`${standingTag(standing(order))}${order.method && html`<br><span class="app-small">${methodName[order.method]}</span>`}`;
const transactionCell = ({ transaction, problem }: OrderLine): Html => html`${transaction === null ? 'Sin abrir' : html`<span class="app-code app-small">${transaction}</span>`}${problem !== null && html`<br><span class="app-small app-muted">${problem}</span>`}`;

function discrepancyItem({ id, kind, detail, at }: OpenDiscrepancy, csrf: Html): Html {
  const [name, mend] = discrepancyWords[kind];
  const amounts = detail.owedMinor !== undefined && detail.receivedMinor !== undefined && ` Se debía ${sayMoney(bob(detail.owedMinor))} y la pasarela informó ${sayMoney(bob(detail.receivedMinor))}.`;
  return html`<h3 class="govuk-heading-s">${name}${detail.reference !== undefined && `: ${detail.reference}`}</h3>
    <p class="govuk-body">${mend}${amounts} Transacción <span class="app-code">${detail.transaction ?? 'sin código'}</span>, ${sayInstant(at)}.</p>
    ${postForm({ csrf, action: `/administracion/pagos/discrepancias/${id}`, body: html`${textField({ id: `nota-${id}`, name: 'nota', label: 'Cómo se resolvió', maxLength: 300 })}${button({ text: 'Dar por resuelta', kind: 'secondary', hiddenText: detail.reference ?? detail.transaction })}` })}`;
}
