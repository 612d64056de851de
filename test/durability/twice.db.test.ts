import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openDatabase, type Database } from '#kernel/db/index.ts';
import { apply, awaitTask, booklet, copy, fillDraft, foundDocument, openOrder, partsOf, pay, press, resolution, resolve, startDraft, until, written, type Fields } from '#support/procedure-steps.ts';
import { onePagePdf } from '#support/one-page-pdf.ts';
import { citizen, officer, type Caller } from '#support/people.ts';
import { send, type RawAnswer, type RawRequest } from '#support/raw-request.ts';
import { startVentanilla, type RunningVentanilla } from '#support/ventanilla.ts';

let site: RunningVentanilla, db: Database, rosa: Caller, lidia: Caller, wilson: Caller, admin: Caller;

before(async () => {
  site = await startVentanilla({ TRUST_PROXY: 'yes' });
  db = openDatabase(site.ownerUrl);
  [rosa, lidia, wilson, admin] = [await citizen(site.url, '4567891'), await officer(site.url, 'ventanilla.aduana'), await officer(site.url, 'archivo.aduana'), await officer(site.url, 'administracion')];
});
after(async () => { await db.close(); await site.stop(); });

const count = async (sql: string): Promise<number> => (await db.rows<{ n: number }>(`select count(*)::int as n from ${sql}`))[0]?.n ?? -1;

/** Sends the same request four times at once; gives what came back. */
const press4 = (who: Caller, request: RawRequest): Promise<RawAnswer[]> => Promise.all([1, 2, 3, 4].map(() => who.send(request)));
const form = (who: Caller, path: string, fields: Fields = {}): RawRequest => ({ method: 'POST', path, ...written({ _csrf: who.token, ...fields }) });

/** What is pressed four times at once, and what there must be one more of afterwards. */
type Row = { readonly what: string; readonly who: () => Caller; readonly prepare: () => Promise<{ readonly request: RawRequest; readonly made: string }> };

const key = { llave: 'la-misma-llave' };

