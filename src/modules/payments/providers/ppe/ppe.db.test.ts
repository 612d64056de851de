import assert from 'node:assert/strict';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { after, before, beforeEach, test } from 'node:test';
import fc from 'fast-check';
import { SignJWT } from 'jose';
import { isRefusal } from '#kernel/errors/index.ts';
import { startPaymentsSite, type PaymentsSite } from '#support/payments-site.ts';
import type { Charge } from '../../domain/charge.ts';
import { findCharge } from '../../store/views.ts';

type Given = { readonly status?: number; readonly body: unknown; readonly headers?: Record<string, string> };
type Seen = { readonly path: string; readonly method: string; readonly headers: IncomingMessage['headers']; readonly body: unknown };

/** A gateway that is not ours: it answers what a test tells it to, and remembers what it was asked. */
const seen: Seen[] = [];
let answer: (asked: Seen) => Given;
const gateway = createServer((request, response) => {
  void (request.method === 'POST' ? json(request) : Promise.resolve(undefined)).then((body) => {
    const asked = { path: request.url ?? '', method: request.method ?? '', headers: request.headers, body };
    seen.push(asked);
    const { status = 200, body: given, headers = {} } = answer(asked);
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(typeof given === 'string' ? given : JSON.stringify(given));
  });
});

