import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, localDateOf, parseLocalDate, type LocalDate } from '#kernel/clock.ts';
import { parsePeriod, periodKinds, periodOf, sayPeriod } from './period.ts';

const day = (text: string): LocalDate => parseLocalDate(text) ?? assert.fail(text);

const weeks = [
  // a day        its week     Monday        what is special
  ['2026-11-20', '2026-W47', '2026-11-16', 'an ordinary week'],
  ['2027-01-03', '2026-W53', '2026-12-28', 'the first Sunday of a year that still belongs to the year before'],
  ['2024-12-30', '2025-W01', '2024-12-30', 'the last Monday of a year that belongs to the next'],
  ['2021-01-01', '2020-W53', '2020-12-28', 'a year of 53 weeks'],
  ['2026-01-01', '2026-W01', '2025-12-29', 'a year that begins on a Thursday'],
] as const;
for (const [of, key, monday, what] of weeks) {
  test(`week of ${of}: ${what}`, () => {
    const week = periodOf('week', day(of));
    assert.deepEqual([week.key, week.from, week.until], [key, monday, addDays(day(monday), 6)]);
  });
}

test('what happens at nine in the evening of Bolivia belongs to that day, its month and its year', () => {
  const late = localDateOf(new Date('2027-01-01T01:00:00Z'));
  assert.deepEqual(periodKinds.map((kind) => periodOf(kind, late).key), ['2026-12-31', '2026-W53', '2026-12', '2026']);
});

test('every day lies within its periods, they lie side by side, and their keys sort as time goes', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 20_000 }), fc.constantFrom(...periodKinds), (n, kind) => {
    const today = addDays(day('2000-01-01'), n), period = periodOf(kind, today), next = periodOf(kind, addDays(period.until, 1));
    assert.ok(period.from <= today && today <= period.until);
    assert.equal(next.from, addDays(period.until, 1));
    assert.ok(period.key < next.key);
    assert.deepEqual(parsePeriod(period.key), period);
  }));
});

for (const text of ['', '2026-13', '2026-W54', '2026-W00', '2025-W53', '2026-02-30', '26', 'hoy', '2026-1', '0000-W99']) {
  test(`«${text}» is no period`, () => { assert.equal(parsePeriod(text), undefined); });
}

test('periods are said in words', () => {
  assert.deepEqual(['2026-11-20', '2026-W07', '2026-11', '2026'].map((key) => sayPeriod(parsePeriod(key) ?? assert.fail(key))), ['20 de noviembre de 2026', 'semana 7 de 2026', 'noviembre de 2026', '2026']);
});
