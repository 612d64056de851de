import { localDateOf, type LocalDate } from '#kernel/clock.ts';
import type { Db, Tx } from '#kernel/db/index.ts';
import { newId, type CaseId, type EntityId, type PersonId } from '#kernel/ids.ts';
import { enqueue } from '#kernel/outbox/index.ts';
import type { Appointment } from '../domain/appointment.ts';
import type { Resource } from '../domain/resource.ts';
import type { Waiting, WaitingId } from '../domain/waiting.ts';
import { refuse } from '../errors.ts';
import { appointmentMessage, reminderOf } from '../events.ts';
import { findLive, insertAppointment, lockAppointment, updateAppointment, writeHistory } from '../store/appointments.ts';
import { getResource } from '../store/resources.ts';
import { deleteWaiting, endOffer, findWaiting, insertWaiting, lockWaiting } from '../store/waiting.ts';
import { freePlace } from './free-place.ts';
import { noteMove } from './move-appointment.ts';

/** Who would take a freed place of a resource, on any day from one to another. */
export type WaitingRequest = {
  readonly resource: Resource; readonly caseId: CaseId; readonly personId: PersonId; readonly fromDay: LocalDate; readonly untilDay: LocalDate;
  readonly now: Date; readonly label?: string; readonly attendee?: string;
};

/** Puts a case on the waiting list of a resource. It may have an appointment already and wait for an earlier one. */
export async function joinWaitingList(db: Db, request: WaitingRequest): Promise<Waiting> {
  const { resource, caseId, personId, fromDay, untilDay, now } = request;
  if (untilDay < fromDay || untilDay < localDateOf(now)) refuse('wrong_range');
  const waiting: Waiting = { entityId: resource.entityId, id: newId<'waiting'>(now), resourceId: resource.id, caseId, personId, fromDay, untilDay, label: request.label ?? '', attendee: request.attendee ?? '', offer: undefined };
  if (!(await insertWaiting(db, waiting, now))) refuse('already_waiting');
  return waiting;
}

/** Takes a case off the list; a place that was kept for it goes to the next. */
export async function leaveWaitingList(db: Db, resource: Resource, caseId: CaseId, now: Date): Promise<void> {
  await db.transaction(async (tx) => {
    const waiting = await lockedWaiting(tx, resource, caseId);
    await deleteWaiting(tx, waiting);
    if (waiting.offer) await freePlace(tx, resource, waiting.offer.start, waiting.offer.channel, now);
  });
}

/** Takes the place that is kept for a case: a new appointment, or the one it has moves there and its place goes on to the next. */
export async function acceptOffer(db: Db, resource: Resource, caseId: CaseId, now: Date): Promise<Appointment> {
  return db.transaction(async (tx) => {
    const waiting = await lockedWaiting(tx, resource, caseId);
    if (waiting.offer === undefined || waiting.offer.until <= now) refuse('offer_over');
    const live = await findLive(tx, resource.entityId, caseId, resource.id);
    const current = live && (await lockAppointment(tx, resource.entityId, live.id));
    await deleteWaiting(tx, waiting);
    return current?.state === 'booked' ? moveToOffer(tx, resource, waiting, current, now) : bookOffer(tx, resource, waiting, now);
  });
}

async function lockedWaiting(tx: Tx, resource: Resource, caseId: CaseId): Promise<Waiting> {
  const found = await findWaiting(tx, resource.entityId, caseId, resource.id);
  return (found && (await lockWaiting(tx, resource.entityId, found.id))) ?? refuse('not_waiting');
}

async function bookOffer(tx: Tx, resource: Resource, waiting: Waiting, now: Date): Promise<Appointment> {
  const offer = waiting.offer ?? refuse('offer_over');
  const { entityId, resourceId, caseId, personId, label, attendee } = waiting;
  const wanted: Appointment = { entityId, resourceId, caseId, personId, label, attendee, ...timesOf(resource, offer.start), id: newId<'appointment'>(now), channel: offer.channel, state: 'booked', sequence: 0 };
  const made = (await insertAppointment(tx, wanted, `waiting:${waiting.id}`, now)) ?? refuse('already_booked');
  await writeHistory(tx, made, { at: now, by: personId, act: 'booked' });
  await enqueue(tx, [appointmentMessage('appointments.booked', made), ...reminderOf(made, now)]);
  return made;
}

// The kept place counts already; the one that is left is freed. The appointment keeps counting against the channel of the place it has.
async function moveToOffer(tx: Tx, resource: Resource, waiting: Waiting, current: Appointment, now: Date): Promise<Appointment> {
  const offer = waiting.offer ?? refuse('offer_over');
  const moved = await updateAppointment(tx, current, { ...timesOf(resource, offer.start), channel: offer.channel }, now);
  await freePlace(tx, resource, current.start, current.channel, now);
  await noteMove(tx, current, moved, { by: waiting.personId, as: 'applicant' }, now);
  return moved;
}

const timesOf = (resource: Resource, start: Date): { start: Date; end: Date } => ({ start, end: new Date(start.getTime() + resource.slotMinutes * 60_000) });

/** Ends an offer whose time is over: the place goes to the next, the case to the end of the list. Does nothing when it was accepted or left meanwhile. */
export async function endOverdueOffer(db: Db, entityId: EntityId, id: WaitingId, now: Date): Promise<void> {
  await db.transaction(async (tx) => {
    const waiting = await lockWaiting(tx, entityId, id);
    if (waiting?.offer === undefined || waiting.offer.until > now) return;
    const resource = await getResource(tx, entityId, waiting.resourceId);
    await freePlaceTo(tx, resource, waiting, now);
  });
}

// The next one is looked for before this case is put back, or it would be offered the same place again.
async function freePlaceTo(tx: Tx, resource: Resource, waiting: Waiting, now: Date): Promise<void> {
  if (waiting.offer) await freePlace(tx, resource, waiting.offer.start, waiting.offer.channel, now);
  await endOffer(tx, waiting, now);
}
