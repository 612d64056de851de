import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fixedClock } from '#kernel/clock.ts';
import { countHashing } from '#support/count-hashing.ts';
import { startIdentitySite, whoOf, type IdentitySite } from '#support/identity-site.ts';
import type { Seen, Visitor } from '#support/visitor.ts';
import { resetOfficer } from './actions/manage-officers.ts';
import { demoPassword } from './demo/people.ts';
import { totpCode, totpStep } from './domain/totp.ts';
import { createOfficer, demoEntityId, demoOfficerId, disableOfficer, setOfficerAccess } from './index.ts';

let site: IdentitySite;
const clock = fixedClock('2026-11-20T14:00:10Z');
before(async () => { site = await startIdentitySite({ clock }); });
after(() => site.close());

const forward = (seconds: number) => clock.set(new Date(clock.now().getTime() + seconds * 1000));
const shownCode = (text: string) => /su código ahora es <strong>(\d{6})/.exec(text)?.[1] ?? '';

async function givePassword(visitor: Visitor, username: string, password = demoPassword, from = '/ingresar/servidor'): Promise<Seen> {
  const seen = await visitor.submit(await visitor.get(from), { usuario: username, contrasena: password });
  return visitor.follow(seen);
}

async function logIn(visitor: Visitor, username: string, from?: string): Promise<Seen> {
  const asked = await givePassword(visitor, username, demoPassword, from);
  return visitor.follow(await visitor.submit(asked, { codigo: shownCode(asked.text) }));
}

test('a demo officer gets in with password and the code that the page shows', async () => {
  const visitor = site.visitor(), inside = await logIn(visitor, 'ventanilla.aduana');
  assert.equal(new URL(inside.url).pathname, '/escritorio');
  assert.match(whoOf(inside.text), /^officer\|Lidia Choque Apaza/);
  assert.equal(visitor.cookie('ingreso'), undefined, 'the cookie of the login is gone');
});

test('the same demo code may be used by two journeys at once, and capitals in the user name do not matter', async () => {
  await logIn(site.visitor(), 'ventanilla.aduana');
  assert.match(whoOf((await logIn(site.visitor(), 'Ventanilla.Aduana')).text), /^officer/);
});

test('without the code nobody is in, and no step can be skipped', async () => {
  const visitor = site.visitor();
  await givePassword(visitor, 'jefatura.aduana');
  assert.equal(whoOf((await visitor.get('/escritorio')).text), 'nadie');
  for (const step of ['contrasena', 'inscripcion']) assert.equal((await visitor.get(`/ingresar/servidor/${step}`)).status, 400);
  assert.equal((await site.visitor().get('/ingresar/servidor/codigo')).status, 400, 'without a password there is no question for a code');
});

test('wrong password, unknown user and disabled account give the same page', async () => {
  const { id } = await createOfficer(site.db, { entityId: demoEntityId('agemed'), username: 'de.baja', name: 'De Baja', roles: ['officer'], units: [] }, undefined, clock.now());
  await disableOfficer(site.db, id, undefined, clock.now());
  await site.db.rows(`update identity.officer set password_hash = (select password_hash from identity.officer where username = 'ventanilla.gad') where person_id = $1`, [id]);
  const pages = await Promise.all([['ventanilla.gad', 'otra'], ['nadie.gad', 'otra'], ['de.baja', demoPassword], ['', '']].map(async ([user = '', password = '']) => {
    const seen = await givePassword(site.visitor(), user, password);
    return `${seen.status} ${seen.text.replace(/ value="[^"]*"/g, '')}`;
  }));
  assert.match(pages[0] ?? '', /^422 [\s\S]*El usuario o la contraseña no son correctos/);
  assert.equal(new Set(pages).size, 1);
});

test('an unknown user costs the same work as a known one, so that time tells nothing', async (t) => {
  const work = countHashing(t);
  for (const user of ['emision.migracion', 'nadie.migracion']) await givePassword(site.visitor(), user, 'otra');
  const [known, unknown, ...more] = work();
  assert.ok(known && more.length === 0, 'each costs one hash');
  assert.deepEqual(unknown, known);
});

test('after five wrong passwords the account waits, from every address, and then opens again', async () => {
  for (let i = 0; i < 5; i++) assert.equal((await givePassword(site.visitor(), 'archivo.aduana', 'otra')).status, 422);
  const blocked = await givePassword(site.visitor(), 'archivo.aduana');
  assert.equal(blocked.status, 429);
  assert.match(blocked.text, /Podrá volver a intentarlo a las \d\d:\d\d/);
  forward(31);
  assert.match(whoOf((await logIn(site.visitor(), 'archivo.aduana')).text), /^officer/);
  assert.equal((await givePassword(site.visitor(), 'archivo.aduana', 'otra')).status, 422, 'success forgets the wrong ones');
});

test('an unknown account is throttled like a known one', async () => {
  const statuses = [];
  for (let i = 0; i < 6; i++) statuses.push((await givePassword(site.visitor(), 'inventado', 'otra')).status);
  assert.deepEqual(statuses, [422, 422, 422, 422, 422, 429]);
});

test('a hundred guesses at once count a hundred times', async () => {
  const seen = await Promise.all(Array.from({ length: 12 }, () => givePassword(site.visitor(), 'otro.inventado', 'otra')));
  assert.equal(seen.filter(({ status }) => status === 422).length, 5);
});

