import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { after, before, test } from 'node:test';
import { documentsModule, receiveUpload } from '#modules/documents/index.ts';
import { demoEntityId, demoOfficerId, getPerson, seedDemo } from '#modules/identity/index.ts';
import type { Person } from '#kernel/access.ts';
import { instantOf } from '#kernel/clock.ts';
import { isRefusal } from '#kernel/errors/index.ts';
import { newId, type FileId } from '#kernel/ids.ts';
import { silentLog } from '#kernel/log.ts';
import { addSpecialDays } from '#support/calendar.ts';
import { somePdf } from '#support/files.ts';
import { freshDatabase, type FreshDatabase } from '#support/database.ts';
import { someContent } from '#support/plan.ts';
import { approvePlan, answerPlan, authorisePlan, closePlan, conformPlan, observePlan, opineOnPlan, registerPlan, registerResolution, type Act } from './actions/procedure/acts.ts';
import { planTermsOf } from './actions/procedure/terms-of.ts';
import { recomputePlans } from './actions/procedure/recompute.ts';
import { proceed } from './actions/procedure/proceed.ts';
import { verifyPlan, verifyPlans } from './actions/procedure/verify-plan.ts';
import { actorOf } from './actions/procedure/write.ts';
import { beginPlan, newVersion } from './actions/plan/begin-plan.ts';
import type { Planner } from './actions/plan/keep-content.ts';
import type { PlanId } from './domain/plan/plan.ts';
import { findApproved } from './store/procedure/approved.ts';
import { publishedPlans } from './store/plan/published.ts';
import { planQueue } from './store/procedure/lists.ts';
import { keepNote, notesOf } from './store/procedure/notes.ts';
import { getStanding } from './store/procedure/proceedings.ts';
import { day } from './test-support/proceeding.ts';

const dataFolder = mkdtempSync(join(tmpdir(), 'ventanilla-plans-')), module = documentsModule({ config: { dataFolder, environment: { CLAMD: 'no' } }, log: silentLog });
let fresh: FreshDatabase, head: Planner, authority: Person, reviewer: Person, coordinator: Person;

before(async () => {
  fresh = await freshDatabase();
  await seedDemo(fresh.db);
  const person = (username: string) => getPerson(fresh.db, demoOfficerId(username));
  const ours = await person('gobierno.aduana');
  head = { ...ours, entityId: demoEntityId('aduana-nacional') };
  [authority, reviewer, coordinator] = [await person('mae.aduana'), await person('revision.agetic'), await person('coordinacion.justicia')];
});
after(async () => { await fresh.close(); rmSync(dataFolder, { recursive: true }); });

const at = (text: string) => instantOf(day(text), '10:00');
const stateOf = async (id: PlanId) => (await getStanding(fresh.db, id)).plan.state;
const act = async (person: Person, id: PlanId, on: string, seen?: number): Promise<Act> => ({ person, id, now: at(on), seen: seen ?? (await getStanding(fresh.db, id)).proceeding.seq });
const proof = { secret: 'demo-ventanilla', ip: '10.0.0.1' };
/** A new version; what other tests left on its way is not in its way. */
async function begun(on = '2026-03-02', more: Partial<Parameters<typeof beginPlan>[2]> = {}): Promise<PlanId> {
  await fresh.asOwner(`update plans.plan set state = 'closed' where state not in ('draft', 'in_force', 'superseded')`);
  return beginAnother(on, more);
}
const beginAnother = (on = '2026-03-02', more: Partial<Parameters<typeof beginPlan>[2]> = {}) => beginPlan(fresh.db, head, { title: 'Plan de la Aduana', fromYear: 2025, toYear: 2028, content: someContent, isExample: false, ...more }, at(on));

/** A scanned resolution that the head has sent. */
async function uploaded(id: PlanId, on: string): Promise<FileId> {
  const part = { kind: 'file', name: 'archivo', filename: 'resolucion.pdf', mimetype: 'application/pdf', stream: Readable.from(somePdf('Resolucion')) } as const;
  const file = await receiveUpload(module.documents, fresh.db, part, { entityId: head.entityId, owner: `draft:${id}`, fieldId: 'archivo', personId: head.id }, { accept: ['pdf'], bytesMax: 1_000_000 }, at(on));
  return file?.id ?? assert.fail('a file was sent');
}

/** Leads a plan to its force on one day. */
async function lead(id: PlanId, on = '2026-03-02', confidential = false): Promise<PlanId> {
  await registerPlan(fresh.db, await act(head, id, on));
  await conformPlan(fresh.db, await act(reviewer, id, on));
  await approvePlan(fresh.db, await act(head, id, on), proof);
  const { plan } = await getStanding(fresh.db, id);
  await authorisePlan(fresh.db, await act(authority, id, on), { number: 'RA 1/2026', day: day(on), text: `Código ${plan.code ?? ''}`, confidential, reason: confidential ? 'Infraestructura crítica' : '' });
  await registerResolution(fresh.db, await act(head, id, on), { number: 'RA 1/2026', day: day(on), fileId: await uploaded(id, on) });
  return id;
}

