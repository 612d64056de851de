import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeCalendar } from '#modules/calendars/index.ts';
import type { LocalDate } from '#kernel/clock.ts';
import { dueCell, urgencyOf } from './urgency.ts';

const day = (text: string) => text as LocalDate;
const christmas = { day: day('2026-12-25'), name: 'Navidad', scope: 'national', norm: 'DS 2750', source: 'Prueba' } as const;
const calendar = makeCalendar([christmas]);

const rows = [
  //  due           today          words                               colour
  ['2026-11-23', '2026-11-23', 'Vence hoy',                           'orange'],
  ['2026-11-20', '2026-11-23', 'Vencido hace 1 día hábil',            'red'],
  ['2026-11-19', '2026-11-23', 'Vencido hace 2 días hábiles',         'red'],
  ['2026-11-20', '2026-11-22', 'Vencido',                             'red'],
  ['2026-11-24', '2026-11-23', 'Queda 1 día hábil',                   'yellow'],
  ['2026-11-25', '2026-11-23', 'Quedan 2 días hábiles',               'yellow'],
  ['2026-11-30', '2026-11-23', 'Quedan 5 días hábiles',               'grey'],
  ['2026-12-28', '2026-12-24', 'Queda 1 día hábil',                   'yellow'],
  ['2020-01-02', '2026-11-23', 'Vencido hace más de un año',          'red'],
  ['2036-01-02', '2026-11-23', 'Queda más de un año',                 'grey'],
] as const;

for (const [due, today, words, colour] of rows) {
  test(`due ${due}, on ${today}: ${words}`, () => assert.deepEqual(urgencyOf(day(due), day(today), calendar), { words, colour }));
}

test('without a term that runs there is no date', () => assert.match(String(dueCell(undefined, day('2026-11-23'), calendar)), /Sin plazo en curso/));
