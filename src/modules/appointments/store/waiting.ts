import { localDateOf, type LocalDate } from '#kernel/clock.ts';
import type { Db, Tx } from '#kernel/db/index.ts';
import type { CaseId, EntityId, PersonId } from '#kernel/ids.ts';
import type { Channel, Resource, ResourceId } from '../domain/resource.ts';
import type { Waiting, WaitingId } from '../domain/waiting.ts';

type Row = {
  readonly entity_id: EntityId; readonly id: WaitingId; readonly resource_id: ResourceId; readonly case_id: CaseId; readonly person_id: PersonId; readonly label: string; readonly attendee: string;
  readonly from_day: LocalDate; readonly until_day: LocalDate; readonly offered_start: Date | null; readonly offered_channel: Channel | null; readonly offered_until: Date | null;
};

const columns = 'entity_id, id, resource_id, case_id, person_id, label, attendee, from_day::text, until_day::text, offered_start, offered_channel, offered_until';

const toWaiting = (row: Row): Waiting => ({
  entityId: row.entity_id, id: row.id, resourceId: row.resource_id, caseId: row.case_id, personId: row.person_id, label: row.label, attendee: row.attendee, fromDay: row.from_day, untilDay: row.until_day,
  offer: row.offered_start && row.offered_channel && row.offered_until ? { start: row.offered_start, channel: row.offered_channel, until: row.offered_until } : undefined,
});

/** Puts a case at the end of the list; `false` when it is on it already. */
export async function insertWaiting(db: Db, one: Waiting, now: Date): Promise<boolean> {
  const rows = await db.rows(`
    insert into appointments.waiting (entity_id, id, resource_id, case_id, person_id, label, attendee, from_day, until_day, joined_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict on constraint waiting_once do nothing returning id`,
  [one.entityId, one.id, one.resourceId, one.caseId, one.personId, one.label, one.attendee, one.fromDay, one.untilDay, now]);
  return rows.length === 1;
}

/** The place of a case on the list of a resource, if it has one. */
export async function findWaiting(db: Db, entityId: EntityId, caseId: CaseId, resourceId: ResourceId): Promise<Waiting | undefined> {
  const [row] = await db.rows<Row>(`select ${columns} from appointments.waiting where entity_id = $1 and case_id = $2 and resource_id = $3`, [entityId, caseId, resourceId]);
  return row && toWaiting(row);
}

/** One row of the list, locked until the end of the transaction. */
export async function lockWaiting(tx: Tx, entityId: EntityId, id: WaitingId): Promise<Waiting | undefined> {
  const [row] = await tx.rows<Row>(`select ${columns} from appointments.waiting where entity_id = $1 and id = $2 for update`, [entityId, id]);
  return row && toWaiting(row);
}

/** Keeps a freed place for whoever waits longest for that day and has no offer; gives the row, or `undefined` when nobody waits. */
export async function offerToFirst(tx: Tx, resource: Resource, place: { readonly start: Date; readonly channel: Channel; readonly until: Date }): Promise<Waiting | undefined> {
  const [row] = await tx.rows<Row>(`
    update appointments.waiting w set offered_start = $4, offered_channel = $5, offered_until = $6
    from (select id from appointments.waiting where entity_id = $1 and resource_id = $2 and offered_start is null and $3::date between from_day and until_day
          order by joined_at, id limit 1 for update skip locked) first
    where w.entity_id = $1 and w.id = first.id returning ${columns.replace(' id,', ' w.id,')}`,
  [resource.entityId, resource.id, localDateOf(place.start), place.start, place.channel, place.until]);
  return row && toWaiting(row);
}

/** Ends an offer that was not taken: the case goes to the end of the list. */
export async function endOffer(tx: Tx, one: Waiting, now: Date): Promise<void> {
  await tx.rows(`
    update appointments.waiting set offered_start = null, offered_channel = null, offered_until = null, joined_at = $3 where entity_id = $1 and id = $2`, [one.entityId, one.id, now]);
}

/** Takes a case off the list. */
export async function deleteWaiting(tx: Tx, one: Waiting): Promise<void> {
  await tx.rows('delete from appointments.waiting where entity_id = $1 and id = $2', [one.entityId, one.id]);
}