test('a plan goes through all steps; what it said is frozen, its facts verify, and it is published', async () => {
  const id = await lead(await begun());
  const { plan, proceeding } = await getStanding(fresh.db, id);
  assert.equal(plan.state, 'in_force');
  assert.ok(plan.registeredAt && plan.conformedAt && plan.approvedAt && plan.authorityApprovedAt && plan.inForceAt && plan.publishedAt && !plan.confidential);
  assert.deepEqual(await verifyPlan(fresh.db, id), { holds: true, facts: 5 });
  const approved = await findApproved(fresh.db, plan.code ?? '');
  assert.equal(approved?.sha256, plan.sha256);
  assert.match(approved?.content ?? '', /Los trámites se hacen en ventanilla/);
  assert.equal(proceeding.process.approval?.evidence.account, 'gobierno.aduana');
  assert.ok((await publishedPlans(fresh.db)).some((one) => one.version === plan.version));
  await assert.rejects(fresh.db.rows('update plans.fact set text = text'), /permission denied/);
  await assert.rejects(fresh.db.rows('update plans.approved set content = content'), /permission denied/);
  await closePlan(fresh.db, await act(head, id, '2026-04-01'), 'Cambió la gestión.');
  assert.equal(await stateOf(id), 'closed');
});

test('each step tells those who come next, and nobody twice', async () => {
  const id = await lead(await begun());
  const told = await fresh.db.rows<{ name: string; subject: string; count: number }>(`
    select p.name, n.subject, count(*)::int as count from notifications.notice n join identity.person p on p.id = n.person_id where n.link like $1 group by p.name, n.subject`, [`%${id}%`]);
  assert.deepEqual(told.map(({ name, subject, count }) => `${name}: ${subject} ${count}`).sort(), [
    [reviewer.name, 'Aduana Nacional registró su plan', 1], [head.name, 'La AGETIC está conforme con el plan', 1], [authority.name, 'El plan espera su resolución', 1], [head.name, 'El plan tiene resolución', 1],
    [authority.name, 'El plan está vigente', 1], [reviewer.name, 'El plan está vigente', 1],
  ].map(([name, subject, count]) => `${name}: ${subject} ${count}`).sort());
  await closePlan(fresh.db, await act(head, id, '2026-03-02'), 'Prueba');
});

test('what breaks half way leaves nothing behind, and can be done again', async () => {
  const id = await begun(), command = { id, person: head, now: at('2026-03-02'), key: 'una-llave', make: () => ({ type: 'register', by: actorOf(head), sha256: 'a'.repeat(64) }) as const };
  await assert.rejects(proceed<'register'>(fresh.db, { ...command, also: () => Promise.reject(new Error('se cortó la luz')) }), /se cortó la luz/);
  const counted = async () => (await fresh.db.rows<{ count: number }>('select (select count(*) from plans.fact where plan_id = $1)::int + (select count(*) from plans.command where plan_id = $1)::int + (select count(*) from notifications.notice where link like $2)::int as count', [id, `%${id}%`]))[0]?.count;
  assert.deepEqual([await stateOf(id), await counted()], ['draft', 0]);
  await proceed<'register'>(fresh.db, command);
  assert.equal(await stateOf(id), 'registered');
});

test('one version at a time, and never an older one than that in force', async () => {
  const first = await begun(), second = await beginAnother();
  await registerPlan(fresh.db, await act(head, second, '2026-03-02'));
  const refused = async () => assert.rejects(registerPlan(fresh.db, await act(head, first, '2026-03-02')), (caught) => isRefusal(caught, 'plans.plan_overtaken'));
  await refused();
  await conformPlan(fresh.db, await act(reviewer, second, '2026-03-02'));
  await approvePlan(fresh.db, await act(head, second, '2026-03-02'), proof);
  const { plan } = await getStanding(fresh.db, second);
  await authorisePlan(fresh.db, await act(authority, second, '2026-03-02'), { number: 'RA 2/2026', day: day('2026-03-02'), text: plan.code ?? '', confidential: false, reason: '' });
  await registerResolution(fresh.db, await act(head, second, '2026-03-02'), { number: 'RA 2/2026', day: day('2026-03-02'), fileId: await uploaded(second, '2026-03-02') });
  await refused();
});

test('a tampered fact shows', async () => {
  const id = await begun();
  await registerPlan(fresh.db, await act(head, id, '2026-03-02'));
  await fresh.asOwner(`update plans.fact set text = replace(text, 'Marcela', 'Marcelo') where plan_id = '${id}'`);
  assert.equal((await verifyPlan(fresh.db, id)).holds, false);
  assert.match((await verifyPlans(fresh.db))?.reason ?? '', /no sigue al anterior/);
});

