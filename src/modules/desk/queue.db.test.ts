import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { actAsOfficer, casesByPerson, casesModule, casesOfEntity, caseStatuses, countCases, countMax, queueCounts, queuePage, type CaseStatus, type QueueKey, type QueueLine, type QueueQuery, type VersionKey } from '#modules/cases/index.ts';
import { fixedClock, type LocalDate } from '#kernel/clock.ts';
import type { Db, Param } from '#kernel/db/index.ts';
import { newId } from '#kernel/ids.ts';
import { silentLog } from '#kernel/log.ts';
import { createDispatcher } from '#kernel/outbox/index.ts';
import { addSpecialDays } from '#support/calendar.ts';
import { call, pageOf } from '#support/calls.ts';
import { claimedCase, makeDesk, makeConfidentialCase, openTaskOf, type Desk } from '#support/desk.ts';
import { somePdf } from '#support/files.ts';


// Enough that a scan of everything would show, and few enough to be made in a second or two.
const tasks = 100_000, cases = 30_000;
const today = '2026-11-23' as LocalDate;
let desk: Desk;
const entityId = newId<'entity'>(), mine = newId<'person'>();

before(async () => {
  desk = await makeDesk();
  // Half of them wait for `archivo`; every thousandth is held by one officer; dates run through 500 days; every seventh has none.
  await desk.db.rows(`
    insert into cases.task (entity_id, case_id, key, unit, element, name, kind, assignee_id, assignee, due, sort_due, opened_at, slug, number, title, applicant, status)
    select $1, gen_random_uuid(), 'f1', case when n % 2 = 0 then 'archivo' else 'ventanilla' end, 'e', 'Tarea', 'review',
      case when n % 1000 = 0 then $2::uuid when n % 3 = 0 then $3::uuid end, case when n % 1000 = 0 or n % 3 = 0 then 'Alguien' end,
      case when n % 7 > 0 then date '2026-06-01' + n % 500 end, case when n % 7 > 0 then date '2026-06-01' + n % 500 else 'infinity' end,
      now(), 'tramite-' || n % 5, 'N-' || n, 'Trámite', 'Persona', 'in_review'
    from generate_series(1, ${tasks}) n`, [entityId, mine, newId<'person'>()]);
  // A third of the cases are confidential, of two procedures.
  await desk.db.rows(`
    insert into cases.case (entity_id, id, number, procedure_id, version, slug, title, applicant_id, applicant, confidential, status, seq, head, state, answers, submitted_at, updated_at, closed_at)
    select $1, gen_random_uuid(), 'N-' || n, 'p/' || n % 3, 1, 's', 'Trámite', gen_random_uuid(), jsonb_build_object('name', 'Persona ' || n), n % 3 > 0 and n % 2 = 0, case when n % 10 = 0 then 'in_review' else 'granted' end,
      1, '', '{}', '{}', timestamptz '2026-01-01' + n * interval '1 minute', now(), now()
    from generate_series(1, ${cases}) n`, [entityId]);
  await desk.asOwner('insert into cases.case_person (entity_id, case_id, words) select entity_id, id, cases.person_words(entity_id, applicant) from cases.case');
  await desk.asOwner('analyze cases.task, cases.case, cases.case_person');
});
after(() => desk.close());

const query = (more: Partial<QueueQuery>): QueueQuery => ({ entityId, personId: mine, units: ['archivo', 'ventanilla'], held: 'all', limit: 25, ...more });
const keyOf = ({ due, caseId, key }: QueueLine): QueueKey => ({ due: due ?? 'infinity', caseId, key });

test('pages follow one another without a gap or a repetition, in the order of the legal date, dates that are missing last', async () => {
  const lines: QueueLine[] = [];
  for (let after: QueueKey | undefined, page = 0; page < 8; page++) {
    const found = await queuePage(desk.db, query({ held: 'mine', after, limit: 15 }));
    lines.push(...found);
    const last = found.at(-1);
    if (!last) break;
    after = keyOf(last);
  }
  assert.equal(lines.length, 100);
  assert.equal(new Set(lines.map(({ caseId }) => caseId)).size, 100);
  const dates = lines.map(({ due }) => due ?? 'infinity');
  assert.deepEqual(dates, [...dates].sort());
  assert.ok(dates.includes('infinity'));
});

