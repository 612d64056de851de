import { sayInstant } from '#kernel/clock.ts';
import { panel, summaryList } from '#kernel/html/components.ts';
import { html } from '#kernel/html/html.ts';
import type { PageContent } from '#kernel/http/index.ts';
import { invariant } from '#kernel/errors/index.ts';
import { sayMoney } from '#kernel/money.ts';
import type { ChargeView } from '../domain/charge-view.ts';
import { methodName, receiptNumber } from '../domain/settlement.ts';
import { explainUfv } from './words.ts';

/** The proof of payment, to be printed. It is no invoice (factura), and says so. `entityName` is who was paid. */
export function receiptPage(charge: ChargeView, entityName: string, backHref: string): PageContent {
  const { settlement } = charge;
  invariant(settlement, 'only a settled charge has a receipt');
  const explained = explainUfv(charge);
  return {
    title: `Comprobante de pago ${receiptNumber(settlement)}`, noIndex: true, backLink: { href: backHref, text: 'Volver a mi trámite' },
    main: html`${panel({ title: 'Comprobante de pago', body: html`${receiptNumber(settlement)}<br>${sayMoney(settlement.amount)}` })}
      ${summaryList([
        { key: 'Recibe', value: entityName }, { key: 'Concepto', value: charge.concept }, { key: 'Trámite', value: charge.reference },
        { key: 'Paga', value: charge.payer.name }, { key: 'Monto', value: explained ?? sayMoney(settlement.amount) }, { key: 'Fecha y hora del pago', value: sayInstant(settlement.paidAt) },
        { key: 'Medio', value: methodName[settlement.method] }, { key: 'Código de la transacción', value: html`<span class="app-code">${settlement.reference}</span>` },
      ])}
      <p class="govuk-body">Este comprobante acredita el pago del arancel. No reemplaza a la factura. Puede imprimirlo o guardarlo desde su navegador.</p>`,
  };
}