test('a confidential plan and an example are in force and not published', async () => {
  for (const id of [await lead(await begun(), '2026-03-02', true), await lead(await begun('2026-03-02', { isExample: true }))]) {
    const { plan } = await getStanding(fresh.db, id);
    assert.equal(plan.state, 'in_force');
    assert.equal(plan.publishedAt, null);
    await closePlan(fresh.db, await act(head, id, '2026-03-02'), 'Prueba');
  }
});

test('pressing twice does it once, however close together', async () => {
  const id = await begun(), once = await act(head, id, '2026-03-02');
  await Promise.all([registerPlan(fresh.db, once), registerPlan(fresh.db, once), registerPlan(fresh.db, once)]);
  await registerPlan(fresh.db, once);
  assert.equal((await getStanding(fresh.db, id)).proceeding.seq, 1);
  const asked = await act(coordinator, id, '2026-03-03');
  await Promise.all([opineOnPlan(fresh.db, asked, 'De acuerdo.'), opineOnPlan(fresh.db, asked, 'De acuerdo.')]);
  assert.equal((await getStanding(fresh.db, id)).proceeding.process.opinions.length, 1);
});

test('of two reviewers at once one decides, and the other is told', async () => {
  const id = await begun();
  await registerPlan(fresh.db, await act(head, id, '2026-03-02'));
  const second: Person = { ...reviewer, id: newId(), name: 'Otra revisora' };
  const outcomes = await Promise.allSettled([conformPlan(fresh.db, await act(reviewer, id, '2026-03-03')), conformPlan(fresh.db, await act(second, id, '2026-03-03'))]);
  assert.equal(outcomes.filter(({ status }) => status === 'fulfilled').length, 1);
  assert.ok(outcomes.some((one) => one.status === 'rejected' && isRefusal(one.reason, 'plans.plan_not_at_step')));
  assert.equal((await getStanding(fresh.db, id)).proceeding.seq, 2);
});

test('what happens at the same moment and does not stand in the way is all kept', async () => {
  const id = await begun();
  await registerPlan(fresh.db, await act(head, id, '2026-03-02'));
  await Promise.all([opineOnPlan(fresh.db, await act(coordinator, id, '2026-03-03'), 'Una.'), opineOnPlan(fresh.db, await act({ ...coordinator, id: newId() }, id, '2026-03-03'), 'Otra.'), conformPlan(fresh.db, await act(reviewer, id, '2026-03-03'))].map((one) => one.catch((caught: unknown) => assert.ok(isRefusal(caught)))));
  const verdict = await verifyPlan(fresh.db, id);
  assert.ok(verdict.holds && verdict.facts >= 2);
});

test('observations wait until they are sent, go to the entity, and come back with answers', async () => {
  const id = await begun(), { plan } = await getStanding(fresh.db, id);
  await registerPlan(fresh.db, await act(head, id, '2026-03-02'));
  await assert.rejects(observePlan(fresh.db, await act(reviewer, id, '2026-03-10')), (caught) => isRefusal(caught, 'plans.plan_nothing_observed'));
  await keepNote(fresh.db, plan, { key: 'o:1', section: 'foda', severity: 'important', text: 'Falta cruzar.' }, reviewer.id, at('2026-03-10'));
  await assert.rejects(conformPlan(fresh.db, await act(reviewer, id, '2026-03-10')), (caught) => isRefusal(caught, 'plans.plan_still_observed'));
  await observePlan(fresh.db, await act(reviewer, id, '2026-03-10'));
  assert.deepEqual(await notesOf(fresh.db, plan), { observations: [], findings: {}, answers: {} });
  assert.equal(await stateOf(id), 'observed');
  const [told] = await fresh.db.rows<{ body: string }>('select body from notifications.notice where person_id = $1 order by id desc limit 1', [head.id]);
  assert.match(told?.body ?? '', /Ajústelo y responda cada una hasta el/);
  await assert.rejects(answerPlan(fresh.db, await act(head, id, '2026-03-20')), (caught) => isRefusal(caught, 'plans.plan_unanswered'));
  await keepNote(fresh.db, plan, { key: 'a:1', text: 'Se cruzó.' }, head.id, at('2026-03-20'));
  await answerPlan(fresh.db, await act(head, id, '2026-03-20'));
  await keepNote(fresh.db, plan, { key: 'f:1', resolved: true }, reviewer.id, at('2026-03-21'));
  await conformPlan(fresh.db, await act(reviewer, id, '2026-03-23'));
  assert.equal(await stateOf(id), 'conforming');
});

