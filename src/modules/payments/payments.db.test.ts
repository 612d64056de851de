import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { localDateOf } from '#kernel/clock.ts';
import { isRefusal } from '#kernel/errors/index.ts';
import { newId } from '#kernel/ids.ts';
import { enqueue } from '#kernel/outbox/index.ts';
import { startPaymentsSite, type PaymentsSite } from '#support/payments-site.ts';
import type { Charge } from './domain/charge.ts';
import { chargesOf, findCharge } from './store/views.ts';
import { ufvOn } from './store/ufv.ts';
import { cancelCharge } from './actions/cancel-charge.ts';
import { simulatorPath } from './simulator/settings.ts';
import { writeBehaviour, type Behaviour } from './simulator/store.ts';

let site: PaymentsSite;
before(async () => { site = await startPaymentsSite(); });
after(() => site.close());
beforeEach(() => behave({}));

const behave = (changes: Partial<Behaviour>) => writeBehaviour(site.db, { webhook: 'once', service: 'normal', ...changes });
const begin = (charge: Charge) => site.payments.startPayment(site.db, charge.id, site.payer, site.clock.now());
const later = (seconds: number) => site.pass(seconds);
const stateOf = async (charge: Charge) => (await findCharge(site.db, charge.id))?.state;
const announcedOf = (charge: Charge) => site.announced.filter(({ chargeId }) => chargeId === charge.id);
const is = (code: string) => (caught: unknown) => isRefusal(caught, `payments.${code}`);

/** Presses a button on the simulator's page, as the payer does. */
async function press(address: string, accion: string): Promise<void> {
  const visitor = site.as();
  const answer = await visitor.submit(await visitor.get(address), { accion }, /\/pago$/);
  assert.equal(answer.status, 303);
}

test('a charge is made once for a key, and keeps the UFV of its day', async () => {
  const ufv = await ufvOn(site.db, localDateOf(site.clock.now()));
  assert.ok(ufv);
  const key = 'la-misma', caseId = newId<'case'>(site.clock.now());
  const [first, second] = await Promise.all([1, 2].map(() => site.charge({ key, caseId, ufv: { hundredths: 100, value: ufv } })));
  assert.equal(first?.id, second?.id);
  const [stored, ...others] = await chargesOf(site.db, caseId);
  assert.equal(others.length, 0);
  assert.deepEqual(stored?.ufv, { hundredths: 100, value: { day: ufv.day, valueE5: ufv.valueE5 }, isExample: true });
  assert.equal(stored?.state, 'pending');
});

test('nothing to pay is settled at once', async () => {
  const charge = await site.charge({ amount: { amountMinor: 0, currency: 'BOB' } });
  await site.deliver();
  assert.equal(await stateOf(charge), 'settled');
  assert.equal(announcedOf(charge)[0]?.method, 'exempt');
});

for (const [accion, method] of [['qr', 'QR'], ['cpt', 'CPT']] as const) {
  for (const webhook of ['once', 'twice'] as const) {
    test(`paid by ${method}, notified ${webhook}: one settlement`, async () => {
      await behave({ webhook });
      const charge = await site.charge();
      await press(await begin(charge), accion);
      await site.deliver();
      assert.equal(await stateOf(charge), 'settled');
      assert.deepEqual(announcedOf(charge).map(({ amountMinor, method: said, caseId }) => [amountMinor, said, caseId]), [[251, method, charge.caseId]]);
      const { rows } = { rows: await site.db.rows('select 1 from payments.webhook w join payments.payment_order o on o.id = w.order_id where o.charge_id = $1', [charge.id]) };
      assert.equal(rows.length, webhook === 'twice' ? 2 : 1);
    });
  }
}

test('a webhook that comes late settles when it comes', async () => {
  await behave({ webhook: 'late' });
  const charge = await site.charge();
  await press(await begin(charge), 'qr');
  await site.deliver();
  assert.equal(await stateOf(charge), 'pending');
  later(61);
  await site.deliver();
  assert.equal(await stateOf(charge), 'settled');
});

