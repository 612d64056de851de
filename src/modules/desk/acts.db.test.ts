import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call, type Asked } from '#support/calls.ts';
import { claimedCase, issueFor, makeDesk, openTaskOf, type Desk } from '#support/desk.ts';
import { makeCase } from '#support/procedure.ts';
import { actAsOfficer, openCase, withdrawCase } from '#modules/cases/index.ts';
import { mayCall, type Person } from '#kernel/access.ts';
import { isRefusal } from '#kernel/errors/index.ts';
import type { CaseId } from '#kernel/ids.ts';

let desk: Desk;
before(async () => { desk = await makeDesk(); });
after(() => desk.close());

type Who = 'holder' | 'colleague' | 'otherUnit' | 'supervisor' | 'otherEntity' | 'auditor' | 'applicant';
const everybody: readonly Who[] = ['holder', 'colleague', 'otherUnit', 'supervisor', 'otherEntity', 'auditor', 'applicant'];

// The holder is of the unit and has taken the task; the colleague is of the same unit.
const personOf = (who: Who): Person => {
  const { clerk, clerk2, watcher, chief, stranger, auditor, applicant } = desk.people;
  return { holder: clerk, colleague: clerk2, otherUnit: watcher, supervisor: chief, otherEntity: stranger, auditor, applicant }[who];
};

const once = { llave: 'prueba-0001' };
const resolution = { ...once, 'tarea-respuesta': 'aprobar' };

/** An act of the desk on a claimed task: its request, its form, and who may do it; everybody else is refused. */
type Act = { readonly name: string; readonly request: (id: CaseId, task: string) => string; readonly may: readonly Who[]; readonly form?: () => Record<string, string>; readonly json?: unknown };

const acts: readonly Act[] = [
  { name: 'claims', request: (id, task) => `POST /escritorio/tramites/${id}/tareas/${task}/toma`, may: ['holder'] },
  { name: 'releases', request: (id, task) => `POST /escritorio/tramites/${id}/tareas/${task}/liberacion`, may: ['holder', 'supervisor'] },
  { name: 'asks to whom to hand over', request: (id, task) => `GET /escritorio/tramites/${id}/tareas/${task}/reasignacion`, may: ['holder', 'supervisor'] },
  { name: 'hands over', request: (id, task) => `POST /escritorio/tramites/${id}/tareas/${task}/reasignacion`, may: ['holder', 'supervisor'], form: () => ({ ...once, 'a-quien': desk.people.clerk2.id }) },
  { name: 'opens the task', request: (id, task) => `GET /escritorio/tramites/${id}/tareas/${task}/resolucion`, may: ['holder'] },
  { name: 'resolves', request: (id, task) => `POST /escritorio/tramites/${id}/tareas/${task}/resolucion`, may: ['holder'], form: () => resolution },
  { name: 'opens a question', request: (id, task) => `GET /escritorio/tramites/${id}/tareas/${task}/consulta`, may: ['holder'] },
  { name: 'asks another unit', request: (id, task) => `POST /escritorio/tramites/${id}/tareas/${task}/consulta`, may: ['holder'], form: () => ({ ...once, unidad: 'jefatura', pregunta: '¿Procede?' }) },
  { name: 'answers as if asked', request: (id, task) => `POST /escritorio/tramites/${id}/tareas/${task}/opinion`, may: [], form: () => ({ ...once, opinion: 'Sí.' }) },
  { name: 'notes', request: (id) => `POST /escritorio/tramites/${id}/notas`, may: ['holder', 'colleague', 'otherUnit', 'supervisor'], form: () => ({ ...once, nota: 'Ojo.' }) },
  { name: 'reads', request: (id) => `GET /escritorio/tramites/${id}`, may: ['holder', 'colleague', 'otherUnit', 'supervisor', 'auditor'] },
  { name: 'prints', request: (id) => `GET /escritorio/tramites/${id}/hoja-de-ruta`, may: ['holder', 'colleague', 'otherUnit', 'supervisor', 'auditor'] },
  { name: 'reads by API', request: (id) => `GET /api/v1/tramites-en-curso/${id}`, may: ['holder', 'colleague', 'otherUnit', 'supervisor', 'auditor'] },
  { name: 'claims by API', request: (id, task) => `POST /api/v1/tramites-en-curso/${id}/tareas/${task}/toma`, may: ['holder'], json: {} },
  { name: 'releases by API', request: (id, task) => `POST /api/v1/tramites-en-curso/${id}/tareas/${task}/liberacion`, may: ['holder', 'supervisor'], json: {} },
  { name: 'resolves by API', request: (id, task) => `POST /api/v1/tramites-en-curso/${id}/tareas/${task}/resolucion`, may: ['holder'], json: { respuesta: 'aprobar' } },
];

