import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { newId } from '#kernel/ids.ts';
import { isRefusal } from '#kernel/errors/index.ts';
import { startIdentitySite, whoOf, type IdentitySite } from '#support/identity-site.ts';
import type { Seen, Visitor } from '#support/visitor.ts';
import { demoPassword } from './demo/people.ts';
import { demoAccounts, demoEntityId, demoOfficerId, demoOfficers, findEntityByKey, findPerson, getPerson, listEntities, officersOfUnit, seedDemo, setOfficerAccess } from './index.ts';

let site: IdentitySite;
before(async () => { site = await startIdentitySite(); });
after(() => site.close());

async function logIn(username: string): Promise<Visitor> {
  const visitor = site.visitor();
  const asked = await visitor.follow(await visitor.submit(await visitor.get('/ingresar/servidor'), { usuario: username, contrasena: demoPassword }));
  await visitor.submit(asked, { codigo: /ahora es <strong>(\d{6})/.exec(asked.text)?.[1] ?? '' });
  assert.match(whoOf((await visitor.get('/')).text), /^officer/);
  return visitor;
}

const people = '/administracion/personas';

test('only who administers sees the people, and only those of their own entity', async () => {
  const admin = await logIn('administracion'), list = await admin.get(people);
  assert.equal(list.status, 200);
  assert.match(list.text, /archivo\.aduana/);
  assert.ok(!list.text.includes('direccion.agemed'));
  assert.equal((await admin.get(`${people}/${demoOfficerId('direccion.agemed')}`)).status, 404);
  for (const username of ['ventanilla.aduana', 'jefatura.aduana', 'auditoria', 'diseno']) {
    assert.equal((await (await logIn(username)).get(people)).status, 403, username);
  }
});

test('adding somebody: faults are told at their field, then the first password is shown once', async () => {
  const admin = await logIn('administracion'), form = await admin.get(`${people}/nueva`);
  const faulty = await admin.submit(form, { nombre: '', usuario: 'x', correo: 'no', unidades: 'Á' }, /personas$/);
  assert.equal(faulty.status, 422);
  for (const field of ['nombre', 'usuario', 'correo', 'papeles', 'unidades']) assert.match(faulty.text, new RegExp(`href="#${field}"`));
  const made = await admin.submit(form, { nombre: 'Ana Ñáñez', usuario: 'ana.nanez', correo: '', papeles: ['officer'], unidades: 'archivo' }, /personas$/);
  assert.match(made.text, /Se muestra solo esta vez/);
  const twice = await admin.submit(form, { nombre: 'Ana Ñáñez', usuario: 'ana.nanez', correo: '', papeles: ['officer'], unidades: 'archivo' }, /personas$/);
  assert.deepEqual([twice.status, /Ya existe una cuenta con ese nombre/.test(twice.text)], [409, true]);
  assert.ok((await officersOfUnit(site.db, demoEntityId('aduana-nacional'), 'archivo')).some(({ name }) => name === 'Ana Ñáñez'));
});

test('changing rights, taking out of service and putting back are written down and end sessions', async () => {
  const admin = await logIn('administracion'), officer = await logIn('archivo.aduana'), id = demoOfficerId('archivo.aduana'), of = `${people}/${id}`;
  const changed = await admin.submit(await admin.get(of), { papeles: ['officer', 'supervisor'], unidades: 'archivo, jefatura' }, /permisos$/);
  assert.equal(changed.status, 303);
  assert.equal(whoOf((await officer.get('/escritorio')).text), 'nadie', 'at once in this process');
  assert.deepEqual((await getPerson(site.db, id)).units, ['archivo', 'jefatura']);
  const back = await logIn('archivo.aduana');
  await admin.submit(await admin.get(of), {}, /baja$/);
  assert.equal(whoOf((await back.get('/escritorio')).text), 'nadie');
  assert.ok(!(await officersOfUnit(site.db, demoEntityId('aduana-nacional'), 'archivo')).some((one) => one.id === id));
  await admin.submit(await admin.get(of), {}, /alta$/);
  await logIn('archivo.aduana');
  const actions = await site.db.rows<{ action: string }>('select action from kernel.audit where subject = $1 order by id', [`person:${id}`]);
  for (const action of ['identity.access_changed', 'identity.officer_disabled', 'identity.officer_enabled']) assert.ok(actions.some((row) => row.action === action), action);
});

test('a role that opens other entities is not given by whoever administers one of them, and kept where somebody has it', async () => {
  const admin = await logIn('administracion'), id = demoOfficerId('archivo.aduana'), of = `${people}/${id}`, form = await admin.get(of), before = await getPerson(site.db, id);
  assert.doesNotMatch(form.text + (await admin.get(`${people}/nueva`)).text, /value="(?:reviewer|examiner)"/);
  for (const role of ['reviewer', 'examiner']) {
    assert.equal((await admin.submit(form, { papeles: ['officer', role], unidades: 'archivo' }, /permisos$/)).status, 403, role);
    assert.equal((await admin.submit(await admin.get(`${people}/nueva`), { nombre: 'Ana Paz', usuario: `ana.${role}`, correo: '', papeles: [role], unidades: '' }, /personas$/)).status, 403, role);
  }
  assert.deepEqual((await getPerson(site.db, id)).roles, before.roles);
  await setOfficerAccess(site.db, id, { roles: ['officer', 'examiner'], units: ['archivo'] }, undefined);
  assert.equal((await admin.submit(await admin.get(of), { papeles: ['officer', 'examiner'], unidades: 'archivo' }, /permisos$/)).status, 303);
  const agency = { id: newId<'person'>(), kind: 'officer', name: 'Administra la agencia', roles: ['admin'], units: [], entityId: demoEntityId('agetic') } as const;
  await setOfficerAccess(site.db, demoOfficerId('revision.agetic'), { roles: ['reviewer'], units: [] }, agency);
  await setOfficerAccess(site.db, id, { roles: before.roles.filter((role) => role === 'officer'), units: before.units }, undefined);
});

