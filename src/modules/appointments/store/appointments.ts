import type { Db, Tx } from '#kernel/db/index.ts';
import type { AppointmentId, CaseId, EntityId, PersonId } from '#kernel/ids.ts';
import { invariant } from '#kernel/errors/index.ts';
import type { Appointment } from '../domain/appointment.ts';
import type { Resource, ResourceId } from '../domain/resource.ts';

const columns = `entity_id as "entityId", id, resource_id as "resourceId", case_id as "caseId", person_id as "personId", start, ends as "end", channel, state, label, attendee, sequence`;

/** Writes a booked appointment. Nothing is written when its key was used before, or the case has a live one of that resource: then `undefined`. */
export async function insertAppointment(tx: Tx, one: Appointment, idempotencyKey: string, now: Date): Promise<Appointment | undefined> {
  const [row] = await tx.rows<Appointment>(`
    insert into appointments.appointment (entity_id, id, resource_id, case_id, person_id, start, ends, channel, state, label, attendee, idempotency_key, sequence, booked_at, changed_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, 'booked', $9, $10, $11, 0, $12, $12) on conflict do nothing returning ${columns}`,
  [one.entityId, one.id, one.resourceId, one.caseId, one.personId, one.start, one.end, one.channel, one.label, one.attendee, idempotencyKey, now]);
  return row;
}

/** Takes back an appointment that found no place, in the transaction that wrote it. */
export async function dropAppointment(tx: Tx, { entityId, id }: Appointment): Promise<void> {
  await tx.rows('delete from appointments.appointment where entity_id = $1 and id = $2', [entityId, id]);
}

/** The appointment that was booked with a key. */
export async function findByKey(db: Db, entityId: EntityId, idempotencyKey: string): Promise<Appointment | undefined> {
  const [row] = await db.rows<Appointment>(`select ${columns} from appointments.appointment where entity_id = $1 and idempotency_key = $2`, [entityId, idempotencyKey]);
  return row;
}

/** One appointment of an entity. */
export async function findAppointment(db: Db, entityId: EntityId, id: AppointmentId): Promise<Appointment | undefined> {
  const [row] = await db.rows<Appointment>(`select ${columns} from appointments.appointment where entity_id = $1 and id = $2`, [entityId, id]);
  return row;
}

/** One appointment, locked until the end of the transaction. */
export async function lockAppointment(tx: Tx, entityId: EntityId, id: AppointmentId): Promise<Appointment | undefined> {
  const [row] = await tx.rows<Appointment>(`select ${columns} from appointments.appointment where entity_id = $1 and id = $2 for update`, [entityId, id]);
  return row;
}

/** The live appointment of a case with a resource, if it has one. */
export async function findLive(db: Db, entityId: EntityId, caseId: CaseId, resourceId: ResourceId): Promise<Appointment | undefined> {
  const [row] = await db.rows<Appointment>(`select ${columns} from appointments.appointment where entity_id = $1 and case_id = $2 and resource_id = $3 and state = 'booked'`, [entityId, caseId, resourceId]);
  return row;
}

/** Every appointment that a case has or had, oldest first. */
export const listOfCase = (db: Db, entityId: EntityId, caseId: CaseId): Promise<readonly Appointment[]> =>
  db.rows<Appointment>(`select ${columns} from appointments.appointment where entity_id = $1 and case_id = $2 order by booked_at, id`, [entityId, caseId]);

/** The appointments of a resource that start between two instants and were not cancelled, in order of time. */
export const listBetween = (db: Db, resource: Resource, from: Date, until: Date): Promise<readonly Appointment[]> =>
  db.rows<Appointment>(`
    select ${columns} from appointments.appointment
    where entity_id = $1 and resource_id = $2 and start >= $3 and start < $4 and state <> 'cancelled' order by start, id`, [resource.entityId, resource.id, from, until]);

/** Writes a change of time or state; gives the appointment as it is now. */
export async function updateAppointment(tx: Tx, one: Appointment, changes: Partial<Pick<Appointment, 'start' | 'end' | 'state' | 'channel'>>, now: Date): Promise<Appointment> {
  const [row] = await tx.rows<Appointment>(`
    update appointments.appointment set start = $3, ends = $4, state = $5, channel = $6, sequence = sequence + 1, changed_at = $7
    where entity_id = $1 and id = $2 returning ${columns}`, [one.entityId, one.id, changes.start ?? one.start, changes.end ?? one.end, changes.state ?? one.state, changes.channel ?? one.channel, now]);
  invariant(row, 'a locked appointment is there to be changed');
  return row;
}

/** What became of an appointment at some moment. */
export type HistoryRow = {
  readonly at: Date; readonly by: PersonId | null; readonly act: 'booked' | 'moved' | 'cancelled' | 'attended' | 'missed';
  readonly start: Date; readonly movedFrom: Date | null; readonly reason: string | null;
};

/** Adds a line to the history of an appointment. */
export async function writeHistory(tx: Tx, one: Appointment, line: Omit<HistoryRow, 'start' | 'movedFrom' | 'reason'> & { readonly movedFrom?: Date; readonly reason?: string }): Promise<void> {
  await tx.rows(`
    insert into appointments.history (entity_id, appointment_id, sequence, at, by_person, act, start, moved_from, reason) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
  [one.entityId, one.id, one.sequence, line.at, line.by, line.act, one.start, line.movedFrom ?? null, line.reason ?? null]);
}

/** The history of an appointment, oldest first. */
export const historyOf = (db: Db, { entityId, id }: Pick<Appointment, 'entityId' | 'id'>): Promise<readonly HistoryRow[]> =>
  db.rows<HistoryRow>(`
    select at, by_person as by, act, start, moved_from as "movedFrom", reason from appointments.history
    where entity_id = $1 and appointment_id = $2 order by sequence`, [entityId, id]);