const secret = 'una palabra secreta'.replaceAll(' ', '-');
let site: PaymentsSite, base: string;
before(async () => {
  await new Promise<void>((resolve) => { gateway.listen(0, '127.0.0.1', resolve); });
  base = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}`;
  site = await startPaymentsSite({ PPE_BASE_URL: `${base}/ppe/`, PPE_TOKEN: 'interop', PPE_CPT_TOKENS: '1-24276087=de-la-cuenta', PPE_CPT_TOKEN: 'general', PPE_ACCOUNT: '10000023848754', PPE_WEBHOOK_SECRET: secret, PPE_TIMEOUT_SECONDS: '1' });
});
after(async () => { await site.close(); gateway.closeAllConnections(); gateway.close(); });
beforeEach(() => { seen.length = 0; });

const opened = (transaction: string): Given => ({ status: 202, body: { finalizado: true, mensaje: 'Registro creado con exito!', datos: { codigoTransaccion: transaction, urlRedireccion: `${base}/transaccion/?id=${transaction}` } } });
const status = (transaction: string, datos: object): Given => ({ body: { finalizado: true, mensaje: '', datos: { codigoTransaccion: transaction, ...datos } } });
const begin = (charge: Charge) => site.payments.startPayment(site.db, charge.id, site.payer, site.clock.now());
const is = (code: string) => (caught: unknown) => isRefusal(caught, `payments.${code}`);
let last = 0;
const fresh = () => `tx-${++last}`;

/** Posts a webhook; `bearer` false leaves the credential out. */
const notify = (body: unknown, bearer: string | false = secret, path = '/webhook/pagos/ppe') => fetch(`${site.origin}${path}`, {
  method: 'POST', headers: { 'content-type': 'application/json', ...(bearer !== false && { authorization: `Bearer ${bearer}` }) }, body: typeof body === 'string' ? body : JSON.stringify(body),
});

async function beginAs(transaction: string): Promise<Charge> {
  const charge = await site.charge();
  answer = () => opened(transaction);
  await begin(charge);
  return charge;
}

test('the gateway is asked with two tokens, our code and an amount with two decimals', async () => {
  const transaction = fresh(), charge = await site.charge({ account: '1-24276087', amount: { amountMinor: 148_905, currency: 'BOB' } });
  answer = () => opened(transaction);
  assert.equal(await begin(charge), `${base}/transaccion/?id=${transaction}`);
  const [{ path, method, headers, body } = assert.fail('not asked')] = seen;
  assert.deepEqual([method, path, headers.authorization, headers['x-cpt-authorization']], ['POST', '/ppe/transaccion/deuda', 'Bearer interop', 'de-la-cuenta']);
  const order = (await findCharge(site.db, charge.id))?.order;
  assert.deepEqual(body, {
    descripcion: `Copia simple – ${charge.reference}`, codigoOrden: order?.code,
    datosPago: { nombresCliente: 'Ana María', apellidosCliente: 'Quispe Mamani', tipoDocumentoCliente: 1, numeroDocumentoCliente: '1234567', fechaNacimientoCliente: '1990-01-02', cuentaBancaria: '1-24276087', montoTotal: 1489.05, moneda: 'BOB', tipoCambioMoneda: 1 },
    productos: [{ actividadEconomica: '841000', codigo: charge.reference, descripcion: 'Copia simple', precioUnitario: 1489.05, unidadMedida: 58, cantidad: 1 }],
  });
});

const badStarts: readonly [name: string, given: Given, code: string][] = [
  ['400', { status: 400, body: { finalizado: false, mensaje: 'montoTotal no debe estar vacío' } }, 'provider_refused'],
  ['401', { status: 401, body: { finalizado: false, mensaje: 'Token inválido' } }, 'provider_refused'],
  ['412', { status: 412, body: { finalizado: false, mensaje: 'La cuenta no existe' } }, 'provider_refused'],
  ['409 again and again', { status: 409, body: { finalizado: false, mensaje: 'codigoOrden repetido' } }, 'provider_refused'],
  ['202 without a transaction', { status: 202, body: { finalizado: true, mensaje: '', datos: {} } }, 'provider_refused'],
  ['202 that did not finish', { status: 202, body: { finalizado: false, mensaje: 'no', datos: { codigoTransaccion: 'x', urlRedireccion: 'http://127.0.0.1/' } } }, 'provider_refused'],
  ['a payer sent elsewhere', { status: 202, body: { finalizado: true, mensaje: '', datos: { codigoTransaccion: 'x', urlRedireccion: 'https://otra.example/pago' } } }, 'provider_refused'],
  ['a script for an address', { status: 202, body: { finalizado: true, mensaje: '', datos: { codigoTransaccion: 'x', urlRedireccion: 'javascript:alert(1)' } } }, 'provider_refused'],
  ['a transaction that climbs', { status: 202, body: { finalizado: true, mensaje: '', datos: { codigoTransaccion: '../../otro', urlRedireccion: 'http://127.0.0.1/' } } }, 'provider_refused'],
  ['500', { status: 500, body: { finalizado: false, mensaje: '' } }, 'provider_unavailable'],
  ['a page instead of JSON', { status: 200, body: '<html>mantenimiento</html>' }, 'provider_unavailable'],
  ['a redirect', { status: 302, body: {}, headers: { location: 'http://127.0.0.1:1/' } }, 'provider_unavailable'],
  ['a flood', { status: 200, body: `{"finalizado":true,"mensaje":"${'x'.repeat(200_000)}"}` }, 'provider_unavailable'],
];
for (const [name, given, code] of badStarts) {
  test(`an order answered with ${name}: ${code}, and nothing is collected`, async () => {
    const charge = await site.charge();
    answer = () => given;
    await assert.rejects(begin(charge), is(code));
    assert.equal((await findCharge(site.db, charge.id))?.order?.opened, undefined);
  });
}

const answers: readonly [name: string, given: (transaction: string) => Given, state: string, closure: string | undefined][] = [
  ['PROCESADO', (id) => status(id, { estado: 'PROCESADO', metodoPago: 'QR', montoTotal: 2.51 }), 'settled', undefined],
  ['PROCESADO without an amount', (id) => status(id, { estado: 'PROCESADO' }), 'settled', undefined],
  ['PROCESADO with a text for an amount', (id) => status(id, { estado: 'PROCESADO', montoTotal: '2.51' }), 'settled', undefined],
  ['PROCESADO with another amount', (id) => status(id, { estado: 'PROCESADO', montoTotal: 2.5 }), 'pending', undefined],
  ['PENDIENTE', (id) => status(id, { estado: 'PENDIENTE' }), 'pending', undefined],
  ['a state that nobody knows', (id) => status(id, { estado: 'EN_TRANSITO' }), 'pending', undefined],
  ['RECHAZADO', (id) => status(id, { estado: 'RECHAZADO' }), 'pending', 'rejected'],
  ['ANULADO', (id) => status(id, { estado: 'ANULADO' }), 'pending', 'rejected'],
  ['VENCIDO', (id) => status(id, { estado: 'VENCIDO' }), 'pending', 'expired'],
];
for (const [name, given, state, closure] of answers) {
  test(`asked what became of it, ${name}: ${closure ?? state}`, async () => {
    const transaction = fresh(), charge = await beginAs(transaction);
    answer = () => given(transaction);
    const now = await site.payments.refreshPayment(site.db, charge.id, site.payer, site.clock.now());
    assert.deepEqual([now.state, now.order?.closure?.reason], [state, closure]);
    assert.equal(seen.at(-1)?.path, `/ppe/transaccion/deuda/${transaction}`);
  });
}

test('two webhooks at the same moment settle once', async () => {
  const transaction = fresh(), charge = await beginAs(transaction);
  answer = () => status(transaction, { estado: 'PROCESADO', metodoPago: 'QR', montoTotal: 2.51 });
  const answered = await Promise.all(Array.from({ length: 6 }, () => notify({ finalizado: true, estado: 'PROCESADO', codigoSeguimiento: transaction })));
  assert.deepEqual(answered.map((one) => one.status), Array.from({ length: 6 }, () => 202));
  await Promise.all([site.deliver(), site.deliver(), site.runJob('payments.reconcile')]);
  await site.deliver();
  assert.equal(site.announced.filter(({ chargeId }) => chargeId === charge.id).length, 1);
  assert.equal((await site.db.rows('select 1 from payments.webhook where transaction = $1', [transaction])).length, 6);
});

test('a webhook is never believed: the gateway is asked, and says otherwise', async () => {
  const transaction = fresh(), charge = await beginAs(transaction);
  answer = () => status(transaction, { estado: 'PENDIENTE' });
  assert.equal((await notify({ finalizado: true, estado: 'PROCESADO', codigoSeguimiento: transaction, metodoPago: 'QR' })).status, 202);
  await site.deliver();
  assert.equal((await findCharge(site.db, charge.id))?.state, 'pending');
});

const badWebhooks: readonly [name: string, body: unknown, bearer: string | false, status: number, code: string, path?: string][] = [
  ['without a credential', { codigoSeguimiento: 'x' }, false, 401, 'payments.webhook_untrusted'],
  ['with a wrong credential', { codigoSeguimiento: 'x' }, 'otra', 401, 'payments.webhook_untrusted'],
  ['that is no JSON', '{"codigo', secret, 400, 'http.unreadable'],
  ['that is a list', [1, 2], secret, 400, 'payments.webhook_unreadable'],
  ['that is null', 'null', secret, 400, 'payments.webhook_unreadable'],
  ['without a transaction', { finalizado: true }, secret, 400, 'payments.webhook_unreadable'],
  ['with an object for a transaction', { codigoSeguimiento: { $ne: '' } }, secret, 400, 'payments.webhook_unreadable'],
  ['with a transaction that climbs', { codigoSeguimiento: '../../etc' }, secret, 400, 'payments.webhook_unreadable'],
  ['about a transaction of nobody', { codigoSeguimiento: 'de-nadie' }, secret, 404, 'payments.transaction_unknown'],
  ['as long as a book', { codigoSeguimiento: 'x', relleno: 'x'.repeat(20_000) }, secret, 413, 'payments.webhook_too_large'],
  ['for a provider that is none', { codigoSeguimiento: 'x' }, secret, 404, 'payments.unknown_provider', '/webhook/pagos/otra'],
];
for (const [name, body, bearer, expected, code, path] of badWebhooks) {
  test(`a webhook ${name}: ${code}`, async () => {
    const given = await notify(body, bearer, path);
    assert.equal(given.status, expected);
    assert.match(given.headers.get('content-type') ?? '', /^application\/problem\+json/);
    const problem = await given.json() as { code: string; detail: string };
    assert.equal(problem.code, code);
    assert.ok(problem.detail.length > 20);
  });
}

test('an unknown transaction shows once to the administrator, however often it is notified', async () => {
  for (let times = 0; times < 3; times++) await notify({ codigoSeguimiento: 'nunca-vista' });
  assert.equal((await site.db.rows(`select 1 from payments.discrepancy where subject = 'ppe:nunca-vista'`)).length, 1);
});

test('whatever JSON comes, the answer is a problem that can be read, or a stored webhook', async () => {
  await fc.assert(fc.asyncProperty(fc.json(), async (body) => {
    const given = await notify(body);
    assert.ok([202, 400, 404, 413].includes(given.status), `${given.status} for ${body}`);
    assert.equal(typeof (await given.json() as { detail?: string; mensaje?: string }).detail, 'string');
  }), { numRuns: 40 });
});

test('a webhook may prove itself with a JWT instead', async () => {
  const key = 'k'.repeat(40), other = await startPaymentsSite({ PPE_BASE_URL: base, PPE_TOKEN: 'a', PPE_CPT_TOKEN: 'b', PPE_WEBHOOK_JWT_KEY: key });
  const signed = (by: string) => new SignJWT({}).setProtectedHeader({ alg: 'HS256' }).setExpirationTime('5m').sign(new TextEncoder().encode(by));
  const send = async (bearer: string) => (await fetch(`${other.origin}/webhook/pagos/ppe`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${bearer}` }, body: '{"codigoSeguimiento":"x"}' })).status;
  assert.deepEqual([await send(await signed(key)), await send(await signed('o'.repeat(40))), await send('nada')], [404, 401, 401]);
  await other.close();
});
