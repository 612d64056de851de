import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { nameUnits } from '#modules/identity/index.ts';
import { call, pageOf } from '#support/calls.ts';
import { claimedCase, makeDesk, type Desk } from '#support/desk.ts';

let desk: Desk;
before(async () => { desk = await makeDesk(); });
after(() => desk.close());

test('officers read the names of units, with their accents; a unit without one is read by its key', async () => {
  const { entityId, clerk, chief } = desk.people, { id, task } = await claimedCase(desk, clerk), base = `/escritorio/tramites/${id}`;
  const textAt = async (path: string, person = clerk): Promise<string> => String(pageOf(await call(desk.routes, `GET ${path}`, { db: desk.db, now: desk.now, person })).main);
  assert.match(await textAt(base), /unidad Ventanilla\./);
  await nameUnits(desk.db, entityId, { ventanilla: 'Atención al público', jefatura: 'Jefatura Jurídica' });
  await nameUnits(desk.db, entityId, { ventanilla: 'Atención y recepción' });
  for (const [path, person] of [['/escritorio', clerk], ['/escritorio/equipo', chief], ['/escritorio/equipo?unidad=ventanilla', chief], [base, clerk]] as const) assert.match(await textAt(path, person), /Atención y recepción/, path);
  assert.match(await textAt(`${base}/tareas/${task}/consulta`), /value="jefatura">Jefatura Jurídica</);
  assert.match(await textAt('/escritorio/equipo', chief), /Transparencia/);
});
