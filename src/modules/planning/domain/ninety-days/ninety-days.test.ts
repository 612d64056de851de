import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, calendarDay } from '#kernel/clock.ts';
import { newId } from '#kernel/ids.ts';
import { tenSteps } from '../../content/ninety-days.ts';
import { budgetIn, rolesIn } from './plans.ts';
import { callsOf, daysBetween, standingOf } from './programme.ts';
import { nextDueOf, reachedOf, resultOf } from './results.ts';
import { stepsOf } from './step.ts';

const start = calendarDay(2026, 12, 1), untouched = stepsOf(tenSteps, start, []);
const measured = (...values: readonly (readonly [day: number, value: number])[]) => values.map(([day, value]) => ({ day: addDays(start, day), value, note: '', byName: 'Rosa' }));

test('the ten steps end in their order, the last on the ninetieth day', () => {
  assert.deepEqual(tenSteps.map(({ number }) => number), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  assert.deepEqual(tenSteps.map(({ dueDay }) => dueDay), tenSteps.map(({ dueDay }) => dueDay).toSorted((a, b) => a - b));
  assert.equal(untouched.at(-1)?.due, standingOf(start, untouched, start).lastDay);
  assert.ok(tenSteps.every(({ title, deliverable, does }) => title !== '' && deliverable !== '' && does !== ''));
});

//  day of the programme   how many steps should be done by then
for (const [day, expected] of [[0, 0], [7, 0], [8, 1], [41, 6], [90, 9], [91, 10]] as const) {
  test(`on day ${day} of an untouched programme ${expected} steps are late`, () => {
    const today = addDays(start, day - 1);
    assert.deepEqual([standingOf(start, untouched, today).day, standingOf(start, untouched, today).expected], [day, expected]);
    assert.equal(callsOf({ answers: {}, start }, untouched, [], today).length, expected);
  });
}

//  from, goal, last value   percent of the way
for (const [from, goal, value, percent] of [[0, 20, 5, 25], [0, 20, 30, 100], [0, 20, -5, 0], [10, 2, 6, 50], [10, 2, 1, 100], [5, 5, 5, 100], [5, 5, 6, 0]] as const) {
  test(`from ${from} to ${goal}, ${value} is ${percent} % of the way`, () => assert.equal(reachedOf({ from, goal, measures: measured([1, value]) }), percent));
}

test('how far a result has come lies between 0 and 100, and is not known without a value', () => {
  assert.equal(reachedOf({ from: 0, goal: 1, measures: [] }), undefined);
  const number = fc.double({ noNaN: true, min: -1e9, max: 1e9 });
  fc.assert(fc.property(number, number, number, (from, goal, value) => { const percent = reachedOf({ from, goal, measures: measured([1, value]) }); assert.ok(percent !== undefined && percent >= 0 && percent <= 100); }));
});

test('of two values on one day the later one counts, and the next is due one period after the last', () => {
  const result = resultOf({ id: newId(), revision: 1, answers: { objetivo: 'o', nombre: 'n', unidad: 'u', desde: 0, meta: 10, cadencia: 'mensual' } }, measured([9, 4], [2, 1], [9, 5]));
  assert.deepEqual(result.measures.map(({ value }) => value), [1, 5]);
  assert.equal(nextDueOf(result, start), addDays(start, 9 + 31));
  assert.equal(nextDueOf({ ...result, measures: [] }, start), addDays(start, 31));
});

test('a step that is done without evidence, and an activity that ends before it begins, call for somebody', () => {
  const steps = stepsOf(tenSteps, start, [{ number: 1, revision: 1, answers: { estado: 'hecho', plazo: '2026-12-07' } }]);
  const calls = callsOf({ start, answers: { actividades: [{ actividad: 'Al revés', responsable: 'Rosa', inicio: '2026-12-10', fin: '2026-12-05' }] } }, steps, [], start);
  assert.deepEqual(calls.map(({ why, where }) => [why, where]), [['no_evidence', 'step:1'], ['ends_before_it_begins', 'part:actividades']]);
});

test('what nobody has said is not zero', () => {
  assert.deepEqual(budgetIn({ personal_previsto: 0 }), [{ area: 'Tecnología' }, { area: 'Personal', planned: 0 }, { area: 'Capacitación' }]);
  assert.deepEqual(rolesIn({}).map(({ holder }) => holder), ['', '', '', '', '']);
});

test('days between are days of the calendar', () => {
  fc.assert(fc.property(fc.integer({ min: -4_000, max: 4_000 }), (days) => assert.equal(daysBetween(start, addDays(start, days)), days)));
});
