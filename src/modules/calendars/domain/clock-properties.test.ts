import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, type LocalDate } from '#kernel/clock.ts';
import { addWorkingDays, isWorkingDay, makeCalendar, workingDaysBetween, type NonWorkingDay } from './calendar.ts';
import { dueDate } from './due-date.ts';
import type { TermCount } from './term-rule.ts';

const firstDay = '2026-01-01' as LocalDate;
const anyDay = fc.integer({ min: 0, max: 900 }).map((offset) => addDays(firstDay, offset));
const holiday = (day: LocalDate): NonWorkingDay => ({ day, name: 'Feriado', scope: 'national', norm: 'DS 1', source: 'prueba' });
const anyCalendar = fc.array(anyDay, { maxLength: 60 }).map((days) => makeCalendar(days.map(holiday)));
const anyAmount = fc.integer({ min: 0, max: 120 });
const anyRule = fc.record({
  amount: anyAmount, unit: fc.constantFrom('business_days', 'calendar_days', 'months', 'hours'), roll: fc.constant('next_business_day'),
  onSuspension: fc.constantFrom('pause', 'restart'), norm: fc.constant('Ley 2341'),
}) satisfies fc.Arbitrary<TermCount>;
const businessDays = (amount: number): TermCount => ({ amount, unit: 'business_days', roll: 'next_business_day', onSuspension: 'pause', norm: 'Ley 2341' });

const holds = (name: string, property: fc.IRawProperty<unknown>): void => { test(`always: ${name}`, () => { fc.assert(property, { numRuns: 300 }); }); };

holds('one more never ends earlier, and one more working day ends later', fc.property(anyRule, anyDay, anyCalendar, (rule, from, calendar) => {
  const shorter = dueDate(rule, from, calendar), longer = dueDate({ ...rule, amount: rule.amount + 1 }, from, calendar);
  assert.ok(longer.dueAt! >= shorter.dueAt!);
  if (rule.unit === 'business_days') assert.ok(rule.amount === 0 || longer.due! > shorter.due!);
}));

holds('a rolled term ends on a working day', fc.property(anyRule, anyDay, anyCalendar, (rule, from, calendar) => {
  if (rule.unit !== 'hours') assert.ok(isWorkingDay(dueDate(rule, from, calendar).due!, calendar));
}));

holds('a stop of n working days moves working days by n', fc.property(
  fc.integer({ min: 1, max: 60 }), anyDay, anyCalendar, fc.nat(1000), fc.nat(30), (amount, from, calendar, at, length) => {
    const plain = dueDate(businessDays(amount), from, calendar).due!;
    const span = Math.round((Date.parse(plain) - Date.parse(from)) / 86_400_000);
    const stopFrom = addDays(from, 1 + (at % span)), stopUntil = addDays(stopFrom, length);
    const stopped = workingDaysBetween(addDays(stopFrom, -1), stopUntil, calendar);
    const moved = dueDate(businessDays(amount), from, calendar, [{ from: stopFrom, until: stopUntil }]).due!;
    assert.equal(moved, stopped === 0 ? plain : addWorkingDays(plain, stopped, calendar));
  }));

holds('a new holiday never makes a term end earlier', fc.property(anyRule, anyDay, fc.array(anyDay, { maxLength: 40 }), anyDay, (rule, from, days, extra) => {
  const before = dueDate(rule, from, makeCalendar(days.map(holiday))), after = dueDate(rule, from, makeCalendar([...days, extra].map(holiday)));
  assert.ok(after.dueAt! >= before.dueAt!);
}));

holds('the same question has the same answer', fc.property(anyRule, anyDay, anyCalendar, (rule, from, calendar) => {
  assert.deepEqual(dueDate(rule, from, calendar), dueDate(rule, from, calendar));
}));

holds('counting forwards and counting between agree', fc.property(anyAmount, anyDay, anyCalendar, (count, from, calendar) => {
  if (count > 0) assert.equal(workingDaysBetween(from, addWorkingDays(from, count, calendar), calendar), count);
}));

holds('a day is skipped only when it is no working day', fc.property(anyRule, anyDay, anyCalendar, (rule, from, calendar) => {
  for (const day of dueDate(rule, from, calendar).skipped) assert.equal(isWorkingDay(day, calendar), false);
}));
