import type { Db, Tx } from '#kernel/db/index.ts';
import { cancelMessages, enqueue } from '#kernel/outbox/index.ts';
import type { AppointmentId } from '#kernel/ids.ts';
import { changeProblem, type Actor, type Appointment } from '../domain/appointment.ts';
import type { Resource } from '../domain/resource.ts';
import { refuse } from '../errors.ts';
import { appointmentMessage, reminderKey, reminderOf } from '../events.ts';
import { lockAppointment, updateAppointment, writeHistory } from '../store/appointments.ts';
import { lockSlots, takePlace } from '../store/slots.ts';
import { chooseSlot } from './choose-slot.ts';
import { freePlace } from './free-place.ts';

/** Which appointment moves where. */
export type Move = { readonly resource: Resource; readonly appointmentId: AppointmentId; readonly start: Date; readonly actor: Actor; readonly now: Date };

/** Moves an appointment: the new place is taken and the old one left in one act; when the new one can't be had, the old one stays. */
export async function moveAppointment(db: Db, move: Move): Promise<Appointment> {
  const channel = move.actor.as === 'officer' ? 'counter' : 'internet';
  const slot = await chooseSlot(db, move.resource, move.start, channel, move.now);
  return db.transaction(async (tx) => {
    const current = (await lockAppointment(tx, move.resource.entityId, move.appointmentId)) ?? refuse('not_found');
    // The same button pressed twice: it is there already.
    if (current.state === 'booked' && current.start.getTime() === slot.start.getTime()) return current;
    const problem = changeProblem(current, move.resource, 'move', move.actor, move.now);
    if (problem) refuse(problem);
    await lockSlots(tx, move.resource, [current.start, slot.start]);
    if (!(await takePlace(tx, move.resource, slot.start, current.channel))) refuse('slot_full');
    return putAt(tx, move, current, slot);
  });
}

async function putAt(tx: Tx, { resource, actor, now }: Move, current: Appointment, slot: { readonly start: Date; readonly end: Date }): Promise<Appointment> {
  const moved = await updateAppointment(tx, current, slot, now);
  await freePlace(tx, resource, current.start, current.channel, now);
  await noteMove(tx, current, moved, actor, now);
  return moved;
}

/** The history and the messages of a move. */
export async function noteMove(tx: Tx, before: Appointment, after: Appointment, actor: Actor, now: Date): Promise<void> {
  await writeHistory(tx, after, { at: now, by: actor.by, act: 'moved', movedFrom: before.start });
  await cancelMessages(tx, [reminderKey(before)]);
  await enqueue(tx, [appointmentMessage('appointments.moved', after, { previousStart: before.start.toISOString() }), ...reminderOf(after, now)]);
}