const rows: readonly Row[] = [
  { what: 'beginning an application', who: () => rosa, prepare: async () => ({ request: form(rosa, '/tramites/copias-simples/iniciar', key), made: 'cases.draft' }) },
  {
    what: 'handing it in', who: () => rosa,
    prepare: async () => { const id = await startDraft(rosa); await fillDraft(rosa, id, 'envio'); return { request: form(rosa, `/solicitudes/${id}/envio`), made: `cases.case where id = '${id}'` }; },
  },
  {
    what: 'opening a payment', who: () => rosa,
    prepare: async () => { const id = await apply(rosa, 'inicio'), charge = await chargeOf(id); return { request: form(rosa, `/mis-tramites/${id}/pagos/${charge}/inicio`), made: `payments.payment_order where charge_id = '${charge}'` }; },
  },
  {
    what: 'paying', who: () => rosa,
    prepare: async () => { const id = await apply(rosa, 'pago'), path = await openOrder(rosa, id); return { request: form(rosa, path, { accion: 'qr' }), made: `payments.settlement s join payments.charge c on c.id = s.charge_id where c.case_id = '${id}'` }; },
  },
  {
    what: 'giving a case up', who: () => rosa,
    prepare: async () => { const id = await apply(rosa, 'retiro'); return { request: form(rosa, `/mis-tramites/${id}/retiro`, { motivo: 'ya no' }), made: `cases.fact where case_id = '${id}' and type = 'withdrawn'` }; },
  },
  { what: 'taking a task', who: () => lidia, prepare: async () => { const [id, task] = await inReview('toma'); return { request: form(lidia, `/escritorio/tramites/${id}/tareas/${task}/toma`, key), made: `cases.fact where case_id = '${id}' and type = 'task_claimed'` }; } },
  {
    what: 'letting a task go', who: () => lidia,
    prepare: async () => { const [id, task] = await taken('liberacion'); return { request: form(lidia, `/escritorio/tramites/${id}/tareas/${task}/liberacion`, key), made: `cases.fact where case_id = '${id}' and type = 'task_released'` }; },
  },
  {
    what: 'resolving a task', who: () => lidia,
    prepare: async () => { const [id, task] = await taken('resolucion'); return { request: form(lidia, `/escritorio/tramites/${id}/tareas/${task}/resolucion`, { ...key, ...resolution('admitir') }), made: `cases.fact where case_id = '${id}' and type = 'task_completed'` }; },
  },
  {
    what: 'delivering a document', who: () => wilson,
    prepare: async () => {
      const [id, task] = await taken('entrega');
      await press(lidia, `/escritorio/tramites/${id}/tareas/${task}/resolucion`, resolution('admitir'));
      const next = await awaitTask(wilson, id);
      await press(wilson, `/escritorio/tramites/${id}/tareas/${next}/toma`);
      return { request: form(wilson, `/escritorio/tramites/${id}/tareas/${next}/resolucion?llave=${key.llave}`, resolution('entregar', foundDocument)), made: `certificates.certificate where case_id = '${id}'` };
    },
  },
  {
    what: 'sending a correction', who: () => rosa,
    prepare: async () => {
      const [id, task] = await taken('correccion');
      await press(lidia, `/escritorio/tramites/${id}/tareas/${task}/resolucion`, resolution('observar', { 'tarea-observar': 'descripcion', 'tarea-observar-descripcion': 'Diga la aduana.' }));
      await until(async () => (await count(`cases.case where id = '${id}' and status = 'observed'`)) === 1 || undefined);
      return { request: form(rosa, `/mis-tramites/${id}/correccion/documento`, { descripcion: 'Presentada en Tambo Quemado.' }), made: `cases.fact where case_id = '${id}' and type = 'corrected'` };
    },
  },
  {
    what: 'booking an appointment', who: () => rosa,
    prepare: async () => {
      const id = await bookletToBook(), days = (await rosa.send({ path: `/mis-tramites/${id}/cita/dias` })).text, day = /cita\/dias\/(\d{4}-\d\d-\d\d)/.exec(days)?.[1] ?? '', path = `/mis-tramites/${id}/cita/dias/${day}`;
      const start = /name="start" type="radio" value="([^"]+)"/.exec((await rosa.send({ path })).text)?.[1] ?? '';
      return { request: form(rosa, path, { start, key: 'la-misma-llave' }), made: `appointments.appointment where case_id = '${id}'` };
    },
  },
  { what: 'writing a note', who: () => lidia, prepare: async () => { const [id] = await inReview('nota'); return { request: form(lidia, `/escritorio/tramites/${id}/notas`, { ...key, nota: 'Revisar mañana.' }), made: `cases.fact where case_id = '${id}' and type = 'note_added'` }; } },
  {
    what: 'asking for an opinion', who: () => lidia,
    prepare: async () => { const [id, task] = await taken('consulta'); return { request: form(lidia, `/escritorio/tramites/${id}/tareas/${task}/consulta`, { ...key, unidad: 'jefatura', pregunta: '¿Procede?' }), made: `cases.fact where case_id = '${id}' and type = 'opinion_requested'` }; },
  },
  { what: 'making an account', who: () => admin, prepare: async () => ({ request: form(admin, '/administracion/personas', { nombre: 'Nueva Persona', usuario: 'nueva.persona', papeles: 'officer', unidades: 'archivo' }), made: 'identity.officer' }) },
  {
    what: 'declaring a holiday', who: () => admin,
    prepare: async () => ({ request: form(admin, '/calendario/dias', { name: 'Duelo', 'from-day': '3', 'from-month': '3', 'from-year': '2027', 'until-day': '', 'until-month': '', 'until-year': '', scope: 'national', department: '', municipality: '', norm: 'DS 9999 de 1-3-2027', source: 'Gaceta' }), made: 'calendars.day' }),
  },
];

for (const { what, who, prepare } of rows) {
  test(`${what} four times at once happens once`, async () => {
    const { request, made } = await prepare(), before = await count(made), seen = await press4(who(), request);
    assert.ok(seen.some(({ status }) => status === 303 || status === 200), `one press succeeds: ${seen.map(({ status }) => status).join()}`);
    assert.deepEqual(seen.filter(({ status }) => status >= 500).map(({ text }) => text), []);
    await until(async () => (await count(made)) > before || undefined);
    await who().send(request);
    assert.equal(await count(made), before + 1);
  });
}

async function chargeOf(id: string): Promise<string> {
  const found = await until(async () => (await db.rows<{ id: string }>('select id from payments.charge where case_id = $1', [id]))[0]?.id);
  assert.ok(found, 'the charge is there');
  return found;
}

async function inReview(mark: string): Promise<readonly [id: string, task: string]> {
  const id = await apply(rosa, mark);
  await pay(rosa, id);
  return [id, await awaitTask(lidia, id)];
}

// A booklet that has been looked through and paid, and waits for its appointment.
async function bookletToBook(): Promise<string> {
  const id = await apply(rosa, 'libreta', booklet);
  await resolve(await officer(site.url, 'ventanilla.migracion'), id, 'cumple');
  await pay(rosa, id);
  await until(async () => (await count(`cases.case where id = '${id}' and status = 'awaiting_appointment'`)) === 1 || undefined);
  return id;
}

