import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { actAsOfficer, withdrawCase } from '#modules/cases/index.ts';
import type { Person } from '#kernel/access.ts';
import { fixedClock } from '#kernel/clock.ts';
import type { CaseId, EntityId } from '#kernel/ids.ts';
import { silentLog } from '#kernel/log.ts';
import { freshDatabase, type FreshDatabase } from '#support/database.ts';
import { makeCase, makeWorld, type World } from '#support/procedure.ts';
import { indicatorsModule } from '../index.ts';
import { findIndicator } from '../content/index.ts';
import { country, latestFigures, seriesOf } from '../store/figures.ts';
import { findList } from '../store/lists.ts';
import { findProgress } from '../store/progress.ts';
import { countAgain, keepCounting } from './keep-counting.ts';
import { observeCases, observeThings } from './observe.ts';

const monday = new Date('2026-11-23T10:00:00-04:00');
let fresh: FreshDatabase, world: World;

before(async () => {
  fresh = await freshDatabase();
  world = await makeWorld(fresh.db, monday);
  await indicatorsModule({ db: fresh.db, clock: fixedClock(monday), log: silentLog, plan: { title: '', fromYear: 2025, toYear: 2028, axes: [], lines: [] } }).start?.();
  await fresh.db.rows(`insert into indicators.population (list, version, name, source, confirmed, since, everybody) values ('nivel-central', 2, 'Prueba', 'Prueba', true, '2026-11-23', false)`);
  await fresh.db.rows(`insert into indicators.population_member (list, version, entity_key) values ('nivel-central', 2, 'entidad-de-prueba'), ('nivel-central', 2, 'otra-entidad')`);
});
after(() => fresh.close());

/** Does what the jobs do, until everything that happened is in the figures. */
async function look(now = monday): Promise<void> {
  for (let tries = 0; tries < 2_000; tries++) {
    await keepCounting(fresh.db, now);
    const [row] = await fresh.db.rows<{ waits: boolean }>(`select looked_at is not null or position < cases.change_mark() as waits from indicators.cursor where source = 'cases'`);
    if (row?.waits !== true) break;
    await wait(5);
  }
  await observeCases(fresh.db, now);
  await observeThings(fresh.db, now);
}

async function valueOf(code: string, entityId?: EntityId): Promise<string> {
  const found = (await latestFigures(fresh.db, entityId)).find(({ indicator }) => indicator === code);
  return found ? `${found.num}/${found.den}=${found.value === null ? 'sin base' : Math.round(found.value * 10) / 10}` : 'nada';
}

const act = (id: CaseId, person: Person, task: string, outcome: string, now: Date) => actAsOfficer(fresh.db, id, person, { type: 'claim', task }, now)
  .then(() => actAsOfficer(fresh.db, id, person, { type: 'complete_task', task, outcome, reason: 'Porque sí cumple.', observe: [], answers: {} }, now));

async function grant(id: CaseId, now: Date): Promise<void> {
  const taskOf = async () => (await fresh.db.rows<{ key: string }>('select key from cases.task where case_id = $1', [id]))[0]?.key ?? assert.fail('a task is open');
  await act(id, world.clerk, await taskOf(), 'aprobar', now);
  await act(id, world.clerk2, await taskOf(), 'conceder', now);
}

test('before anything happened, nothing is 0 % or 100 %: what has nothing to divide by has no basis', async () => {
  await look();
  assert.deepEqual(await Promise.all(['S-3', 'S-4', '6.2', '4.1', '3.1', '7.1'].map((code) => valueOf(code))), ['0/0=sin base', 'null/null=sin base', '1/2=50', '0/1=0', '0/0=sin base', 'nada']);
});

