import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addSpecialDays } from '#support/calendar.ts';
import { freshDatabase, type FreshDatabase } from '#support/database.ts';
import { makeCase, makeDraft, makeWorld, type World } from '#support/procedure.ts';
import { fixedClock } from '#kernel/clock.ts';
import type { Person } from '#kernel/access.ts';
import type { CaseId } from '#kernel/ids.ts';
import { silentLog } from '#kernel/log.ts';
import { createDispatcher, enqueue } from '#kernel/outbox/index.ts';
import { getCase, factsOf } from './store/read.ts';
import { actAsOfficer, casesModule, correctCase, getOwnCase, openCase, readFacts, saveDraft, submitDraft, verifyChain, withdrawCase, type OfficerEvent } from './index.ts';

const monday = new Date('2026-11-23T10:00:00-04:00');
let fresh: FreshDatabase, world: World;
before(async () => { fresh = await freshDatabase(); world = await makeWorld(fresh.db, monday); });
after(() => fresh.close());

const act = (id: CaseId, person: Person, event: OfficerEvent, key?: string, now = monday) => actAsOfficer(fresh.db, id, person, event, now, key);
const answer = (outcome: string, more: Partial<Extract<OfficerEvent, { type: 'complete_task' }>> = {}): OfficerEvent =>
  ({ type: 'complete_task', task: 'f2', outcome, reason: 'Porque sí cumple.', observe: [], answers: {}, ...more });
const stateOf = async (id: CaseId) => (await getCase(fresh.db, id)).state;
const openTask = async (id: CaseId) => (await stateOf(id)).tasks[0]?.key ?? '';
const refused = (code: string) => ({ name: 'Refusal', code: `cases.${code}` });

async function claimed(person: Person): Promise<{ id: CaseId; task: string }> {
  const id = await makeCase(fresh.db, world.applicant, monday), task = await openTask(id);
  await act(id, person, { type: 'claim', task });
  return { id, task };
}

test('a draft handed in ten times at once becomes one case with one number', async () => {
  const id = await makeDraft(fresh.db, world.applicant, monday);
  const ids = await Promise.all(Array.from({ length: 10 }, () => submitDraft(fresh.db, id, world.applicant, monday)));
  assert.deepEqual([...new Set(ids)], [id]);
  assert.equal((await factsOf(fresh.db, id)).length, 1);
});

test('twenty cases handed in at once have twenty numbers', async () => {
  const ids = await Promise.all(Array.from({ length: 20 }, () => makeCase(fresh.db, world.applicant, monday)));
  const numbers = await Promise.all(ids.map(async (id) => (await getCase(fresh.db, id)).number));
  assert.equal(new Set(numbers).size, 20);
  assert.match(numbers[0] ?? '', /^EP-2026-\d{6}-\d$/);
});

test('a draft with something missing is refused and stays as it was', async () => {
  const id = await makeDraft(fresh.db, world.applicant, monday);
  await saveDraft(fresh.db, id, world.applicant.id, { actividad: 'Panadería' }, monday);
  await assert.rejects(submitDraft(fresh.db, id, world.applicant, monday), refused('invalid_answers'));
  await assert.rejects(getCase(fresh.db, id), refused('not_found'));
  await saveDraft(fresh.db, id, world.applicant.id, { actividad: 'Panadería', superficie: 1 }, monday);
});

test("somebody else's draft and case do not exist", async () => {
  const draft = await makeDraft(fresh.db, world.applicant, monday), id = await makeCase(fresh.db, world.applicant, monday);
  await assert.rejects(submitDraft(fresh.db, draft, world.other, monday), refused('draft_not_found'));
  await assert.rejects(getOwnCase(fresh.db, id, world.other.id), refused('not_found'));
  await assert.rejects(openCase(fresh.db, id, world.stranger), refused('not_found'));
});

