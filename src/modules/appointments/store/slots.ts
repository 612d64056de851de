import type { Db, Tx } from '#kernel/db/index.ts';
import type { Taken } from '../domain/slots.ts';
import { quotaOf, type Channel, type Resource } from '../domain/resource.ts';

const none: Taken = { internet: 0, counter: 0 };

/** The places taken in each slot that starts between two instants. */
export async function takenBetween(db: Db, resource: Resource, from: Date, until: Date): Promise<(start: Date) => Taken> {
  const rows = await db.rows<{ start: Date } & Taken>(
    'select start, internet, counter from appointments.slot where entity_id = $1 and resource_id = $2 and start >= $3 and start < $4', [resource.entityId, resource.id, from, until]);
  const taken = new Map(rows.map(({ start, internet, counter }) => [start.getTime(), { internet, counter }]));
  return (start) => taken.get(start.getTime()) ?? none;
}

/**
 * Takes one place of a slot, if there is one: a single statement that raises the count only below the capacity and the channel's quota, so that the
 * last place is never given twice however many ask at once.
 */
export async function takePlace(tx: Tx, resource: Resource, start: Date, channel: Channel): Promise<boolean> {
  const quota = quotaOf(resource, channel);
  if (quota === 0) return false;
  const rows = await tx.rows(`
    insert into appointments.slot as s (entity_id, resource_id, start, internet, counter) values ($1, $2, $3, ($4 = 'internet')::int, ($4 = 'counter')::int)
    on conflict (entity_id, resource_id, start) do update set internet = s.internet + excluded.internet, counter = s.counter + excluded.counter
    where s.internet + s.counter < $5 and (case $4 when 'internet' then s.internet else s.counter end) < $6
    returning start`, [resource.entityId, resource.id, start, channel, resource.capacity, quota]);
  return rows.length === 1;
}

/** Gives a place back. */
export async function givePlaceBack(tx: Tx, resource: Resource, start: Date, channel: Channel): Promise<void> {
  await tx.rows(`
    update appointments.slot set internet = internet - ($4 = 'internet')::int, counter = counter - ($4 = 'counter')::int
    where entity_id = $1 and resource_id = $2 and start = $3`, [resource.entityId, resource.id, start, channel]);
}

/** Locks two slots, the earlier first, so that two moves in opposite directions wait for each other instead of blocking one another. */
export async function lockSlots(tx: Tx, resource: Resource, starts: readonly [Date, Date]): Promise<void> {
  const [earlier, later] = [...starts].sort((a, b) => a.getTime() - b.getTime());
  for (const start of [earlier, later]) {
    await tx.rows(`
      insert into appointments.slot as s (entity_id, resource_id, start, internet, counter) values ($1, $2, $3, 0, 0)
      on conflict (entity_id, resource_id, start) do update set internet = s.internet`, [resource.entityId, resource.id, start]);
  }
}
