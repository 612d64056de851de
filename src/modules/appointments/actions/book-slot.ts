import type { Db, Tx } from '#kernel/db/index.ts';
import { newId, type CaseId, type PersonId } from '#kernel/ids.ts';
import { enqueue } from '#kernel/outbox/index.ts';
import type { Appointment } from '../domain/appointment.ts';
import type { Channel, Resource } from '../domain/resource.ts';
import { refuse } from '../errors.ts';
import { appointmentMessage, reminderOf } from '../events.ts';
import { dropAppointment, findByKey, insertAppointment, writeHistory } from '../store/appointments.ts';
import { takePlace } from '../store/slots.ts';
import { chooseSlot } from './choose-slot.ts';

/** What is booked, for whom, and how. */
export type Booking = {
  readonly resource: Resource;
  readonly start: Date;
  readonly caseId: CaseId;
  readonly personId: PersonId;
  readonly channel: Channel;
  /** The same key always gives the same appointment, however often it is sent. */
  readonly idempotencyKey: string;
  readonly now: Date;
  /** What the officer reads in the agenda: number of the case, name of the procedure. */
  readonly label?: string;
  /** Name of who comes, as the officer reads it. */
  readonly attendee?: string;
  /** Who pressed the button, when it was an officer at the counter. */
  readonly by?: PersonId;
};

/** Books a place in a slot, in the caller's transaction or in one of its own. The last place is never given twice; a case has one live appointment with a resource. */
export async function bookSlot(db: Db, booking: Booking): Promise<Appointment> {
  const known = await findByKey(db, booking.resource.entityId, booking.idempotencyKey);
  if (known) return known;
  const slot = await chooseSlot(db, booking.resource, booking.start, booking.channel, booking.now);
  return db.transaction((tx) => book(tx, booking, slot.end));
}

async function book(tx: Tx, booking: Booking, end: Date): Promise<Appointment> {
  const { resource, now, idempotencyKey } = booking;
  const made = await insertAppointment(tx, newAppointment(booking, end), idempotencyKey, now);
  // Nothing written: the same key came twice at once, or the case has an appointment already.
  if (made === undefined) return (await findByKey(tx, resource.entityId, idempotencyKey)) ?? refuse('already_booked');
  if (!(await takePlace(tx, resource, made.start, made.channel))) {
    await dropAppointment(tx, made);
    refuse('slot_full');
  }
  await writeHistory(tx, made, { at: now, by: booking.by ?? booking.personId, act: 'booked' });
  await enqueue(tx, [appointmentMessage('appointments.booked', made), ...reminderOf(made, now)]);
  return made;
}

const newAppointment = ({ resource, start, caseId, personId, channel, now, label, attendee }: Booking, end: Date): Appointment => ({
  entityId: resource.entityId, id: newId<'appointment'>(now), resourceId: resource.id, caseId, personId, start, end, channel, state: 'booked', label: label ?? '', attendee: attendee ?? '', sequence: 0,
});