test('of two officers who take a task at once, one has it and the other is told who', async () => {
  const id = await makeCase(fresh.db, world.applicant, monday), task = await openTask(id);
  const results = await Promise.allSettled([world.clerk, world.clerk2].map((person) => act(id, person, { type: 'claim', task })));
  assert.deepEqual(results.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
  assert.equal((await factsOf(fresh.db, id)).length, 2);
});

test('the same command twice is carried out once', async () => {
  const { id, task } = await claimed(world.clerk);
  for (let i = 0; i < 3; i++) await act(id, world.clerk, answer('aprobar', { task }), 'press-1').catch((caught: unknown) => assert.equal((caught as { code: string }).code, 'cases.task_not_open'));
  assert.equal((await factsOf(fresh.db, id)).filter((fact) => fact.type === 'task_completed').length, 1);
});

test('the person who reviewed may neither take nor decide the second step', async () => {
  const { id, task } = await claimed(world.clerk);
  await act(id, world.clerk, answer('aprobar', { task }));
  const second = await openTask(id);
  await assert.rejects(act(id, world.clerk, { type: 'claim', task: second }), refused('same_person'));
  await act(id, world.clerk2, { type: 'claim', task: second });
  await assert.rejects(act(id, world.chief, { type: 'hand_over', task: second, to: world.clerk }), refused('same_person'));
  await act(id, world.clerk2, answer('conceder', { task: second }));
  assert.equal((await stateOf(id)).status, 'granted');
});

test('an observation stops the clock, only what was observed can change, and the clock goes on afterwards', async () => {
  const { id, task } = await claimed(world.clerk);
  const before = (await getCase(fresh.db, id)).due;
  await assert.rejects(act(id, world.clerk, answer('observar', { task })), refused('fields_needed'));
  await assert.rejects(act(id, world.clerk, answer('observar', { task, observe: [{ field: 'nada', reason: 'x' }] })), refused('unknown_field'));
  await act(id, world.clerk, answer('observar', { task, observe: [{ field: 'superficie', reason: 'No coincide con el plano.' }] }));
  assert.deepEqual([(await stateOf(id)).status, (await getCase(fresh.db, id)).due], ['observed', null]);
  const wednesday = new Date('2026-11-25T10:00:00-04:00');
  await assert.rejects(correctCase(fresh.db, id, world.applicant, { actividad: 'Bar', superficie: 45 }, wednesday), refused('not_correctable'));
  await correctCase(fresh.db, id, world.applicant, { actividad: 'Panadería', superficie: 45 }, wednesday);
  const now = await getCase(fresh.db, id);
  assert.deepEqual([now.state.status, now.answers.superficie, before, now.due], ['in_review', 45, '2026-12-07', '2026-12-09']);
});

test('who does not correct in time is archived by the timer of the term', async () => {
  const { id, task } = await claimed(world.clerk);
  await act(id, world.clerk, answer('observar', { task, observe: [{ field: 'superficie', reason: 'No coincide.' }] }));
  const clock = fixedClock(monday);
  const dispatcher = createDispatcher({ db: fresh.db, clock, log: silentLog, subscriptions: casesModule([]).subscriptions ?? [], jobs: [] });
  clock.set('2026-11-30T23:59:00-04:00');
  await dispatcher.drain();
  assert.equal((await stateOf(id)).status, 'observed');
  clock.set('2026-12-01T00:01:00-04:00');
  await dispatcher.drain();
  assert.equal((await stateOf(id)).status, 'abandoned');
});

const forbidden = [
  //  who                                what                                                                              code
  ['an officer of another unit',         () => world.chief,    (task: string): OfficerEvent => ({ type: 'claim', task }),                              'task_not_yours'],
  ['an officer of another entity',       () => world.stranger, (task: string): OfficerEvent => ({ type: 'claim', task }),                              'not_found'],
  ['somebody who has not taken it',      () => world.clerk,    (task: string): OfficerEvent => answer('aprobar', { task }),                            'task_not_claimed'],
  ['an applicant',                       () => world.applicant, (task: string): OfficerEvent => ({ type: 'claim', task }),                             'not_found'],
  ['an officer, of a task not open',     () => world.clerk,    (): OfficerEvent => ({ type: 'claim', task: 'f99' }),                                   'task_not_open'],
  ['an officer with an empty note',      () => world.clerk,    (): OfficerEvent => ({ type: 'add_note', text: '  ' }),                                 'reason_needed'],
] as const;

for (const [who, person, event, code] of forbidden) {
  test(`${who} is refused: ${code}`, async () => {
    const id = await makeCase(fresh.db, world.applicant, monday);
    await assert.rejects(act(id, person(), event(await openTask(id))), refused(code));
  });
}

test('an opinion of another unit is asked and given without letting the task go', async () => {
  const { id, task } = await claimed(world.clerk);
  await act(id, world.clerk, { type: 'request_opinion', task, unit: 'jefatura', question: '¿Corresponde?' });
  await assert.rejects(act(id, world.clerk, { type: 'request_opinion', task, unit: 'jefatura', question: '¿Y?' }), refused('unit_busy'));
  const asked = (await stateOf(id)).tasks.find((one) => one.kind === 'opinion')?.key ?? '';
  await act(id, world.chief, { type: 'claim', task: asked });
  await act(id, world.chief, { type: 'give_opinion', task: asked, text: 'Sí corresponde.' });
  assert.deepEqual((await stateOf(id)).tasks.map((one) => one.key), [task]);
});

test('what was withdrawn takes nothing more, except a note', async () => {
  const { id, task } = await claimed(world.clerk);
  await withdrawCase(fresh.db, id, world.applicant, 'Ya no lo necesito.', monday);
  assert.equal((await stateOf(id)).status, 'withdrawn');
  await assert.rejects(act(id, world.clerk, answer('aprobar', { task })), refused('closed'));
  await assert.rejects(withdrawCase(fresh.db, id, world.applicant, '', monday), refused('closed'));
  await act(id, world.clerk, { type: 'add_note', text: 'Archivado.' });
});

test('a new holiday moves the date of open terms, keeps the first one, and moves the timer', async () => {
  const id = await makeCase(fresh.db, world.applicant, monday);
  await addSpecialDays(fresh.db, [{ day: '2026-12-01', name: 'Feriado de prueba', norm: 'DS de prueba' }], monday);
  const clock = fixedClock(monday);
  await createDispatcher({ db: fresh.db, clock, log: silentLog, subscriptions: casesModule([]).subscriptions ?? [], jobs: [] }).drain();
  const term = (await stateOf(id)).terms.find((one) => one.name === 'resolucion');
  assert.deepEqual([term?.originalDue, term?.currentDue, (await getCase(fresh.db, id)).due], ['2026-12-07', '2026-12-08', '2026-12-08']);
});

test('a revoked certificate is told in the story of its case, once, also after the case ended', async () => {
  const id = await makeCase(fresh.db, world.applicant, monday);
  await withdrawCase(fresh.db, id, world.applicant, '', monday);
  const message = { topic: 'certificates.revoked', key: `certificates.revoked/${id}`, payload: { caseId: id, certificateId: 'c', code: '2345-6789-ABCD', reason: 'holder_request', entityId: world.entityId, title: 'Permiso' } };
  const dispatcher = createDispatcher({ db: fresh.db, clock: fixedClock(monday), log: silentLog, subscriptions: casesModule([]).subscriptions ?? [], jobs: [] });
  for (let i = 0; i < 2; i++) { await enqueue(fresh.db, [message]); await dispatcher.drain(); }
  const facts = (await readFacts(fresh.db, id)).filter((fact) => fact.type === 'certificate_revoked');
  assert.deepEqual(facts.map((fact) => fact.data.reason), ['A pedido de su titular']);
  assert.equal((await verifyChain(fresh.db, id)).holds, true);
});

test('only who runs the office may try a stopped step again, and only where one is stopped', async () => {
  const id = await makeCase(fresh.db, world.applicant, monday);
  await assert.rejects(act(id, world.clerk, { type: 'retry_incident' }), refused('only_supervisor'));
  await assert.rejects(act(id, world.chief, { type: 'retry_incident' }), refused('not_awaited'));
});

test('every chain holds, and whoever changes a fact as the owner of the database is found out', async () => {
  const { id } = await claimed(world.clerk);
  assert.deepEqual(await verifyChain(fresh.db, id), { holds: true, facts: 2 });
  await assert.rejects(fresh.db.rows('update cases.fact set text = text where case_id = $1', [id]), { code: '42501' });
  await fresh.asOwner(`update cases.fact set text = replace(text, 'Lidia', 'Livia') where case_id = '${id}' and seq = 2`);
  assert.deepEqual(await verifyChain(fresh.db, id), { holds: false, reason: 'El hecho 2 no sigue al anterior.' });
});
