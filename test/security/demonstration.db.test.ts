import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { anonymous, citizen, officer } from '#support/people.ts';
import { startVentanilla, type RunningVentanilla } from '#support/ventanilla.ts';

let site: RunningVentanilla;
before(async () => { site = await startVentanilla(); });
after(() => site.stop());

const password = 'demo-ventanilla', username = 'administracion';

test('when the demonstration is turned off, nothing that is public of it opens anything', async () => {
  const people = [['/administracion/personas', await officer(site.url, username)], ['/mis-tramites', await citizen(site.url, '4567891')]] as const;
  for (const [path, one] of people) assert.equal((await one.send({ path })).status, 200);
  await site.restart({ VENTANILLA_DEMO: 'no' });
  for (const [path, one] of people) assert.equal((await one.send({ path })).status, 303, `the session at ${path} has ended`);

  const { visitor } = await anonymous(site.url), asked = await visitor.follow(await visitor.submit(await visitor.get('/ingresar/servidor'), { usuario: username, contrasena: password }));
  assert.deepEqual([asked.status, new URL(asked.url).pathname], [422, '/ingresar/servidor']);
  const standIn = await visitor.visit('/ingresar/ciudadania');
  assert.doesNotMatch(standIn.text, /personas inventadas/);
  assert.equal((await visitor.submit(standIn, { numero: '4567891', contrasena: password, hacer: 'ingresar' })).status, 422);
});

test('and when it is turned on again, it is there again', async () => {
  await site.restart({});
  const admin = await officer(site.url, username);
  assert.equal((await admin.send({ path: '/administracion/personas' })).status, 200);
  await citizen(site.url, '4567891');
});