test('a webhook that never comes: reconciliation asks, with growing pauses', async () => {
  await behave({ webhook: 'never' });
  const charge = await site.charge(), address = await begin(charge);
  later(31);
  await site.runJob('payments.reconcile');
  await press(address, 'qr');
  await site.runJob('payments.reconcile');
  assert.equal(await stateOf(charge), 'pending', 'the second question is not due yet');
  later(61);
  await site.runJob('payments.reconcile');
  await site.deliver();
  assert.equal(await stateOf(charge), 'settled');
  assert.equal(announcedOf(charge).length, 1);
});

test('«Ya pagué» asks at once, and a stranger may not', async () => {
  await behave({ webhook: 'never' });
  const charge = await site.charge();
  await press(await begin(charge), 'qr');
  await assert.rejects(site.payments.refreshPayment(site.db, charge.id, site.admin, site.clock.now()), is('not_found'));
  const seen = await site.payments.refreshPayment(site.db, charge.id, site.payer, site.clock.now());
  assert.equal(seen.state, 'settled');
  await site.deliver();
  assert.equal(announcedOf(charge).length, 1);
  assert.equal((await site.payments.getReceipt(site.db, charge.id, site.payer)).settlement?.method, 'QR');
});

test('a payment that was refused can be tried again', async () => {
  const charge = await site.charge(), first = await begin(charge);
  await press(first, 'rechazar');
  await site.deliver();
  assert.equal((await findCharge(site.db, charge.id))?.order?.closure?.reason, 'rejected');
  const second = await begin(charge);
  assert.notEqual(second, first);
  await press(second, 'cpt');
  await site.deliver();
  assert.equal(await stateOf(charge), 'settled');
  await assert.rejects(begin(charge), is('already_settled'));
});

test('however often the button is pressed, there is one order', async () => {
  for (let rounds = 0; rounds < 12; rounds++) {
    const charge = await site.charge();
    const addresses = await Promise.all([1, 2, 3, 4].map(() => begin(charge)));
    assert.equal(new Set(addresses).size, 1);
    assert.equal(await begin(charge), addresses[0]);
    assert.equal((await site.db.rows('select 1 from payments.payment_order where charge_id = $1', [charge.id])).length, 1);
  }
});

test('the provider is down: the charge waits, and the next try works', async () => {
  await behave({ service: 'down' });
  const charge = await site.charge();
  await assert.rejects(begin(charge), is('provider_unavailable'));
  await behave({});
  await press(await begin(charge), 'qr');
  await behave({ service: 'down' });
  await site.deliver();
  assert.equal(await stateOf(charge), 'pending', 'a webhook alone settles nothing');
  await behave({});
  later(3_600);
  await site.runJob('payments.reconcile');
  assert.equal(await stateOf(charge), 'settled');
});

test('the provider is slower than our patience: its lost order is given up for another', async () => {
  await behave({ service: 'slow' });
  const charge = await site.charge();
  await assert.rejects(begin(charge), is('provider_unavailable'));
  await behave({});
  await press(await begin(charge), 'qr');
  await site.deliver();
  assert.equal(await stateOf(charge), 'settled');
  const orders = await site.db.rows<{ reason: string | null }>('select k.reason from payments.payment_order o left join payments.order_closure k on k.order_id = o.id where o.charge_id = $1 order by o.created_at, o.id', [charge.id]);
  assert.deepEqual(orders.map(({ reason }) => reason).sort(), ['lost', null]);
});

test('an order that nobody pays expires, and money that comes after it still counts', async () => {
  await behave({ webhook: 'never' });
  const charge = await site.charge(), address = await begin(charge), id = new URL(address).searchParams.get('id');
  later(49 * 3_600);
  await site.runJob('payments.reconcile');
  assert.equal((await findCharge(site.db, charge.id))?.order?.closure?.reason, 'expired');
  await site.db.rows(`update payments.simulated_transaction set state = 'PROCESADO', method = 'CPT', paid_at = $2 where id = $1`, [id, site.clock.now()]);
  assert.equal((await site.payments.refreshPayment(site.db, charge.id, site.payer, site.clock.now())).state, 'settled');
});

