import { sayInstant } from '#kernel/clock.ts';
import { button, buttonGroup, emptyState, insetText, linkButton, postForm, radios, summaryList, table, tag, warningText, type TagColour } from '#kernel/html/components.ts';
import { html, type Html } from '#kernel/html/html.ts';
import type { PageContent } from '#kernel/http/index.ts';
import { bob, sayMoney } from '#kernel/money.ts';
import { qrCode } from '../pages/qr.ts';
import { qrText } from './service.ts';
import { simulatorPath } from './settings.ts';
import type { Behaviour, SimulatedState, SimulatedTransaction } from './store.ts';

const stateName = { PENDIENTE: 'Por pagar', PROCESADO: 'Pagada', RECHAZADO: 'Rechazada', ANULADO: 'Anulada', EXPIRADO: 'Vencida' } as const satisfies Record<SimulatedState, string>;
const stateColour = { PENDIENTE: 'yellow', PROCESADO: 'green', RECHAZADO: 'red', ANULADO: 'grey', EXPIRADO: 'grey' } as const satisfies Record<SimulatedState, TagColour>;

// The bank's own charge for paying with a code; it is shown and not added to what the entity asks.
const counterFee = bob(100);

/** The gateway's page for the payer. It says first that nothing here is real. */
export const payerPage = (shown: SimulatedTransaction, returnHref: string, csrf: Html): PageContent => ({
  title: 'Pago de su trámite (simulador)', noIndex: true,
  main: html`<h1 class="govuk-heading-l">Pago de su trámite</h1>
    ${warningText('Esto es un simulador de la Pasarela de Pagos del Estado. No se mueve dinero de verdad.')}
    ${summaryList([
      { key: 'Concepto', value: shown.description }, { key: 'Monto', value: amountOf(shown) }, { key: 'Número de orden', value: html`<span class="app-code">${shown.orderCode}</span>` },
      { key: 'Estado', value: stateTag(shown.state) }, { key: 'Puede pagar hasta', value: sayInstant(shown.expiresAt) },
    ])}
    ${shown.state === 'PENDIENTE' ? waysToPay(shown, csrf) : ended(shown, returnHref)}`,
});

const waysToPay = (shown: SimulatedTransaction, csrf: Html): Html => postForm({ csrf, action: `${simulatorPath}/transaccion/${shown.id}/pago`, body: html`
  <h2 class="govuk-heading-m">Con código QR</h2>
  <p class="govuk-body">En la pasarela real usted escanea este código con la aplicación de su banco.</p>
  ${qrCode(qrText(shown), 'Código QR de la orden de pago simulada')}
  ${button({ text: 'Pagar con QR (simulado)', name: 'accion', value: 'qr' })}
  <h2 class="govuk-heading-m">En el banco, con código de pago (CPT)</h2>
  <p class="govuk-body">Código: <strong class="app-code">${shown.cpt}</strong>. El banco cobra además ${sayMoney(counterFee)} por su servicio, que se paga aparte.</p>
  ${button({ text: 'Pagar en banco con CPT (simulado)', name: 'accion', value: 'cpt', kind: 'secondary' })}
  <h2 class="govuk-heading-m">No pagar</h2>
  <p class="govuk-body">Para ver qué ocurre cuando el banco no acepta el pago.</p>
  ${button({ text: 'Rechazar (simulado)', name: 'accion', value: 'rechazar', kind: 'warning' })}` });

const ended = ({ state }: SimulatedTransaction, returnHref: string): Html => html`
  ${insetText(state === 'PROCESADO' ? 'El pago simulado está hecho. La entidad recibe el aviso por su cuenta.' : 'Esta orden ya no se puede pagar.')}
  ${linkButton({ href: returnHref, text: 'Volver a mi trámite' })}`;

const amountOf = ({ amount }: SimulatedTransaction): string => sayMoney(bob(Math.round(Number(amount) * 100)));
const stateTag = (state: SimulatedState): Html => tag({ text: stateName[state], colour: stateColour[state] });

/** The simulator's own page: what it was asked to collect, and how it shall misbehave. */
export const controlPage = (behaviour: Behaviour, transactions: readonly SimulatedTransaction[], csrf: Html): PageContent => ({
  title: 'Simulador de la pasarela de pagos', noIndex: true,
  main: html`<h1 class="govuk-heading-l">Simulador de la pasarela de pagos</h1>
    <p class="govuk-body">Hace en esta demostración el papel de la Pasarela de Pagos del Estado. No se mueve dinero de verdad.</p>
    ${postForm({ csrf, action: `${simulatorPath}/comportamiento`, body: html`
      ${radios({ id: 'aviso', name: 'aviso', label: 'Aviso a la entidad después de cada pago', labelSize: 's', value: behaviour.webhook, options: [
        { value: 'once', text: 'Una vez' }, { value: 'twice', text: 'Dos veces' }, { value: 'late', text: 'Tarde', hint: 'Un minuto después.' }, { value: 'never', text: 'Nunca', hint: 'La conciliación lo descubre sola.' },
      ] })}
      ${radios({ id: 'servicio', name: 'servicio', label: 'El servicio', labelSize: 's', value: behaviour.service, options: [
        { value: 'normal', text: 'Responde bien' }, { value: 'slow', text: 'Responde despacio' }, { value: 'down', text: 'Está caído' },
      ] })}
      ${buttonGroup(button({ text: 'Guardar' }))}` })}
    <h2 class="govuk-heading-m">Últimas órdenes</h2>
    ${transactions.length === 0 ? emptyState({ title: 'Todavía no hay órdenes', body: 'Aparecen cuando alguien pulsa «Pagar en línea» en su trámite.' }) : transactionTable(transactions)}`,
});

const transactionTable = (transactions: readonly SimulatedTransaction[]): Html => table({
  caption: 'Últimas órdenes', captionHidden: true, cards: true, firstCellNames: true, head: ['Orden', 'Monto', 'Estado', 'Creada'], numericColumns: [1],
  rows: transactions.map((one) => [html`<a class="govuk-link" href="${simulatorPath}/transaccion?id=${one.id}">${one.orderCode}</a>`, amountOf(one), stateTag(one.state), sayInstant(one.createdAt)]),
});
