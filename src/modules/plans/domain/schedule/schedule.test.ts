import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isWorkingDay, makeCalendar, shippedCalendar, workingDaysBetween } from '#modules/calendars/index.ts';
import { addDays, parseLocalDate, type LocalDate } from '#kernel/clock.ts';
import { readDependencies, type Dependency } from './dependency.ts';
import { schedule, type Task } from './schedule.ts';

const day = (text: string): LocalDate => parseLocalDate(text) ?? assert.fail(text), begin = day('2026-01-05'), oruro = shippedCalendar({ department: 'OR' }, 2025, 2028), bare = makeCalendar([]);
const task = (code: string, length: number, depends = '', more: Partial<Task> = {}): Task => ({ code, project: 'P1', name: code, length, unit: 'dias', dependencies: readDependencies(depends) ?? assert.fail(depends), ...more });

const written: readonly [text: string, read: readonly Dependency[] | undefined][] = [
  ['', []], ['T1', [{ on: 'T1', kind: 'FS', lag: 0 }]], ['t1, T2 CC+5', [{ on: 'T1', kind: 'FS', lag: 0 }, { on: 'T2', kind: 'SS', lag: 5 }]],
  ['F1-2 FF - 3; T9+2', [{ on: 'F1-2', kind: 'FF', lag: -3 }, { on: 'T9', kind: 'FS', lag: 2 }]], ['T1 CF', [{ on: 'T1', kind: 'SF', lag: 0 }]], ['T1 SS+1', [{ on: 'T1', kind: 'SS', lag: 1 }]],
  ['T1 XX', undefined], ['después de T1', undefined], ['T1 CC+99999', undefined],
];

for (const [text, read] of written) test(`«${text}» is understood as it was meant`, () => assert.deepEqual(readDependencies(text), read));

// 10 February is a holiday of Oruro; 23 January and Carnival (16 and 17 February) are of the whole country.
const placed: readonly [what: string, tasks: readonly Task[], days: readonly (readonly [LocalDate, LocalDate])[]][] = [
  ['one after the other', [task('A', 5), task('B', 3, 'A')], [[begin, day('2026-01-09')], [day('2026-01-12'), day('2026-01-14')]]],
  ['two days after the other', [task('A', 5), task('B', 3, 'A FC+2')], [[begin, day('2026-01-09')], [day('2026-01-14'), day('2026-01-16')]]],
  ['beginning together', [task('A', 5), task('B', 3, 'A CC+1')], [[begin, day('2026-01-09')], [day('2026-01-06'), day('2026-01-08')]]],
  ['ending together', [task('A', 5), task('B', 3, 'A FF')], [[begin, day('2026-01-09')], [day('2026-01-07'), day('2026-01-09')]]],
  ['ending when the other begins', [task('A', 5, '', { notBefore: day('2026-01-12') }), task('B', 3, 'A CF')], [[day('2026-01-12'), day('2026-01-16')], [day('2026-01-07'), day('2026-01-09')]]],
  ['over the holidays of the department', [task('A', 30)], [[begin, day('2026-02-19')]]],
  ['a milestone on the day its task ends', [task('A', 5), task('H', 0, 'A')], [[begin, day('2026-01-09')], [day('2026-01-09'), day('2026-01-09')]]],
  ['from date to date', [task('A', 2, '', { unit: 'meses' })], [[begin, day('2026-03-04')]]],
  ['on what is not there', [task('A', 1, 'Z')], [[begin, begin]]],
  ['written before what it waits for', [task('B', 1, 'A'), task('A', 1)], [[day('2026-01-06'), day('2026-01-06')], [begin, begin]]],
];

for (const [what, tasks, days] of placed) test(`tasks are placed ${what}`, () => assert.deepEqual(schedule(tasks, begin, oruro).tasks.map(({ from, to }) => [from, to]), days));

test('what must not be late is critical, and the rest says by how much it may be', () => {
  const { tasks } = schedule([task('A', 5), task('B', 3), task('C', 2, 'A, B'), task('D', 1)], begin, bare);
  assert.deepEqual(tasks.map(({ code, slackDays, critical }) => [code, slackDays, critical]), [['A', 0, true], ['B', 2, false], ['C', 0, true], ['D', 6, false]]);
});

test('tasks that wait for one another are named, and the others are placed', () => {
  const { tasks, circle } = schedule([task('A', 1, 'B'), task('B', 1, 'A'), task('C', 1)], begin, bare);
  assert.deepEqual([tasks.map(({ code }) => code), circle], [['C'], ['A', 'B']]);
});

