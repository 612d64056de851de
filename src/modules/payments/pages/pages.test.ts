import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hiddenField } from '#kernel/html/components.ts';
import { html } from '#kernel/html/html.ts';
import { newId } from '#kernel/ids.ts';
import { bob } from '#kernel/money.ts';
import { markupFaults } from '#support/markup.ts';
import type { Charge } from '../domain/charge.ts';
import { viewCharge, type ChargeView } from '../domain/charge-view.ts';
import type { PaymentOrder } from '../domain/order.ts';
import type { StoredSettlement } from '../domain/settlement.ts';
import { chargePanel, type PaymentForms } from './charge-panel.ts';
import { receiptPage } from './receipt.ts';

const at = new Date('2026-11-20T15:00:00Z');
const charge: Charge = {
  id: newId<'charge'>(at), entityId: newId<'entity'>(at), caseId: newId<'case'>(at), personId: newId<'person'>(at), key: 'k', concept: 'Copia simple <b>', amount: bob(251),
  ufv: { hundredths: 100, value: { day: '2026-11-20', valueE5: 251_234 } }, payer: { name: 'Ana «Nina» Quispe' }, reference: 'AN-2026-000001-1', createdAt: at,
};
const order: PaymentOrder = {
  id: newId<'payment-order'>(at), entityId: charge.entityId, chargeId: charge.id, provider: 'ppe', code: 'AN-1', createdAt: at, asks: 0,
  opened: { transaction: 'tx', redirectUrl: 'https://ppe.example.bo/transaccion/?id=tx', qr: 'PPE|tx', cpt: '1234567890', expiresAt: at },
};
const settlement: StoredSettlement = { chargeId: charge.id, orderId: order.id, number: 7, amount: bob(251), method: 'CPT', reference: 'tx-9', paidAt: at, settledAt: at };
const forms: PaymentForms = { csrf: hiddenField('_csrf', 'x'), start: '/mis-tramites/1/pago', refresh: '/mis-tramites/1/pago/consulta', receipt: '/mis-tramites/1/comprobante' };

const closed = (reason: 'expired' | 'rejected' | 'lost') => viewCharge(charge, { order: { ...order, closure: { reason, at } } });
const { opened: _, ...unopened } = order;
const panels: readonly [name: string, view: ChargeView, shows: readonly string[], hides: readonly string[]][] = [
  ['that nobody began to pay', viewCharge(charge, {}), ['Por pagar', '1 UFV × 2,51234', 'valor del 20 de noviembre de 2026', 'Pagar en línea', 'Copia simple &lt;b&gt;'], ['<svg']],
  ['whose order is not open yet', viewCharge(charge, { order: unopened }), ['Por pagar', 'Pagar en línea'], ['<svg']],
  ['that waits', viewCharge(charge, { order }), ['Esperando el pago', '1234567890', '<svg', 'Ir a la pasarela', 'Ya pagué', 'Puede pagar hasta'], ['Pagar en línea']],
  ['that expired', closed('expired'), ['Vencida', 'Pagar en línea'], ['1234567890', 'Ya pagué']],
  ['that was refused', closed('rejected'), ['Rechazada', 'no se le cobró nada', 'Pagar en línea'], ['1234567890']],
  ['whose answer was lost', closed('lost'), ['Sin respuesta', 'Pagar en línea'], ['1234567890']],
  ['that is paid', viewCharge(charge, { order, settlement }), ['Pagada', 'Ver el comprobante', 'Código de pago (CPT) en banco'], ['Pagar en línea', 'Ya pagué', '<svg']],
  ['that was cancelled', viewCharge(charge, { cancellation: { reason: 'El trámite fue retirado.', at } }), ['Anulada', 'El trámite fue retirado.'], ['Pagar en línea']],
];
for (const [name, view, shows, hides] of panels) {
  test(`the panel of a charge ${name}`, async () => {
    const text = String(chargePanel(view, forms));
    for (const words of shows) assert.ok(text.includes(words), `shows ${words}`);
    for (const words of hides) assert.ok(!text.includes(words), `hides ${words}`);
    assert.deepEqual(await markupFaults({ title: 'Pago', main: html`<h1 class="govuk-heading-l">Pago</h1><h2 class="govuk-heading-m">Le toca pagar</h2>${chargePanel(view, forms)}` }), []);
  });
}

test('without forms the panel has no button', () => {
  for (const [, view] of panels) assert.ok(!String(chargePanel(view)).includes('<form'));
});

test('the receipt says who paid what to whom, and that it is no invoice', async () => {
  const content = receiptPage(viewCharge(charge, { order, settlement }), 'Aduana Nacional', '/mis-tramites/1');
  const text = String(content.main);
  for (const words of ['R-000007', 'Aduana Nacional', 'Ana «Nina» Quispe', 'tx-9', 'No reemplaza a la factura', 'AN-2026-000001-1']) assert.ok(text.includes(words), words);
  assert.deepEqual(await markupFaults(content), []);
});