const narrowed: readonly [what: string, more: Partial<QueueQuery>, holds: (line: QueueLine) => boolean][] = [
  ['free', { held: 'free' }, ({ assigneeId }) => assigneeId === null],
  ['mine', { held: 'mine' }, ({ assigneeId }) => assigneeId === mine],
  ['of one unit', { units: ['archivo'] }, ({ unit }) => unit === 'archivo'],
  ['of one procedure', { slug: 'tramite-3' }, ({ slug }) => slug === 'tramite-3'],
  ['late', { dueBefore: today }, ({ due }) => due !== null && due < today],
  ['free, late and of one procedure', { held: 'free', dueBefore: today, slug: 'tramite-1' }, ({ assigneeId, due, slug }) => assigneeId === null && due !== null && due < today && slug === 'tramite-1'],
  ['of a unit without tasks', { units: ['nadie'] }, () => false],
];
for (const [what, more, holds] of narrowed) {
  test(`tasks ${what} are these alone`, async () => {
    const lines = await queuePage(desk.db, query(more));
    assert.ok(lines.every(holds));
    assert.equal(lines.length, what === 'of a unit without tasks' ? 0 : 25);
  });
}

test('the queue shows the date of the case where a task has none of its own, and that the clock stands still', async () => {
  const { clerk } = desk.people, { db, now } = desk, { id, task } = await claimedCase(desk, clerk);
  const ask = () => queuePage(db, { entityId: desk.people.entityId, personId: clerk.id, units: ['ventanilla', 'jefatura'], held: 'all', limit: 100 });
  await actAsOfficer(db, id, clerk, { type: 'request_opinion', task, unit: 'jefatura', question: '¿Procede?' }, now);
  const due = async () => (await ask()).filter(({ caseId }) => caseId === id).map((line) => line.due);
  assert.deepEqual(await due(), ['2026-12-07', '2026-12-07']);
  await addSpecialDays(db, [{ day: '2026-11-26', name: 'Día de prueba', norm: 'DS 1' }], now);
  await createDispatcher({ db, clock: fixedClock(now), log: silentLog, subscriptions: casesModule([]).subscriptions ?? [], jobs: [] }).drain();
  assert.deepEqual(await due(), ['2026-12-08', '2026-12-08']);
});

test('counts stop at their limit', async () => {
  assert.deepEqual(await queueCounts(desk.db, entityId, ['archivo', 'ventanilla'], mine, today), { mine: 100, free: countMax + 1, all: countMax + 1, late: countMax + 1 });
});

test('every way of reading the queue goes through an index and touches a page of it, not the queue', async () => {
  // Only the owner may explain what functions of the application ask; the statements are caught on their way.
  for (const [what, more] of [['all', {}], ...narrowed] as const) {
    const rows = await explained(() => queuePage(spy, query(more)));
    assert.ok(rows.touched <= 600, `${what} touched ${rows.touched} rows: ${rows.plan}`);
    assert.ok(!/Seq Scan on task/.test(rows.plan), `${what} scans: ${rows.plan}`);
  }
});

let caught: { readonly sql: string; readonly params: readonly Param[] } | undefined;
const spy: Db = { rows: async (sql, params = []) => { caught = { sql, params }; return []; }, transaction: () => assert.fail('reading needs no transaction') };

async function explained(ask: () => Promise<unknown>): Promise<{ plan: string; touched: number }> {
  await ask();
  const found = await desk.db.rows<{ 'QUERY PLAN': string }>(`explain (analyze, buffers off) ${caught?.sql ?? ''}`, caught?.params);
  const plan = found.map((row) => row['QUERY PLAN']).join('\n');
  const removed = [...plan.matchAll(/Rows Removed by [^:]*: (\d+)/g)].reduce((sum, [, n]) => sum + Number(n), 0);
  const read = [...plan.matchAll(/Scan.*actual[^)]*rows=([\d.]+) loops=(\d+)/g)].reduce((sum, [, rows, loops]) => sum + Number(rows) * Number(loops), 0);
  return { plan, touched: removed + read };
}

const lists: readonly [what: string, statuses: readonly CaseStatus[], readable: readonly VersionKey[]][] = [
  ['every state', caseStatuses, []],
  ['one state', ['in_review'], []],
  ['a state that is empty', ['refused'], []],
  ['every state, with one confidential procedure', caseStatuses, [{ procedureId: 'p/1', version: 1 }]],
];
for (const [what, statuses, readable] of lists) {
  test(`the list of ${cases} cases, ${what}: one page of rows is touched`, async () => {
    const ask = (on: Db) => casesOfEntity(on, { entityId, statuses, readable, limit: 26, before: { submittedAt: new Date('2026-01-15T00:00:00Z'), id: newId<'case'>() } });
    const { touched, plan } = await explained(() => ask(spy));
    assert.ok(touched <= 600, `${touched}: ${plan}`);
    const lines = await ask(desk.db);
    assert.equal(lines.length, what === 'a state that is empty' ? 0 : 26);
    assert.deepEqual(lines.map(({ submittedAt }) => submittedAt.getTime()), lines.map(({ submittedAt }) => submittedAt.getTime()).sort((a, b) => b - a));
    assert.equal(lines.some(({ confidential }) => confidential), readable.length > 0);
  });
}