test('a schedule of centuries ends, and says that it means nothing', () => {
  const { isTooLong } = schedule([task('A', 1_500), task('M', 1_500, 'A FF+9999', { unit: 'meses' }), ...Array.from({ length: 98 }, (_, n) => task(`T${n}`, 1_500, n === 0 ? 'A' : `T${n - 1}`))], begin, oruro);
  assert.ok(isTooLong);
});

const links = fc.array(fc.record({ back: fc.integer({ min: 1, max: 6 }), kind: fc.constantFrom('FS', 'SS', 'FF', 'SF' as const), lag: fc.integer({ min: -5, max: 10 }) }), { maxLength: 3 });
const plans = fc.array(fc.record({ length: fc.integer({ min: 0, max: 40 }), unit: fc.constantFrom('dias', 'dias', 'dias', 'meses' as const), links }), { minLength: 1, maxLength: 12 }).map((rows): readonly Task[] => rows.map((row, at) => ({
  code: `T${at}`, project: 'P', name: `T${at}`, length: row.unit === 'meses' ? row.length % 7 : row.length, unit: row.unit,
  dependencies: row.links.filter(({ back }) => back <= at).map(({ back, kind, lag }) => ({ on: `T${at - back}`, kind: kind as Dependency['kind'], lag })),
})));

test('laws: tasks lie on working days in order, some task is critical, none may be late by less than nothing', () => {
  fc.assert(fc.property(plans, (tasks) => {
    const scheduled = schedule(tasks, begin, oruro).tasks;
    assert.equal(scheduled.length, tasks.length);
    for (const one of scheduled) {
      assert.ok(one.from <= one.to && isWorkingDay(one.from, oruro) && isWorkingDay(one.to, oruro), JSON.stringify(one));
      assert.ok(one.slackDays >= 0);
      if (one.unit === 'dias' && one.length > 0) assert.equal(workingDaysBetween(addDays(one.from, -1), one.to, oruro), one.length);
    }
    assert.ok(scheduled.some(({ critical }) => critical));
  }), { numRuns: 100 });
});

test('laws: what hangs on another keeps its distance', () => {
  fc.assert(fc.property(plans, (tasks) => {
    const placed = new Map(schedule(tasks.filter(({ length }) => length > 0), begin, oruro).tasks.map((one) => [one.code, one]));
    for (const one of placed.values()) for (const { on, kind, lag } of one.dependencies) {
      const other = placed.get(on);
      if (!other || lag < 0) continue;
      const after = kind === 'FS' || kind === 'FF' ? other.to : addDays(other.from, -1), reached = kind === 'FS' || kind === 'SS' ? addDays(one.from, -1) : one.to;
      assert.ok(workingDaysBetween(after, reached, oruro) >= lag, `${one.code} ${kind}${lag} ${on}`);
    }
  }), { numRuns: 100 });
});

// What must end with another begins earlier when it takes longer, and so does what hangs on its beginning: the law of longer tasks is one of beginnings only.
test('laws: a holiday more never makes anything end earlier, and a longer task neither where tasks wait to begin', () => {
  const days = (tasks: readonly Task[], kinds: readonly string[]): readonly Task[] => tasks.map((one) => ({ ...one, unit: 'dias', dependencies: one.dependencies.filter(({ kind }) => kinds.includes(kind)) }));
  const ends = (tasks: readonly Task[], calendar = bare): readonly string[] => schedule(tasks, begin, calendar).tasks.map(({ to }) => to);
  const isLater = (after: readonly string[], before: readonly string[]): boolean => after.every((to, n) => to >= (before[n] ?? ''));
  fc.assert(fc.property(plans, fc.integer({ min: 0, max: 120 }), fc.nat(11), (tasks, offset, at) => {
    const all = days(tasks, ['FS', 'SS', 'FF', 'SF']), starts = days(tasks, ['FS', 'SS']);
    assert.ok(isLater(ends(all, makeCalendar([{ day: addDays(begin, offset), name: 'Feriado', scope: 'national', norm: 'DS', source: 'prueba' }])), ends(all)));
    assert.ok(isLater(ends(starts.map((one, n) => (n === at && one.length > 0 ? { ...one, length: one.length + 1 } : one))), ends(starts)));
  }), { numRuns: 1000 });
});

test('many tasks of months that end with a far one are placed at once, each as early as it can', () => {
  const far = task('A', 3_000), many = Array.from({ length: 60 }, (_, at) => task(`M${at}`, 1 + at % 5, 'A FF', { unit: 'meses' })), began = performance.now();
  const { tasks: [first, ...others] } = schedule([far, ...many], begin, oruro);
  assert.ok(performance.now() - began < 2_000, 'whoever reads a published plan waits for this, and so does everybody else');
  for (const { to } of others) assert.ok(first && to >= first.to && to <= addDays(first.to, 5));
});
