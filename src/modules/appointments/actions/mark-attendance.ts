import type { Person } from '#kernel/access.ts';
import { audit } from '#kernel/audit/index.ts';
import type { Db } from '#kernel/db/index.ts';
import type { AppointmentId, EntityId } from '#kernel/ids.ts';
import { enqueue } from '#kernel/outbox/index.ts';
import { attendanceProblem, type Appointment } from '../domain/appointment.ts';
import { refuse } from '../errors.ts';
import { appointmentMessage } from '../events.ts';
import { lockAppointment, updateAppointment, writeHistory } from '../store/appointments.ts';

/** Who notes what became of an appointment, and when. */
export type Attendance = { readonly entityId: EntityId; readonly appointmentId: AppointmentId; readonly by: Person; readonly now: Date };

/** Notes that the person came. */
export const markAttended = (db: Db, attendance: Attendance): Promise<Appointment> => mark(db, attendance, 'attended');

/** Notes that nobody came. */
export const markMissed = (db: Db, attendance: Attendance): Promise<Appointment> => mark(db, attendance, 'missed');

function mark(db: Db, { entityId, appointmentId, by, now }: Attendance, outcome: 'attended' | 'missed'): Promise<Appointment> {
  return db.transaction(async (tx) => {
    const current = (await lockAppointment(tx, entityId, appointmentId)) ?? refuse('not_found');
    if (current.state === outcome) return current;
    const problem = attendanceProblem(current, outcome, now);
    if (problem) refuse(problem);
    const marked = await updateAppointment(tx, current, { state: outcome }, now);
    await writeHistory(tx, marked, { at: now, by: by.id, act: outcome });
    await audit(tx, { action: `appointments.${outcome}`, subject: `appointment:${marked.id}`, person: by, entityId });
    await enqueue(tx, [appointmentMessage(`appointments.${outcome}`, marked)]);
    return marked;
  });
}
