import type { OutboxMessage } from '#kernel/outbox/index.ts';
import type { Appointment } from './domain/appointment.ts';
import type { Waiting } from './domain/waiting.ts';

/**
 * What this module tells. Every payload has `entityId`, `caseId`, `personId`, `resourceId` and `start` (ISO 8601); those about an appointment also
 * `appointmentId`. `moved` adds `previousStart`, `cancelled` adds `reason`, `displaced` adds `reason` (a new holiday closes the day), `slot_freed` adds
 * `waitingId` and `offeredUntil`.
 */
export type AppointmentTopic = 'appointments.booked' | 'appointments.moved' | 'appointments.cancelled' | 'appointments.attended' | 'appointments.missed'
  | 'appointments.reminder' | 'appointments.displaced' | 'appointments.slot_freed';

/** Topic of our own timer: an offered place that nobody accepted. */
export const offerEndsTopic = 'appointments.offer_ends';

/** A message about an appointment; one for each of its changes. */
export function appointmentMessage(topic: AppointmentTopic, one: Appointment, more: Readonly<Record<string, string>> = {}): OutboxMessage {
  return { topic, key: `${topic}:${one.id}:${one.sequence}`, payload: { entityId: one.entityId, caseId: one.caseId, personId: one.personId, appointmentId: one.id, resourceId: one.resourceId, start: one.start.toISOString(), ...more } };
}

const reminderMillis = 24 * 3_600_000;

/** The message a day before the start; none when the start is nearer than that. */
export function reminderOf(one: Appointment, now: Date): readonly OutboxMessage[] {
  const runAt = new Date(one.start.getTime() - reminderMillis);
  return runAt <= now ? [] : [{ ...appointmentMessage('appointments.reminder', one), runAt }];
}

/** The key of the reminder that an appointment may have waiting. */
export const reminderKey = (one: Appointment): string => appointmentMessage('appointments.reminder', one).key;

/** The offer of a freed place, and the timer that ends it. */
export function offerMessages(waiting: Waiting, start: Date, until: Date): readonly OutboxMessage[] {
  const payload = { entityId: waiting.entityId, caseId: waiting.caseId, personId: waiting.personId, resourceId: waiting.resourceId, waitingId: waiting.id, start: start.toISOString(), offeredUntil: until.toISOString() };
  const key = `${waiting.id}:${start.toISOString()}:${until.getTime()}`;
  return [{ topic: 'appointments.slot_freed', key: `appointments.slot_freed:${key}`, payload }, { topic: offerEndsTopic, key: `${offerEndsTopic}:${key}`, payload, runAt: until }];
}
