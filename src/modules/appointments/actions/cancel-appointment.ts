import type { Db } from '#kernel/db/index.ts';
import type { AppointmentId } from '#kernel/ids.ts';
import { cancelMessages, enqueue } from '#kernel/outbox/index.ts';
import { changeProblem, type Actor, type Appointment } from '../domain/appointment.ts';
import type { Resource } from '../domain/resource.ts';
import { refuse } from '../errors.ts';
import { appointmentMessage, reminderKey } from '../events.ts';
import { lockAppointment, updateAppointment, writeHistory } from '../store/appointments.ts';
import { freePlace } from './free-place.ts';

const reasonMax = 300;

/** Which appointment is cancelled, and why. */
export type Cancellation = { readonly resource: Resource; readonly appointmentId: AppointmentId; readonly reason: string; readonly actor: Actor; readonly now: Date };

/** Cancels an appointment with its reason; the place goes to the waiting list first. Cancelling what is cancelled changes nothing. */
export async function cancelAppointment(db: Db, { resource, appointmentId, reason, actor, now }: Cancellation): Promise<Appointment> {
  const said = reason.trim();
  if (said === '' || said.length > reasonMax) refuse('reason_needed');
  return db.transaction(async (tx) => {
    const current = (await lockAppointment(tx, resource.entityId, appointmentId)) ?? refuse('not_found');
    if (current.state === 'cancelled') return current;
    const problem = changeProblem(current, resource, 'cancel', actor, now);
    if (problem) refuse(problem);
    const cancelled = await updateAppointment(tx, current, { state: 'cancelled' }, now);
    await freePlace(tx, resource, current.start, current.channel, now);
    await writeHistory(tx, cancelled, { at: now, by: actor.by, act: 'cancelled', reason: said });
    await cancelMessages(tx, [reminderKey(current)]);
    await enqueue(tx, [appointmentMessage('appointments.cancelled', cancelled, { reason: said })]);
    return cancelled;
  });
}
