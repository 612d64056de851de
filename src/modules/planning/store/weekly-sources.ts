import type { Db, Tx } from '#kernel/db/index.ts';
import type { EntityId, PersonId } from '#kernel/ids.ts';

/** Where an entity's new file is looked for every week, when next, and how it went last. */
export type WeeklySource = { readonly address: string | null; readonly folder: boolean; readonly nextAt: Date; readonly lastAt: Date | null; readonly problem: string | null };

/** Where the file of an entity is looked for; nowhere until somebody says. */
export const findWeeklySource = async (db: Db, entityId: EntityId): Promise<WeeklySource | undefined> =>
  (await db.rows<WeeklySource>('select address, folder, next_at as "nextAt", last_at as "lastAt", problem from planning.weekly_source where entity_id = $1', [entityId]))[0];

/** Says where it is looked for, from now on; nowhere takes it away. */
export async function setWeeklySource(tx: Tx, entityId: EntityId, { address, folder }: Pick<WeeklySource, 'address' | 'folder'>, by: PersonId, now: Date): Promise<void> {
  if (address === null && !folder) { await tx.rows('delete from planning.weekly_source where entity_id = $1', [entityId]); return; }
  await tx.rows(`
    insert into planning.weekly_source (entity_id, address, folder, next_at, set_at, set_by) values ($1, $2, $3, $4, $4, $5)
    on conflict (entity_id) do update set address = excluded.address, folder = excluded.folder, next_at = excluded.next_at, problem = null, set_at = excluded.set_at, set_by = excluded.set_by`, [entityId, address, folder, now, by]);
}

/** Takes the entities whose reading is due, and puts each off to `next`, so that no other process takes it too. */
export const takeDueSources = async (tx: Tx, now: Date, next: Date): Promise<readonly EntityId[]> =>
  (await tx.rows<{ entityId: EntityId }>('update planning.weekly_source set next_at = $2 where next_at <= $1 returning entity_id as "entityId"', [now, next])).map(({ entityId }) => entityId);

/** Has the file of an entity looked for at the next opportunity. */
export const hastenSource = async (db: Db, entityId: EntityId, now: Date): Promise<void> => { await db.rows('update planning.weekly_source set next_at = $2 where entity_id = $1', [entityId, now]); };

/** Writes down how a reading went: well, or why not; after a failure it is tried again at `retryAt`. */
export async function tellReading(db: Db, entityId: EntityId, now: Date, failure: { readonly problem: string; readonly retryAt: Date } | undefined): Promise<void> {
  await db.rows('update planning.weekly_source set last_at = $2, problem = $3, next_at = least(next_at, coalesce($4, next_at)) where entity_id = $1', [entityId, now, failure?.problem ?? null, failure?.retryAt ?? null]);
}