test('a plan that says too little is not registered, nor somebody else\'s, nor approved with a wrong password', async () => {
  const empty = await begun('2026-03-02', { content: {} });
  await assert.rejects(registerPlan(fresh.db, await act(head, empty, '2026-03-02')), (caught) => isRefusal(caught, 'plans.plan_incomplete'));
  const id = await begun();
  await assert.rejects(registerPlan(fresh.db, await act({ ...head, entityId: demoEntityId('migracion') }, id, '2026-03-02')), (caught) => isRefusal(caught, 'plans.plan_not_your_turn'));
  await registerPlan(fresh.db, await act(head, id, '2026-03-02'));
  await conformPlan(fresh.db, await act(reviewer, id, '2026-03-03'));
  await assert.rejects(approvePlan(fresh.db, await act(head, id, '2026-03-04'), { ...proof, secret: 'otra' }), (caught) => isRefusal(caught, 'identity.password_wrong'));
  assert.equal(await stateOf(id), 'conforming');
});

test('the old version stays in force until the new one is, and gives way then', async () => {
  const old = await lead(await begun());
  const next = await newVersion(fresh.db, head, (await getStanding(fresh.db, old)).plan, at('2026-06-01'));
  assert.equal(await stateOf(old), 'in_force');
  await lead(next, '2026-06-10');
  assert.deepEqual([await stateOf(old), await stateOf(next)], ['superseded', 'in_force']);
  assert.ok((await getStanding(fresh.db, old)).plan.replacedAt);
  assert.ok((await verifyPlan(fresh.db, old)).holds && (await verifyPlan(fresh.db, next)).holds);
});

test('a decree moves the date of the queue, keeps the first one, and tells whoever must act', async () => {
  const id = await begun('2026-09-01');
  await registerPlan(fresh.db, await act(head, id, '2026-09-01'));
  const lineOf = async () => (await planQueue(fresh.db, 'ours', undefined)).find((one) => one.id === id);
  const first = (await lineOf())?.due;
  await addSpecialDays(fresh.db, [{ day: '2026-09-15', name: 'Duelo nacional', norm: 'Decreto Supremo 9999' }], at('2026-09-10'));
  const [{ revision = 0 } = {}] = await fresh.db.rows<{ revision: number }>(`select (payload->>'revision')::int as revision from kernel.outbox where topic = 'calendars.changed' order by id desc limit 1`);
  await recomputePlans(fresh.db, { topic: 'calendars.changed', key: 'x', payload: { revision }, attempt: 1, now: at('2026-09-10') });
  const moved = (await lineOf())?.due, term = (await getStanding(fresh.db, id)).proceeding.process.terms.at(-1);
  assert.ok(moved && first && moved > first);
  assert.deepEqual([term?.originalDue, term?.currentDue], [first, moved]);
});

test('the terms that an entity keeps: of a draft before any fact, by the calendar of today, and of the agency what waits for it', async () => {
  const one = newId<'plan'>(), owner = demoEntityId('migracion'), agency = demoEntityId('agetic');
  await fresh.db.rows(`insert into plans.plan (entity_id, id, version, title, from_year, to_year, revision, content, created_at, updated_at) values ($1, $2, 1, 'Plan', 2025, 2028, 1, '{}', now(), now())`, [owner, one]);
  assert.deepEqual(await planTermsOf(fresh.db, owner, day('2026-10-01')), [], 'the national calendar has not begun');
  await fresh.db.rows(`insert into plans.national_act (kind, day, reference, source, registered_at, registered_by, registrar) values ('component', '2026-04-01', 'Nota', 'Prueba', now(), $1, 'Prueba')`, [newId()]);
  const [draft] = await planTermsOf(fresh.db, owner, day('2026-10-01'));
  assert.deepEqual([draft?.step, draft?.metOn, draft?.isOwn, draft?.planId], ['formulacion', null, true, one]);
  assert.ok(draft && draft.due >= '2026-06-30' && draft.due <= '2026-07-03', draft?.due);
  const id = await begun();
  await registerPlan(fresh.db, await act(head, id, '2026-08-03'));
  const waiting = async () => (await planTermsOf(fresh.db, agency, day('2026-12-01'))).find(({ planId }) => planId === id);
  const before = await waiting();
  assert.deepEqual([before?.step, before?.isOwn, before?.metOn], ['revision', false, null]);
  assert.ok(!(await planTermsOf(fresh.db, head.entityId, day('2026-12-01'))).some(({ step }) => step === 'revision'), 'the entity does not keep the term of the agency');
  await addSpecialDays(fresh.db, [{ day: before?.due ?? assert.fail(), name: 'Duelo nacional', norm: 'Decreto Supremo 9998' }], at('2026-08-04'));
  const moved = await waiting();
  assert.ok(moved && before && moved.due > before.due && moved.originalDue === before.originalDue, 'a day that stops being a working day moves it at once');
});
