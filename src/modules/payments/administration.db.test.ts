import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { localDateOf } from '#kernel/clock.ts';
import { newId } from '#kernel/ids.ts';
import { call, pageOf } from '#support/calls.ts';
import { markupFaults } from '#support/markup.ts';
import { startPaymentsSite, type PaymentsSite } from '#support/payments-site.ts';
import { cancelCharge } from './actions/cancel-charge.ts';
import { simulatorPath } from './simulator/settings.ts';
import { ufvOn } from './store/ufv.ts';

let site: PaymentsSite;
before(async () => { site = await startPaymentsSite(); });
after(() => site.close());

const today = () => localDateOf(site.clock.now());
const ask = (request: string, form?: Record<string, string>) => call(site.payments.routes ?? [], request, { db: site.db, now: site.clock.now(), person: site.admin, ...(form && { form }) });
const shown = async (address: string): Promise<string> => {
  const content = pageOf(await ask(`GET ${address}`));
  assert.deepEqual(await markupFaults(content), []);
  return String(content.main).replaceAll('\u00a0', ' ');
};

async function paid(): Promise<string> {
  const charge = await site.charge(), address = await site.payments.startPayment(site.db, charge.id, site.payer, site.clock.now());
  const visitor = site.as();
  await visitor.submit(await visitor.get(address), { accion: 'qr' }, /\/pago$/);
  await site.deliver();
  return charge.reference;
}

test('an empty day says so', async () => {
  for (const day of ['dia=2020-01-02', 'dia-day=2&dia-month=1&dia-year=2020']) assert.match(await shown(`/administracion/pagos?${day}`), /Pagos del 2 de enero de 2020[\s\S]*Ese día no se inició ningún pago/);
});

test('the day shows what came in, what waits and what does not add up, of this entity alone', async () => {
  const reference = await paid();
  const waiting = await site.charge();
  await site.payments.startPayment(site.db, waiting.id, site.payer, site.clock.now());
  const foreign = await site.charge({ entityId: newId<'entity'>() });
  await site.payments.startPayment(site.db, foreign.id, site.payer, site.clock.now());
  const text = await shown('/administracion/pagos');
  for (const words of [reference, waiting.reference, 'Bs 2,51', 'Pagada', 'Esperando el pago', 'Código QR']) assert.ok(text.includes(words), words);
  assert.ok(!text.includes(foreign.reference));
});

test('reconciling now asks about what waits, due or not', async () => {
  const charge = await site.charge(), address = await site.payments.startPayment(site.db, charge.id, site.payer, site.clock.now());
  await site.db.rows(`update payments.simulated_transaction set state = 'PROCESADO', method = 'QR', paid_at = now() where id = $1`, [new URL(address).searchParams.get('id')]);
  const answer = await ask('POST /administracion/pagos/conciliacion', {});
  assert.match(answer.notice ?? '', /^Se preguntó por/);
  await site.deliver();
  assert.ok(site.announced.some(({ chargeId }) => chargeId === charge.id));
});

test('a discrepancy stays until somebody says how it was settled', async () => {
  const charge = await site.charge(), address = await site.payments.startPayment(site.db, charge.id, site.payer, site.clock.now());
  await cancelCharge(site.db, charge.id, 'El trámite fue retirado.', site.clock.now());
  const visitor = site.as();
  await visitor.submit(await visitor.get(address), { accion: 'qr' }, /\/pago$/);
  await site.deliver();
  const text = await shown('/administracion/pagos');
  assert.match(text, /Pagado después de anular/);
  const action = /\/administracion\/pagos\/discrepancias\/[0-9a-f-]+/.exec(text)?.[0] ?? assert.fail('no form');
  assert.match((await ask(`POST ${action}`, { nota: ' ' })).notice ?? '', /Escriba cómo/);
  assert.match((await ask(`POST ${action}`, { nota: 'Se devolvió por transferencia.' })).notice ?? '', /resuelta/);
  assert.ok(!(await shown('/administracion/pagos')).includes('Pagado después de anular'));
  await assert.rejects(ask(`POST ${action}`, { nota: 'otra vez' }), { code: 'payments.discrepancy_not_found' });
});