test('the cases of a person are found through their index, however many there are of others', async () => {
  const ask = (on: Db) => casesByPerson(on, { entityId, words: ['persona', '1777'], readable: [], limit: 51 });
  const { touched, plan } = await explained(() => ask(spy));
  assert.ok(touched <= 600 && !/Seq Scan/.test(plan), `${touched}: ${plan}`);
  assert.deepEqual((await ask(desk.db)).map(({ applicant }) => applicant).filter((name) => !/^Persona 1777\d?$/.test(name)), []);
  assert.equal((await casesByPerson(desk.db, { entityId: newId<'entity'>(), words: ['persona'], readable: [], limit: 51 })).length, 0);
});

test('cases are counted by state up to the limit, confidential ones only where they may be read', async () => {
  const of = async (readable: readonly VersionKey[]) => (await countCases(desk.db, { entityId, statuses: ['in_review', 'refused'], readable })).map(({ count }) => count);
  assert.deepEqual(await of([]), [countMax + 1, 0]);
});

test('a confidential case shows only to the units that work on it: not in lists, by number, by its address, its files or its tasks', async () => {
  const id = await makeConfidentialCase(desk, somePdf()), { watcher, clerk, chief, auditor } = desk.people;
  const { db, now, routes } = desk;
  const listed = async (person: typeof clerk) => {
    const shown = String(pageOf(await call(routes, 'GET /escritorio/tramites', { db, now, person })).main);
    return shown.includes(id);
  };
  assert.deepEqual(await Promise.all([watcher, clerk, chief, auditor].map(listed)), [true, false, false, false]);
  const [{ number = '' } = {}] = await db.rows<{ number: string }>('select number from cases.case where id = $1', [id]);
  const sought = async (person: typeof clerk) => (await call(routes, `GET /escritorio/busqueda?numero=${encodeURIComponent(` ${number.toLowerCase()} `)}`, { db, now, person })).status;
  assert.deepEqual([await sought(watcher), await sought(clerk), await sought(auditor)], [303, 200, 200]);
  const task = await openTaskOf(db, id, watcher), [file] = await db.rows<{ id: string }>(`select id from documents.file where owner = $1`, [`case:${id}`]);
  for (const path of [`/escritorio/tramites/${id}`, `/escritorio/tramites/${id}/hoja-de-ruta`, `/escritorio/tramites/${id}/archivos/${file?.id}`, `/escritorio/tramites/${id}/archivos/${file?.id}/vista`, `/api/v1/tramites-en-curso/${id}`]) {
    for (const person of [clerk, chief, auditor]) await assert.rejects(async () => call(routes, `GET ${path}`, { db, now, person }), { code: 'cases.not_found' }, path);
    assert.equal((await call(routes, `GET ${path}`, { db, now, person: watcher })).status, 200);
  }
  await assert.rejects(async () => call(routes, `POST /escritorio/tramites/${id}/tareas/${task}/toma`, { db, now, person: chief, form: {} }), { code: 'cases.not_found' });
  const team = String(pageOf(await call(routes, 'GET /escritorio/equipo?unidad=transparencia', { db, now, person: chief })).main);
  assert.ok(team.includes('Tareas de Transparencia') && !team.includes(number));
});

test('the entity’s list is paged by key, newest first, every state or one', async () => {
  const { people: { entityId: own }, db } = desk;
  const all = await casesOfEntity(db, { entityId: own, statuses: caseStatuses, readable: [], limit: 100 });
  const paged: typeof all = [];
  for (let before; ;) {
    const page = await casesOfEntity(db, { entityId: own, statuses: caseStatuses, readable: [], before, limit: 1 });
    paged.push(...page);
    const last = page.at(-1);
    if (!last) break;
    before = { submittedAt: last.submittedAt, id: last.id };
  }
  assert.deepEqual(paged.map(({ id }) => id), all.map(({ id }) => id));
  assert.ok(all.every(({ confidential }) => !confidential));
});