async function taken(mark: string): Promise<readonly [id: string, task: string]> {
  const [id, task] = await inReview(mark);
  await press(lidia, `/escritorio/tramites/${id}/tareas/${task}/toma`);
  return [id, task];
}

test('a form page sent four times at once keeps its answers and one of its files', async () => {
  const id = await startDraft(rosa), page = (name: string): string => `/solicitudes/${id}/pagina/${name}`;
  for (const [name, fields] of Object.entries(copy.pages)) await press4(rosa, form(rosa, page(name), fields));
  await press4(rosa, { method: 'POST', path: page('respaldos'), ...partsOf([{ name: '_csrf', value: rosa.token }, { name: 'carta', filename: 'carta.pdf', value: onePagePdf('cuatro') }]) });
  assert.equal((await press(rosa, `/solicitudes/${id}/envio`)).status, 303);
  assert.equal(await count(`documents.file where owner in ('case:${id}', 'draft:${id}')`), 1);
});

const settledIn = (id: string) => count(`payments.settlement s join payments.charge c on c.id = s.charge_id where c.case_id = '${id}'`);
const heardBy = (id: string) => count(`cases.fact where case_id = '${id}' and type = 'message_received'`);
const behave = (aviso: string, servicio = 'normal') => press(rosa, '/simulador/ppe/comportamiento', { aviso, servicio });

// What the gateway may do after it took the money, and what it takes until the case hears of it.
const notified: readonly (readonly [aviso: string, then: (id: string) => Promise<unknown>])[] = [
  ['twice', async () => undefined],
  ['late', () => db.rows(`update kernel.outbox set run_at = now() where topic = 'payments.simulated_webhook'`)],
  ['late', askAgain], ['never', askAgain],
];

for (const [aviso, then] of notified) {
  test(`a payment whose notice comes ${aviso} settles once${then === askAgain ? ', when the payer asks' : ''}`, async () => {
    await behave(aviso);
    const id = await apply(rosa, `aviso ${aviso} ${then.name}`);
    await pay(rosa, id);
    await then(id);
    assert.ok(await until(async () => (await heardBy(id)) === 1 || undefined), 'the case hears of it');
    await db.rows(`update kernel.outbox set run_at = now() where topic = 'payments.simulated_webhook'`);
    await until(async () => (await count(`kernel.outbox where topic in ('payments.simulated_webhook', 'payments.ask')`)) === 0 || undefined);
    assert.deepEqual([await settledIn(id), await heardBy(id)], [1, 1]);
    await behave('once');
  });
}

async function askAgain(id: string): Promise<void> {
  await press(rosa, `/mis-tramites/${id}/pagos/${await chargeOf(id)}/consulta`);
}

test('with the gateway down people still apply, and are told how to go on', async () => {
  await behave('once', 'down');
  const id = await apply(rosa, 'caída'), refused = await press(rosa, `/mis-tramites/${id}/pagos/${await chargeOf(id)}/inicio`);
  assert.equal(refused.status, 503);
  assert.match(refused.text, /<h1[\s\S]*pasarela/i);
  await behave('once');
  await pay(rosa, id);
  assert.ok(await until(async () => (await settledIn(id)) === 1 || undefined));
});

const strangers: readonly (readonly [what: string, request: Partial<RawRequest>, status: number, code: string])[] = [
  ['no secret', { body: '{}' }, 401, 'payments.webhook_untrusted'],
  ['a wrong secret', { headers: { authorization: 'Bearer otra' }, body: '{"codigoTransaccion":"x"}' }, 401, 'payments.webhook_untrusted'],
  ['a provider that does not exist', { path: '/webhook/pagos/otra', body: '{}' }, 404, 'payments.unknown_provider'],
  ['something that is no JSON', { headers: { authorization: 'Bearer otra' }, body: '<xml/>' }, 400, 'http.unreadable'],
  ['another type', { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'a=1' }, 401, 'payments.webhook_untrusted'],
  ['more than fits', { body: `{"a":"${'x'.repeat(1_100_000)}"}` }, 413, 'http.too_large'],
];

for (const [what, request, status, code] of strangers) {
  test(`a webhook with ${what} is refused and changes nothing`, async () => {
    const before = await count('payments.webhook');
    const answer = await send(site.url, { method: 'POST', path: '/webhook/pagos/ppe', ...request, headers: { 'content-type': 'application/json', ...request.headers } });
    assert.deepEqual([answer.status, (JSON.parse(answer.text) as { code: string }).code, await count('payments.webhook')], [status, code, before]);
  });
}
