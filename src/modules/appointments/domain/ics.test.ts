import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { newId } from '#kernel/ids.ts';
import type { Appointment } from './appointment.ts';
import { icsOf } from './ics.ts';

const appointment: Appointment = {
  entityId: newId<'entity'>(), id: newId<'appointment'>(), resourceId: newId<'resource'>(), caseId: newId<'case'>(), personId: newId<'person'>(),
  start: new Date('2026-03-09T13:00:00Z'), end: new Date('2026-03-09T13:30:00Z'), channel: 'internet', state: 'booked', label: '2026-000123; libreta, terrestre', attendee: 'Juana', sequence: 2,
};
const facts = { resource: { name: 'Inspección', address: 'Calle 1\nOruro', instructions: ['Lleve su cédula'] }, url: 'https://ventanilla.ejemplo.bo/cita', host: 'ventanilla.ejemplo.bo', now: new Date('2026-03-02T12:00:00Z') };
const unfold = (text: string): readonly string[] => text.replace(/\r\n /g, '').split('\r\n');

test('an appointment is a calendar event with its number, times and reminder', () => {
  const lines = unfold(icsOf(appointment, facts));
  for (const line of [`UID:${appointment.id}@ventanilla.ejemplo.bo`, 'DTSTAMP:20260302T120000Z', 'DTSTART:20260309T130000Z', 'DTEND:20260309T133000Z', 'SEQUENCE:2', 'STATUS:CONFIRMED',
    'SUMMARY:Cita: Inspección (2026-000123\\; libreta\\, terrestre)', 'LOCATION:Calle 1\\nOruro', 'TRIGGER:-P1D']) assert.ok(lines.includes(line), line);
});

test('a cancelled one takes itself away', () => {
  const lines = unfold(icsOf({ ...appointment, state: 'cancelled' }, facts));
  assert.ok(lines.includes('METHOD:CANCEL') && lines.includes('STATUS:CANCELLED') && !lines.includes('BEGIN:VALARM'));
});

test('always: no line is longer than 75 octets, none breaks a letter, and nobody’s text makes a line of its own', () => fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (label) => {
  const text = icsOf({ ...appointment, label }, facts);
  for (const line of text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75);
  const lines = unfold(text);
  assert.equal(lines.length, unfold(icsOf({ ...appointment, label: '' }, facts)).length);
  assert.ok(!lines.some((line) => /[\r\n]/.test(line)));
})));