test('a long day is paged by key', async () => {
  await Promise.all(Array.from({ length: 52 }, async () => {
    const charge = await site.charge();
    await site.db.rows('insert into payments.payment_order (entity_id, id, charge_id, provider, code, created_at) values ($1, $2, $3, $4, $5, $6)', [charge.entityId, newId(), charge.id, 'ppe', charge.key, site.clock.now()]);
  }));
  const first = await shown('/administracion/pagos');
  const next = /href="(\/administracion\/pagos\?dia=[^"]+)"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? assert.fail('no next page');
  const [one, two] = [first, await shown(next)].map((text) => new Set(text.match(/AN-2026-\d+-1/g)));
  assert.ok(two && two.size > 0 && [...two].every((reference) => !one?.has(reference)));
});

const ufvForm = (changes: Record<string, string> = {}) => {
  const [year = '', month = '', day = ''] = today().split('-');
  return { 'dia-day': day, 'dia-month': month, 'dia-year': year, valor: '2,52001', fuente: 'Banco Central de Bolivia', ...changes };
};

test('the UFV page marks examples, takes a real value, and the value counts from then on', async () => {
  assert.match(await shown('/administracion/ufv'), /Ejemplo.*por confirmar con el BCB/s);
  const wrong = await ask('POST /administracion/ufv', ufvForm({ valor: 'dos' }));
  assert.equal(wrong.status, 422);
  assert.deepEqual(await markupFaults(pageOf(wrong)), []);
  const slip = await ask('POST /administracion/ufv', ufvForm({ valor: '25,2001' }));
  assert.match(String(pageOf(slip).main), /name="confirmado"/);
  assert.deepEqual(await markupFaults(pageOf(slip)), []);
  assert.equal((await ask('POST /administracion/ufv', ufvForm())).status, 303);
  assert.deepEqual(await ufvOn(site.db, today()), { day: today(), valueE5: 252_001 });
  await site.runJob('payments.ufv-examples');
  assert.deepEqual(await ufvOn(site.db, today()), { day: today(), valueE5: 252_001 });
  const [row] = await site.db.rows<{ detail: { valueE5: number; replaced: number } }>(`select detail from kernel.audit where action = 'payments.ufv_recorded'`);
  assert.equal(row?.detail.valueE5, 252_001);
  assert.ok(row && row.detail.replaced > 0);
});

test('a value older than 31 days holds no more', async () => {
  await site.db.rows('delete from payments.ufv_value where day > $1::date - 32', [today()]);
  assert.equal(await ufvOn(site.db, today()), undefined);
});

test('the simulator says on every page that it is one, in clean markup, open and ended', async () => {
  const charge = await site.charge(), address = await site.payments.startPayment(site.db, charge.id, site.payer, site.clock.now());
  const path = new URL(address).pathname.replace(/\/$/, '') + new URL(address).search;
  const open = await shown(path);
  for (const words of ['Esto es un simulador', 'Pagar con QR (simulado)', 'Pagar en banco con CPT', 'Rechazar', '<svg']) assert.ok(open.includes(words), words);
  await ask(`POST ${simulatorPath}/transaccion/${new URL(address).searchParams.get('id')}/pago`, { accion: 'cpt' });
  assert.match(await shown(path), /Volver a mi trámite/);
  assert.match(await shown(simulatorPath), /simulador.*Responde despacio/is);
  await ask(`POST ${simulatorPath}/comportamiento`, { aviso: 'cualquiera', servicio: 'normal' });
  assert.deepEqual(await site.db.rows('select webhook, service from payments.simulated_behaviour'), [{ webhook: 'once', service: 'normal' }]);
});
