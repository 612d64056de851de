import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Person } from '#kernel/access.ts';
import { parseLocalDate, type LocalDate } from '#kernel/clock.ts';
import { isRefusal } from '#kernel/errors/index.ts';
import { newId } from '#kernel/ids.ts';
import { openDatabase } from '#kernel/db/index.ts';
import { freshDatabase, type FreshDatabase } from '#support/database.ts';
import { declareDays } from './actions/declare-days.ts';
import { syncContent } from './actions/sync-content.ts';
import { withdrawDay } from './actions/withdraw-day.ts';
import { shippedRules } from './content/index.ts';
import { dueDate, isWorkingDay, loadCalendar, type NonWorkingDay } from './index.ts';
import { listDays } from './store/days.ts';

const now = new Date('2026-03-02T12:00:00Z');
const admin: Person = { id: newId<'person'>(now), kind: 'officer', name: 'Ada', roles: ['admin'], units: [] };
const day = (text: string): LocalDate => parseLocalDate(text) ?? assert.fail(text);
const decree = (text: string, changes: Partial<NonWorkingDay> = {}): NonWorkingDay => ({ day: day(text), name: 'Duelo nacional', scope: 'national', norm: 'Decreto Supremo 9999', source: 'Gaceta Oficial, 02-03-2026', ...changes });

let fresh: FreshDatabase;
before(async () => { fresh = await freshDatabase(); await syncContent(fresh.db, shippedRules(), now); });
after(() => fresh.close());

const outbox = (): Promise<{ key: string; payload: { revision: number; days: { day: string; of?: string }[] } }[]> => fresh.db.rows('select key, payload from kernel.outbox order by id');

test('the days that come with the program are written once', async () => {
  const before = await listDays(fresh.db), messages = await outbox();
  assert.deepEqual(await syncContent(fresh.db, shippedRules(), now), { added: 0, removed: 0 });
  assert.deepEqual(await listDays(fresh.db), before);
  assert.equal((await outbox()).length, messages.length);
});

test('a place gets the national days and its own', async () => {
  const oruro = await loadCalendar(fresh.db, { department: 'OR' }), bolivia = await loadCalendar(fresh.db);
  assert.equal(isWorkingDay(day('2026-02-10'), oruro), false);
  assert.equal(isWorkingDay(day('2026-02-10'), bolivia), true);
  assert.equal(isWorkingDay(day('2026-01-23'), bolivia), false);
  assert.equal(isWorkingDay(day('2026-01-22'), bolivia), true);
  assert.equal(bolivia.knownUntil, '2028-12-31');
});

test('an added day moves due dates at once, is audited and announced; its withdrawal too', async () => {
  const rule = { amount: 5, unit: 'business_days', roll: 'next_business_day', onSuspension: 'pause' } as const;
  const due = async () => dueDate(rule, day('2026-03-02'), await loadCalendar(fresh.db)).due;
  assert.equal(await due(), '2026-03-09');
  const [added] = await declareDays(fresh.db, [decree('2026-03-04')], { by: admin, now });
  assert.equal(await due(), '2026-03-10');
  const told = (await outbox()).at(-1);
  assert.deepEqual(told?.payload.days.map((one) => one.day), ['2026-03-04']);
  assert.equal(told?.key, `calendars.changed:${told?.payload.revision}`);
  const [row] = await fresh.db.rows<{ action: string; person_id: string }>('select action, person_id from kernel.audit order by id desc limit 1');
  assert.deepEqual(row, { action: 'calendars.days_added', person_id: admin.id });
  await withdrawDay(fresh.db, added!.id, 'fecha equivocada', { by: admin, now });
  assert.equal(await due(), '2026-03-09');
  assert.equal((await outbox()).at(-1)?.payload.revision, told!.payload.revision + 1);
});

test('the same day by the same norm is refused, and none of its companions is kept', async () => {
  await declareDays(fresh.db, [decree('2026-04-06')], { by: admin, now });
  await assert.rejects(declareDays(fresh.db, [decree('2026-04-07'), decree('2026-04-06')], { by: admin, now }), (caught) => isRefusal(caught, 'calendars.day_known'));
  assert.equal(isWorkingDay(day('2026-04-07'), await loadCalendar(fresh.db)), true);
});

test('a day of the program is not withdrawn by hand', async () => {
  const [first] = await listDays(fresh.db);
  await assert.rejects(withdrawDay(fresh.db, first!.id, 'prueba', { by: admin, now }), (caught) => isRefusal(caught, 'calendars.day_of_program'));
});

test('a municipality has days of its own, whatever the accents', async () => {
  await declareDays(fresh.db, [decree('2026-05-29', { scope: 'municipality', of: 'Potosí', norm: 'Ley Municipal 1' })], { by: admin, now });
  assert.equal(isWorkingDay(day('2026-05-29'), await loadCalendar(fresh.db, { municipality: 'POTOSI' })), false);
  assert.equal(isWorkingDay(day('2026-05-29'), await loadCalendar(fresh.db, { municipality: 'Sucre' })), true);
});

test('a new version of the files replaces its own days, keeps the administrators’, and tells which days changed', async () => {
  const shipped = shippedRules();
  const fewer = { ...shipped, moves: [] };
  const changed = await syncContent(fresh.db, fewer, now);
  assert.deepEqual(changed, { added: 1, removed: 1 });
  assert.deepEqual((await outbox()).at(-1)?.payload.days.map((one) => one.day), ['2026-01-22', '2026-01-23']);
  assert.ok((await listDays(fresh.db)).some(({ day: on, origin }) => on === '2026-04-06' && origin === 'administrator'));
  await syncContent(fresh.db, shipped, now);
});

test('another process sees a change when it asks for its revision', async () => {
  const other = openDatabase(fresh.url);
  try {
    const before = await loadCalendar(other);
    await declareDays(fresh.db, [decree('2026-07-01')], { by: admin, now });
    assert.equal(isWorkingDay(day('2026-07-01'), await loadCalendar(other)), true);
    assert.equal(isWorkingDay(day('2026-07-01'), await loadCalendar(other, {}, { atLeast: before.revision + 1 })), false);
  } finally { await other.close(); }
});

test('two starts at once write the days once', async () => {
  const empty = await freshDatabase();
  try {
    const results = await Promise.all([1, 2, 3].map(() => syncContent(empty.db, shippedRules(), now)));
    assert.equal(results.filter(({ added }) => added > 0).length, 1);
  } finally { await empty.close(); }
});