test('a goal moves because an application was really decided, and not because it was handed in', async () => {
  const id = await makeCase(fresh.db, world.applicant, monday);
  await look();
  assert.deepEqual(await Promise.all(['4.1', 'S-1', 'S-2', 'S-3'].map((code) => valueOf(code))), ['0/1=0', '1/null=1', '0/null=0', '0/0=sin base']);
  const thursday = new Date('2026-11-26T22:30:00-04:00');
  await grant(id, thursday);
  await look(thursday);
  assert.deepEqual(await Promise.all(['4.1', 'S-2', 'S-3', 'S-4'].map((code) => valueOf(code))), ['1/1=100', '1/null=1', '1/1=100', '3/null=3']);
  assert.deepEqual(await valueOf('S-2', world.entityId), '1/null=1');
  assert.deepEqual((await seriesOf(fresh.db, { indicator: 'S-2', kind: 'day', limit: 9 })).map(({ period, num }) => [period, num]), [['2026-11-23', 0], ['2026-11-26', 1]]);
});

test('what comes late lowers the share of what was in term, and a withdrawal counts as ended and not as decided', async () => {
  const late = await makeCase(fresh.db, world.applicant, monday), gone = await makeCase(fresh.db, world.applicant, monday), january = new Date('2027-01-04T10:00:00-04:00');
  await withdrawCase(fresh.db, gone, world.applicant, '', monday);
  await grant(late, january);
  await look(january);
  const [of2026] = (await seriesOf(fresh.db, { indicator: 'S-2', kind: 'year', limit: 5 })).map(({ period, num }) => `${period}: ${num}`);
  assert.equal(of2026, '2026: 2');
  assert.equal(await valueOf('S-3'), '0/1=0', 'the year that began has its own share');
  assert.deepEqual((await seriesOf(fresh.db, { indicator: 'S-3', kind: 'week', limit: 5 })).map(({ period, value }) => [period, value]), [['2026-W48', 100], ['2027-W01', 0]]);
});

test('figures say until when they are, by which definition and list, and what each name stood for', async () => {
  const found = (await latestFigures(fresh.db, country)).find(({ indicator }) => indicator === '6.2') ?? assert.fail('the goal has a figure');
  assert.deepEqual(found.operands, { entidades_que_publican: 1, entidades_obligadas: 2 });
  assert.deepEqual([found.version, found.population, found.sha256.length], [1, 2, 64]);
  assert.deepEqual((await findProgress(fresh.db, monday)).observedAt, new Date('2027-01-04T10:00:00-04:00'));
});

test('at night each entity is counted from the beginning once, and what was wrong is told to the log', async () => {
  const told: unknown[] = [], log = { ...silentLog, error: (_: string, facts?: unknown) => { told.push(facts); } };
  await fresh.asOwner(`update indicators.tally set n = n + 1 where measure = 'finished'`);
  for (const hour of ['00:30', '05:30']) await countAgain(fresh.db, log, new Date(`2027-01-05T${hour}:00-04:00`));
  assert.deepEqual(told, []);
  for (let n = 0; n < 5; n++) await countAgain(fresh.db, log, new Date('2027-01-05T03:00:00-04:00'));
  assert.deepEqual(told, [{ entityId: world.entityId, differences: 3 }]);
  await look(new Date('2027-01-05T10:00:00-04:00'));
  assert.equal((await findProgress(fresh.db, new Date('2027-01-05T10:00:00-04:00'))).mismatches, 3);
});

test('lists and goals are written once, and goals change with their definition', async () => {
  const module = indicatorsModule({ db: fresh.db, clock: fixedClock(monday), log: silentLog, plan: { title: '', fromYear: 2025, toYear: 2028, axes: [], lines: [] } });
  await fresh.db.rows(`update indicators.target set goal = 1 where indicator = '6.2'`);
  await module.start?.();
  assert.deepEqual(await fresh.db.rows(`select goal::int, year, state from indicators.target where indicator = '6.2'`), [{ goal: 90, year: 2028, state: 'in_force' }]);
  assert.deepEqual([(await findList(fresh.db, 'nivel-central'))?.name, findIndicator('6.2')?.population], ['Prueba', 'nivel-central']);
  assert.deepEqual(await fresh.db.rows(`select max(version)::int as version from indicators.population where list = 'nivel-central'`), [{ version: 2 }]);
});