const asked = (person: Person, more: Partial<Asked> = {}): Asked => ({ db: desk.db, now: desk.now, person, headers: { 'idempotency-key': 'prueba-0001' }, ...more });

/** What the server would answer: its check of roles, then the handler. */
async function statusOf(request: string, ask: Asked): Promise<number> {
  const found = desk.routes.find(({ method, path }) => request.startsWith(`${method} `) && new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`).test(request.split(' ')[1] ?? ''));
  if (!found || !mayCall(found.who, ask.person)) return 403;
  return call(desk.routes, request, ask).then(({ status }) => status, (caught: unknown) => { if (isRefusal(caught)) return caught.status; throw caught; });
}

const isDone = (status: number): boolean => status === 200 || status === 303;

for (const { name, request, may, form, json } of acts) {
  for (const who of everybody) {
    test(`${who} ${may.includes(who) ? name : `never ${name}`}`, async () => {
      const { id, task } = await claimedCase(desk, desk.people.clerk);
      const status = await statusOf(request(id, task), asked(personOf(who), { form: form?.() ?? once, json }));
      assert.equal(isDone(status), may.includes(who), `answered ${status}`);
    });
  }
  test(`nobody ${name} what is in another state, unless it only reads or notes`, async () => {
    const { id, task } = await claimedCase(desk, desk.people.clerk);
    await withdrawCase(desk.db, id, desk.people.applicant, '', desk.now);
    const status = await statusOf(request(id, task), asked(desk.people.clerk, { form: form?.() ?? once, json }));
    assert.equal(isDone(status), ['notes', 'reads', 'prints', 'reads by API'].includes(name), `answered ${status}`);
    if (!isDone(status)) assert.ok(status === 409 || status === 404, `answered ${status}`);
  });
}

test('an unclaimed task is claimed by officers of its unit alone', async () => {
  for (const who of everybody) {
    const id = await makeCase(desk.db, desk.people.applicant, desk.now), task = await openTaskOf(desk.db, id, desk.people.clerk);
    const status = await statusOf(`POST /escritorio/tramites/${id}/tareas/${task}/toma`, asked(personOf(who), { form: once }));
    assert.equal(isDone(status), who === 'holder' || who === 'colleague', `${who} ${status}`);
  }
});

test('four eyes: who reviewed is offered nothing and gets nowhere; a colleague decides', async () => {
  const { id, task } = await claimedCase(desk, desk.people.clerk);
  await call(desk.routes, `POST /escritorio/tramites/${id}/tareas/${task}/resolucion`, asked(desk.people.clerk, { form: resolution }));
  const second = await openTaskOf(desk.db, id, desk.people.clerk);
  const page = await call(desk.routes, `GET /escritorio/tramites/${id}`, asked(desk.people.clerk));
  const text = page.body.kind === 'page' ? String(page.body.page.main) : '';
  assert.match(text, /lo debe dar una persona distinta/);
  assert.ok(!text.includes(`/tareas/${second}/toma`));
  for (const way of [`POST /escritorio/tramites/${id}/tareas/${second}/toma`, `POST /api/v1/tramites-en-curso/${id}/tareas/${second}/toma`]) {
    assert.equal(await statusOf(way, asked(desk.people.clerk, { form: once, json: {} })), 403);
  }
  assert.equal(await statusOf(`POST /escritorio/tramites/${id}/tareas/${second}/reasignacion`, asked(desk.people.chief, { form: { ...once, 'a-quien': desk.people.clerk.id } })), 403);
  assert.equal(await statusOf(`POST /escritorio/tramites/${id}/tareas/${second}/toma`, asked(desk.people.clerk2, { form: once })), 303);
});

test('a second press of any button changes nothing more and only leads on', async () => {
  const { id, task } = await claimedCase(desk, desk.people.clerk), { clerk } = desk.people;
  const seq = async () => (await openCase(desk.db, id, clerk)).current.seq;
  const presses = [
    [`POST /escritorio/tramites/${id}/notas`, { ...once, nota: 'Una sola vez' }],
    [`POST /escritorio/tramites/${id}/tareas/${task}/consulta`, { ...once, unidad: 'jefatura', pregunta: '¿Procede?' }],
    [`POST /escritorio/tramites/${id}/tareas/${task}/resolucion`, resolution],
  ] as const;
  for (const [request, form] of presses) {
    assert.equal(await statusOf(request, asked(clerk, { form })), 303);
    const after = await seq();
    assert.equal(await statusOf(request, asked(clerk, { form })), 303);
    assert.equal(await seq(), after, request);
  }
  const [second] = (await openCase(desk.db, id, clerk)).current.state.tasks;
  const again = { db: desk.db, now: desk.now, person: desk.people.clerk2, headers: { 'idempotency-key': 'api-clave-1' }, json: {} };
  for (let press = 0; press < 2; press++) assert.equal(await statusOf(`POST /api/v1/tramites-en-curso/${id}/tareas/${second?.key}/toma`, again), 200);
});

test('the API asks for a key, and says what is wrong with the refusal of the page', async () => {
  const { id, task } = await claimedCase(desk, desk.people.clerk), path = `POST /api/v1/tramites-en-curso/${id}/tareas/${task}/resolucion`;
  const refusalOf = (more: Partial<Asked>) => call(desk.routes, path, asked(desk.people.clerk, more)).then(() => 'done', (caught: unknown) => (isRefusal(caught) ? caught.code : String(caught)));
  assert.equal(await refusalOf({ json: { respuesta: 'aprobar' }, headers: {} }), 'desk.key_missing');
  assert.equal(await refusalOf({ json: { respuesta: 'volar' } }), 'cases.bad_outcome');
  assert.equal(await refusalOf({ json: { respuesta: 'rechazar' } }), 'cases.reason_needed');
  assert.equal(await refusalOf({ json: { respuesta: 'observar', motivo: 'x', corregir: [] } }), 'cases.fields_needed');
  assert.equal(await refusalOf({ json: { respuesta: 'aprobar', datos: { superficie: 1 } } }), 'cases.unknown_field');
  assert.equal(await refusalOf({ json: { respuesta: 'aprobar' } }), 'done');
});

test('another unit is asked, answers, and the one who asked reads it; what is no unit is refused with the page', async () => {
  const { id, task } = await claimedCase(desk, desk.people.clerk), { clerk, chief } = desk.people;
  const question = (unidad: string) => statusOf(`POST /escritorio/tramites/${id}/tareas/${task}/consulta`, asked(clerk, { form: { llave: `pregunta-${unidad || 'nada'}`, unidad, pregunta: '¿Procede?' } }));
  assert.deepEqual([await question(''), await question('inventada'), await question('ventanilla'), await question('jefatura')], [422, 422, 422, 303]);
  await actAsOfficer(desk.db, id, chief, { type: 'claim', task: 'o1' }, desk.now);
  const answer = (opinion: string) => statusOf(`POST /escritorio/tramites/${id}/tareas/o1/opinion`, asked(chief, { form: { ...once, opinion } }));
  assert.deepEqual([await answer(' '), await answer('Procede.')], [422, 303]);
  const page = await call(desk.routes, `GET /escritorio/tramites/${id}`, asked(clerk));
  assert.match(page.body.kind === 'page' ? String(page.body.page.main) : '', /Procede\./);
  const form = await call(desk.routes, `GET /escritorio/tramites/${id}/tareas/${task}/resolucion`, asked(clerk));
  assert.match(form.body.kind === 'page' ? String(form.body.page.main) : '', /Opiniones recibidas[\s\S]*Procede\./);
});

const revokers: readonly [who: Who, status: number][] = [['holder', 303], ['supervisor', 303], ['otherUnit', 403], ['auditor', 403], ['applicant', 403], ['otherEntity', 404]];
for (const [who, expected] of revokers) {
  test(`${who} who revokes a certificate is answered ${expected}`, async () => {
    const id = await makeCase(desk.db, desk.people.applicant, desk.now), certificate = await issueFor(desk, id);
    const path = `POST /escritorio/tramites/${id}/certificados/${certificate.id}/revocacion`;
    const form = { clase: 'conditions_lost', motivo: 'Cerró el local.' };
    assert.equal(await statusOf(path, asked(personOf(who), { form })), expected);
    const revoked = (await desk.certificates.find(desk.db, certificate.id))?.revocation !== undefined;
    assert.equal(revoked, expected === 303);
    if (expected === 303) assert.equal(await statusOf(path, asked(personOf(who), { form })), 303);
  });
}

test('a certificate is not revoked without class or reason, nor through another case', async () => {
  const [id, other] = [await makeCase(desk.db, desk.people.applicant, desk.now), await makeCase(desk.db, desk.people.applicant, desk.now)];
  const certificate = await issueFor(desk, id), at = (one: CaseId) => `POST /escritorio/tramites/${one}/certificados/${certificate.id}/revocacion`;
  const post = (one: CaseId, form: Record<string, string>) => statusOf(at(one), asked(desk.people.chief, { form }));
  assert.deepEqual([await post(id, { clase: '', motivo: 'x' }), await post(id, { clase: 'replaced', motivo: ' ' }), await post(other, { clase: 'replaced', motivo: 'x' })], [422, 422, 404]);
});
