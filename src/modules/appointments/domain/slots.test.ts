import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { instantOf, parseLocalDate, sayTime, type LocalDate } from '#kernel/clock.ts';
import { makeCalendar } from '#modules/calendars/index.ts';
import { resourceProblems, type ResourceDefinition } from './resource.ts';
import { freePlaces, offeredDays, slotsOfDay, type Taken } from './slots.ts';

const day = (text: string): LocalDate => parseLocalDate(text) ?? assert.fail(text);
const base: ResourceDefinition = {
  key: 'ventanilla', name: 'Ventanilla', address: 'Oruro', instructions: [], place: { department: 'OR' }, slotMinutes: 30, capacity: 2,
  hours: [{ weekday: 1, from: '14:30', until: '16:15' }, { weekday: 1, from: '08:30', until: '10:00' }, { weekday: 6, from: '09:00', until: '10:00' }],
  noticeHours: 24, daysAheadMax: 10, changeUntilHours: 24, cancelUntilHours: 2, closedDays: [{ day: '2026-03-16', reason: 'Fumigación' }],
};
const calendar = makeCalendar([{ day: day('2026-02-16'), name: 'Lunes de Carnaval', scope: 'national', norm: 'DS 2750', source: 'prueba' }]);
const offered = (from: string, now: string, takenAt: (start: Date) => Taken = () => ({ internet: 0, counter: 0 })) =>
  offeredDays({ resource: base, calendar, channel: 'internet', now: new Date(now), takenAt }, day(from), 1)[0] ?? assert.fail('no day');

test('slots follow the hours in order, and none goes past closing time', () => {
  assert.deepEqual(slotsOfDay(base, day('2026-03-09')).map(({ start, end }) => `${sayTime(start)}-${sayTime(end)}`),
    ['08:30-09:00', '09:00-09:30', '09:30-10:00', '14:30-15:00', '15:00-15:30', '15:30-16:00']);
});

const dayRows: readonly [name: string, from: string, now: string, times: readonly string[], closed?: string][] = [
  ['an open Monday', '2026-03-09', '2026-03-05T12:00:00Z', ['08:30', '09:00', '09:30', '14:30', '15:00', '15:30']],
  ['within the notice only the afternoon is left', '2026-03-09', '2026-03-08T15:00:00Z', ['14:30', '15:00', '15:30']],
  ['too far ahead', '2026-03-09', '2026-02-20T12:00:00Z', []],
  ['a holiday', '2026-02-16', '2026-02-12T12:00:00Z', [], 'Feriado: Lunes de Carnaval'],
  ['closed for itself', '2026-03-16', '2026-03-12T12:00:00Z', [], 'Fumigación'],
  ['a weekday without hours', '2026-03-10', '2026-03-05T12:00:00Z', [], 'No se atiende este día'],
  ['a Sunday', '2026-03-15', '2026-03-10T12:00:00Z', [], 'Fin de semana'],
  ['a Saturday that opens', '2026-03-14', '2026-03-10T12:00:00Z', ['09:00', '09:30']],
];
for (const [name, from, now, times, closed] of dayRows) {
  test(`offered: ${name}`, () => {
    const { slots, closed: said } = offered(from, now);
    assert.deepEqual([slots.map(({ start }) => sayTime(start)), said], [times, closed]);
  });
}

test('a full slot is not offered, a half full one with what is left', () => {
  const nine = instantOf(day('2026-03-09'), '09:00').getTime(), half = instantOf(day('2026-03-09'), '09:30').getTime();
  const { slots } = offered('2026-03-09', '2026-03-05T12:00:00Z', (start) => ({ internet: start.getTime() === nine ? 2 : 0, counter: start.getTime() === half ? 1 : 0 }));
  assert.deepEqual(slots.slice(0, 3).map(({ start, free }) => [sayTime(start), free]), [['08:30', 2], ['09:30', 1], ['14:30', 2]]);
});

test('always: free places are never negative and never above capacity or quota', () => fc.assert(fc.property(
  fc.integer({ min: 1, max: 20 }), fc.nat(20), fc.nat(20), fc.nat(20), (capacity, quota, internet, counter) => {
    const resource = { ...base, capacity, quotas: { internet: quota } }, free = freePlaces(resource, { internet, counter }, 'internet');
    assert.ok(free >= 0 && free <= Math.min(capacity, quota));
  })));

test('always: the slots of a day don’t overlap and fit the hours', () => fc.assert(fc.property(fc.integer({ min: 5, max: 120 }), (slotMinutes) => {
  const slots = slotsOfDay({ ...base, slotMinutes }, day('2026-03-09'));
  slots.slice(1).forEach((slot, i) => assert.ok(slot.start >= slots[i]!.end));
  for (const { start, end } of slots) assert.equal(end.getTime() - start.getTime(), slotMinutes * 60_000);
})));

const problemRows: readonly [name: string, changes: Partial<ResourceDefinition>, said: RegExp][] = [
  ['a key with spaces', { key: 'mi recurso' }, /clave/], ['no name', { name: ' ' }, /nombre/], ['a slot of a minute', { slotMinutes: 1 }, /minutos/],
  ['no capacity', { capacity: 0 }, /personas/], ['no hours', { hours: [] }, /horario/], ['an eighth day', { hours: [{ weekday: 8, from: '08:00', until: '09:00' }] }, /horario/],
  ['hours that end before they begin', { hours: [{ weekday: 1, from: '10:00', until: '09:00' }] }, /horario/],
  ['hours twice', { hours: [{ weekday: 1, from: '08:00', until: '10:00' }, { weekday: 1, from: '09:30', until: '11:00' }] }, /superponen/],
  ['half an hour of notice', { noticeHours: 0.5 }, /horas/], ['ten years ahead', { daysAheadMax: 3650 }, /anticipación/], ['a negative quota', { quotas: { internet: -1 } }, /cupo/],
];
for (const [name, changes, said] of problemRows) {
  test(`a definition with ${name} is wrong`, () => assert.match(resourceProblems({ ...base, ...changes }).join(' '), said));
}
test('the definition of these tests is right', () => assert.deepEqual(resourceProblems(base), []));