const discrepancies: readonly [kind: string, prepare: (charge: Charge, id: string) => Promise<unknown>][] = [
  ['amount', (_charge, id) => site.db.rows('update payments.simulated_transaction set amount = 1.00 where id = $1', [id])],
  ['after_cancellation', (charge) => cancelCharge(site.db, charge.id, 'El trámite fue retirado.', site.clock.now())],
];
for (const [kind, prepare] of discrepancies) {
  test(`money that does not add up (${kind}) settles nothing and is shown to the administrator`, async () => {
    const charge = await site.charge(), address = await begin(charge);
    await prepare(charge, new URL(address).searchParams.get('id') ?? '');
    await press(address, 'qr');
    await site.deliver();
    assert.notEqual(await stateOf(charge), 'settled');
    const [row] = await site.db.rows<{ kind: string }>('select d.kind from payments.discrepancy d join payments.payment_order o on o.id = d.order_id where o.charge_id = $1', [charge.id]);
    assert.equal(row?.kind, kind);
    assert.equal(announcedOf(charge).length, 0);
  });
}

test('a charge that is paid twice through two orders is settled once, and the second is a discrepancy', async () => {
  await behave({ webhook: 'never' });
  const charge = await site.charge(), first = await begin(charge);
  later(49 * 3_600);
  await site.runJob('payments.reconcile');
  const second = await begin(charge);
  for (const address of [first, second]) {
    await site.db.rows(`update payments.simulated_transaction set state = 'PROCESADO', method = 'QR', paid_at = now() where id = $1`, [new URL(address).searchParams.get('id')]);
  }
  await site.db.rows('update payments.payment_order set next_ask_at = $2 where charge_id = $1', [charge.id, site.clock.now()]);
  await site.runJob('payments.reconcile');
  await site.deliver();
  assert.equal(announcedOf(charge).length, 1);
  const rows = await site.db.rows<{ kind: string }>('select d.kind from payments.discrepancy d join payments.payment_order o on o.id = d.order_id where o.charge_id = $1', [charge.id]);
  assert.deepEqual(rows, [{ kind: 'twice' }]);
});

test('a paid charge cannot be cancelled, a cancelled one cannot be paid', async () => {
  const paid = await site.charge({ amount: { amountMinor: 0, currency: 'BOB' } });
  assert.equal(await cancelCharge(site.db, paid.id, 'x', site.clock.now()), false);
  const cancelled = await site.charge();
  await cancelCharge(site.db, cancelled.id, 'El trámite fue retirado.', site.clock.now());
  await assert.rejects(begin(cancelled), is('cancelled'));
});

for (const [status, state] of [['withdrawn', 'cancelled'], ['abandoned', 'cancelled'], ['in_review', 'pending'], ['granted', 'pending']] as const) {
  test(`what is owed for a case that is ${status} is ${state}; what was paid stays paid`, async () => {
    const caseId = newId<'case'>(), owed = await site.charge({ caseId }), paid = await site.charge({ caseId, amount: { amountMinor: 0, currency: 'BOB' } });
    await enqueue(site.db, [{ topic: 'cases.happened', key: `case:${caseId}:9`, payload: { caseId, status } }]);
    await site.deliver();
    assert.deepEqual([await stateOf(owed), await stateOf(paid)], [state, 'settled']);
  });
}

test('the payer comes back to the case, whether the payment is known yet or not', async () => {
  const charge = await site.charge(), address = await begin(charge);
  const code = (await findCharge(site.db, charge.id))?.order?.code ?? '';
  const back = () => site.as(site.payer).get(`/pagos/retorno?orden=${code}`);
  assert.equal(new URL((await back()).location ?? '').pathname, `/mis-tramites/${charge.caseId}`);
  await behave({ webhook: 'never' });
  await press(address, 'qr');
  await back();
  assert.equal(await stateOf(charge), 'settled');
  assert.equal((await site.as(site.payer).get('/pagos/retorno?orden=otra')).status, 404);
  assert.equal((await site.as().get(`/pagos/retorno?orden=${code}`)).location?.includes('/ingresar'), true);
});

test('the simulator asks for its two tokens', async () => {
  for (const headers of [{}, { authorization: 'Bearer x', 'x-cpt-authorization': 'y' }]) {
    const answer = await fetch(`${site.origin}${simulatorPath}/transaccion/deuda`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: '{}' });
    assert.equal(answer.status, 401);
    assert.deepEqual(await answer.json(), { finalizado: false, mensaje: 'Token inválido.' });
  }
});
