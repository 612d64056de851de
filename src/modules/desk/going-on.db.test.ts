import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { call, pageOf } from '#support/calls.ts';
import { claimedCase, makeDesk, openTaskOf, type Desk } from '#support/desk.ts';
import { makeCase } from '#support/procedure.ts';
import type { Person } from '#kernel/access.ts';
import type { CaseId } from '#kernel/ids.ts';

let desk: Desk;
before(async () => { desk = await makeDesk(); });
after(() => desk.close());

const ask = (request: string, person: Person, form: Record<string, string> = {}) => call(desk.routes, request, { db: desk.db, now: desk.now, person, form });
const taskPath = (id: CaseId, task: string): string => `/escritorio/tramites/${id}/tareas/${task}`;

/** Where an answer leads, and the page that is there. */
async function arrive(request: string, person: Person, form: Record<string, string>): Promise<{ to: string; text: string }> {
  const { body } = await ask(request, person, form), to = body.kind === 'redirect' ? body.to : assert.fail(`${request} leads on`);
  return { to, text: String(pageOf(await ask(`GET ${to}`, person)).main) };
}

test('who has answered goes on with the next of their own, then with what nobody has taken, then there is nothing', async () => {
  const { clerk, applicant } = desk.people, [first, second] = [await claimedCase(desk, clerk), await claimedCase(desk, clerk)];
  const free = await makeCase(desk.db, applicant, desk.now), freeTask = await openTaskOf(desk.db, free, clerk);
  const answer = ({ id, task }: typeof first) => arrive(`POST ${taskPath(id, task)}/resolucion`, clerk, { 'tarea-respuesta': 'rechazar', 'tarea-motivo': 'Falta todo.', 'tarea-confirmada': 'si' });
  assert.match((await answer(first)).text, new RegExp(`${taskPath(second.id, second.task)}/resolucion"[^>]*>Atender la siguiente`));
  assert.match((await answer(second)).text, new RegExp(`${taskPath(free, freeTask)}/toma[\\s\\S]*Tomar la siguiente`));
  const looking = String(pageOf(await ask(`GET /escritorio/tramites/${second.id}`, clerk)).main);
  assert.doesNotMatch(looking, /Lo siguiente/);
  await ask(`POST ${taskPath(free, freeTask)}/toma`, clerk);
  assert.match((await answer({ id: free, task: freeTask })).text, /No queda ninguna tarea para usted/);
});

test('who gives back or hands over their own goes on too', async () => {
  const { clerk, clerk2 } = desk.people;
  for (const [rest, form] of [['liberacion', {}], ['reasignacion', { 'a-quien': clerk2.id }]] as const) {
    const [given, kept] = [await claimedCase(desk, clerk), await claimedCase(desk, clerk)];
    assert.match((await arrive(`POST ${taskPath(given.id, given.task)}/${rest}`, clerk, form)).text, /Atender la siguiente/);
    await ask(`POST ${taskPath(kept.id, kept.task)}/liberacion`, clerk);
  }
});

test('a supervisor sees what one person holds, and comes back there after handing it out', async () => {
  const { clerk, clerk2, chief } = desk.people, [one, other] = [await claimedCase(desk, clerk), await claimedCase(desk, clerk2)];
  const team = `/escritorio/equipo?persona=${clerk.id}`, text = String(pageOf(await ask(`GET ${team}`, chief)).main);
  assert.match(text, new RegExp(`Tareas de ${clerk.name}`));
  assert.deepEqual([text.includes(one.id), text.includes(other.id)], [true, false]);
  assert.match(String(pageOf(await ask(`GET ${taskPath(one.id, one.task)}/reasignacion`, chief)).main), new RegExp(`${clerk2.name} \\(\\d+ a su cargo\\)`));
  const after = await arrive(`POST ${taskPath(one.id, one.task)}/reasignacion`, chief, { 'a-quien': clerk2.id });
  assert.equal(after.to, team);
  assert.ok(!after.text.includes(one.id));
});

test('a supervisor hands out everything that one person holds among others of the unit, and only a supervisor', async () => {
  const { clerk, clerk2, chief } = desk.people, address = `/escritorio/equipo/reparto?persona=${clerk.id}`;
  const held = [await claimedCase(desk, clerk), await claimedCase(desk, clerk), await claimedCase(desk, clerk)];
  assert.match(String(pageOf(await ask(`GET ${address}`, chief)).main), new RegExp(`${clerk2.name} \\(\\d+ a su cargo\\)`));
  const unanswered = await ask(`POST ${address}`, chief);
  assert.deepEqual([unanswered.status, String(pageOf(unanswered).main).includes('Elija al menos a una persona')], [422, true]);
  const first = await ask(`POST ${address}`, chief, { entre: clerk2.id });
  assert.match(first.notice ?? '', /^Pasamos \d+ tareas\.$/);
  const holders = await desk.db.rows<{ assigneeId: string }>('select assignee_id as "assigneeId" from cases.task where case_id = any($1)', [held.map(({ id }) => id)]);
  assert.deepEqual(holders.map(({ assigneeId }) => assigneeId), [clerk2.id, clerk2.id, clerk2.id]);
  assert.match(String(pageOf(await ask(`GET ${address}`, chief)).main), /No tiene tareas/);
  await assert.rejects(async () => ask('GET /escritorio/equipo/reparto?persona=nadie', chief), { code: 'desk.person_not_found' });
});

test('who does not work in the unit gets nothing, and the page says that it stays', async () => {
  const { clerk, chief, watcher } = desk.people, { id } = await claimedCase(desk, clerk);
  const answer = await ask(`POST /escritorio/equipo/reparto?persona=${clerk.id}`, chief, { entre: watcher.id });
  assert.equal(answer.status, 422, 'who is of none of the units concerned is not on offer');
  const [{ assigneeId } = { assigneeId: '' }] = await desk.db.rows<{ assigneeId: string }>('select assignee_id as "assigneeId" from cases.task where case_id = $1', [id]);
  assert.equal(assigneeId, clerk.id);
});