test('who administers can not lock themselves out', async () => {
  const admin = await logIn('administracion'), own = `${people}/${demoOfficerId('administracion')}`;
  const page = await admin.get(own);
  assert.equal((await admin.submit(page, { papeles: ['officer'], unidades: '' }, /permisos$/)).status, 409);
  assert.ok(!/baja"/.test(page.text));
});

test('a reset gives a new first password and takes the second factor away', async () => {
  const admin = await logIn('administracion'), of = `${people}/${demoOfficerId('jefatura.aduana')}`;
  const shown = await admin.submit(await admin.get(of), {}, /reposicion$/), password = /app-code">([\w-]+)</.exec(shown.text)?.[1] ?? '';
  const visitor = site.visitor();
  const next = await visitor.follow(await visitor.submit(await visitor.get('/ingresar/servidor'), { usuario: 'jefatura.aduana', contrasena: password }));
  assert.equal(new URL(next.url).pathname, '/ingresar/servidor/contrasena');
});

test('one’s own page shows the open sessions and closes them', async () => {
  const here = await logIn('evaluacion.agemed'), there = await logIn('evaluacion.agemed');
  const account = await here.get('/mi-cuenta');
  assert.match(account.text, /Marco Antonio Peredo Lima/);
  assert.equal([...account.text.matchAll(/\/mi-cuenta\/sesiones\/[0-9a-f-]{36}\/cierre/g)].length, 1, 'every session but this one');
  await here.submit(account, {}, /sesiones\/[0-9a-f-]{36}\/cierre/);
  assert.equal(whoOf((await there.get('/escritorio')).text), 'nadie');
  const third = await logIn('evaluacion.agemed');
  await here.submit(await here.get('/mi-cuenta'), {}, /sesiones\/cierre$/);
  for (const visitor of [here, third]) assert.equal(whoOf((await visitor.get('/escritorio')).text), 'nadie');
});

test('nobody closes the session of somebody else', async () => {
  const one = await logIn('evaluacion2.agemed'), other = await logIn('laboratorio.agemed');
  const [row] = await site.db.rows<{ id: string }>('select id from identity.session where person_id = $1', [demoOfficerId('evaluacion2.agemed')]);
  const form = await other.get('/mi-cuenta');
  const seen = await other.submit({ ...form, text: form.text.replace('/mi-cuenta/sesiones/cierre', `/mi-cuenta/sesiones/${row?.id}/cierre`) }, {}, /[0-9a-f-]{36}\/cierre/);
  assert.equal(seen.status, 404);
  assert.match(whoOf((await one.get('/escritorio')).text), /^officer/);
});

test('changing one’s password asks for the old one, gives the session a new token and closes the others', async () => {
  const here = await logIn('ventanilla.migracion'), there = await logIn('ventanilla.migracion'), before = here.cookie('sesion');
  const change = async (fields: Record<string, string>): Promise<Seen> => here.submit(await here.get('/mi-cuenta/contrasena'), fields, /contrasena$/);
  const good = { actual: demoPassword, nueva: 'cuatro llamas blancas', repetida: 'cuatro llamas blancas' };
  assert.match((await change({ ...good, actual: 'otra' })).text, /La contraseña actual no es correcta/);
  assert.match((await change({ ...good, repetida: 'cuatro llamas' })).text, /no son iguales/);
  assert.equal((await change(good)).status, 303);
  assert.notEqual(here.cookie('sesion'), before);
  assert.match(whoOf((await here.get('/escritorio')).text), /^officer/);
  assert.equal(whoOf((await there.get('/escritorio')).text), 'nadie');
});

test('secrets are kept sealed or hashed', async () => {
  const visitor = await logIn('admision.agemed'), token = visitor.cookie('sesion') ?? '';
  const rows = await site.db.rows<{ row: string }>(`select s::text as row from identity.session s union all select o::text from identity.officer o union all select a::text from identity.oidc_account a`);
  for (const { row } of rows) assert.ok(!row.includes(token) && !row.includes(demoPassword));
  const dumped = await site.db.rows<{ action: string; detail: string }>('select action, detail::text from kernel.audit');
  for (const { detail } of dumped) assert.ok(!detail.includes(demoPassword));
});

test('the demonstration is written once, and its people can be asked for', async () => {
  const count = async () => (await site.db.rows<{ n: number }>('select count(*)::int as n from identity.officer'))[0]?.n;
  const before = await count();
  await seedDemo(site.db, site.identity.keys);
  assert.equal(await count(), before);
  assert.equal((await listEntities(site.db)).length, 7);
  assert.equal((await findEntityByKey(site.db, 'agemed'))?.id, demoEntityId('agemed'));
  assert.ok(demoAccounts().every(({ who, user, password, does }) => who && user && password && does));
  for (const { username, entity, units } of demoOfficers) {
    if (username === 'archivo.aduana') continue; // changed above
    const person = await getPerson(site.db, demoOfficerId(username));
    assert.deepEqual([person.entityId, person.units], [demoEntityId(entity), units]);
  }
});

test('nobody is found under an id that nobody has', async () => {
  const id = newId<'person'>();
  assert.equal(await findPerson(site.db, id), undefined);
  await assert.rejects(getPerson(site.db, id), (caught) => isRefusal(caught, 'identity.person_not_found'));
});