test('wrong codes are counted too', async () => {
  const visitor = site.visitor(), asked = await givePassword(visitor, 'direccion.gad');
  const statuses = [];
  for (let i = 0; i < 6; i++) statuses.push((await visitor.submit(asked, { codigo: shownCode(asked.text) === '000000' ? '000001' : '000000' })).status);
  assert.deepEqual(statuses, [422, 422, 422, 422, 422, 429]);
});

test('a new officer chooses a password, joins an authenticator, and gets recovery codes that open once', async () => {
  const made = await createOfficer(site.db, { entityId: demoEntityId('agemed'), username: 'nueva.agemed', name: 'Nueva Persona', roles: ['officer'], units: ['evaluacion'] }, undefined, clock.now());
  const visitor = site.visitor();
  const first = await givePassword(visitor, 'nueva.agemed', made.password);
  assert.equal(new URL(first.url).pathname, '/ingresar/servidor/contrasena');
  for (const [nueva, repetida, told] of [['corta', 'corta', /al menos 12 caracteres/], ['tres gatos negros', 'tres gatos', /no son iguales/]] as const) {
    assert.match((await visitor.submit(first, { nueva, repetida })).text, told);
  }
  const enrol = await visitor.follow(await visitor.submit(first, { nueva: 'tres gatos negros', repetida: 'tres gatos negros' }));
  assert.match(enrol.text, /<svg role="img"/);
  const secret = secretOf(enrol.text);
  assert.equal((await visitor.submit(enrol, { codigo: '000000' })).status, 422);
  const codes = await visitor.submit(enrol, { codigo: totpCode(secret, totpStep(clock.now())) });
  const [recovery = ''] = /<li>([\w-]{14})<\/li>/.exec(codes.text)?.slice(1) ?? [];
  assert.match(whoOf((await visitor.get('/escritorio')).text), /Nueva Persona/);

  const replayed = site.visitor(), asked = await givePassword(replayed, 'nueva.agemed', 'tres gatos negros');
  assert.equal(shownCode(asked.text), '', 'only demo accounts are shown their code');
  assert.equal((await replayed.submit(asked, { codigo: totpCode(secret, totpStep(clock.now())) })).status, 422, 'a code that was used opens nothing');
  assert.equal((await replayed.submit(asked, { codigo: recovery })).status, 303);
  const again = site.visitor();
  assert.equal((await again.submit(await givePassword(again, 'nueva.agemed', 'tres gatos negros'), { codigo: recovery })).status, 422, 'a recovery code opens once');
});

test('a session ends after half an hour without use, and after twelve hours in any case', async () => {
  const idle = site.visitor();
  await logIn(idle, 'juridica.gad');
  forward(29 * 60);
  assert.match(whoOf((await idle.get('/escritorio')).text), /^officer/);
  forward(29 * 60);
  assert.match(whoOf((await idle.get('/escritorio')).text), /^officer/, 'use keeps it open');
  forward(31 * 60);
  assert.equal(whoOf((await idle.get('/escritorio')).text), 'nadie');
  const busy = site.visitor();
  await logIn(busy, 'juridica.gad');
  for (let i = 0; i < 12 * 3; i++) { forward(20 * 60 - 1); assert.match(whoOf((await busy.get('/escritorio')).text), /^officer/, `after ${i} uses`); }
  forward(60);
  assert.equal(whoOf((await busy.get('/escritorio')).text), 'nadie');
});

test('what was begun with a stolen password ends when the account is reset', async () => {
  const waiting = site.visitor(), asked = await givePassword(waiting, 'suplencia.gad');
  assert.ok(shownCode(asked.text) !== '');
  await resetOfficer(site.db, demoOfficerId('suplencia.gad'), undefined);
  for (const step of ['codigo', 'contrasena', 'inscripcion']) assert.equal((await waiting.get(`/ingresar/servidor/${step}`)).status, 400, step);
});

test('other rights end the session, so that the next begins with them', async () => {
  const visitor = site.visitor();
  await logIn(visitor, 'inspeccion.gad');
  await setOfficerAccess(site.db, demoOfficerId('inspeccion.gad'), { roles: ['officer', 'supervisor'], units: ['inspeccion'] }, undefined);
  forward(6);
  assert.equal(whoOf((await visitor.get('/escritorio')).text), 'nadie', 'at the latest after the five seconds of the cache');
});

test('no answer shows a secret to who may not see it', async () => {
  const visitor = site.visitor(), asked = await givePassword(visitor, 'laboratorio.agemed');
  assert.ok(!/totp|secret=|argon2/.test(asked.text));
});

test('in production no code is shown to anybody', async () => {
  const real = await startIdentitySite({ clock, demo: false });
  try {
    const asked = await givePassword(real.visitor(), 'ventanilla.aduana');
    assert.equal(new URL(asked.url).pathname, '/ingresar/servidor/codigo');
    assert.ok(!/Demostración: su código/.test(asked.text));
    assert.ok(!(await real.visitor().get('/ingresar/servidor')).text.includes(demoPassword));
  } finally { await real.close(); }
});

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
function secretOf(text: string): Buffer {
  const coded = /secret=([A-Z2-7]+)/.exec(text)?.[1] ?? '';
  const bits = [...coded].map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}
