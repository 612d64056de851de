import type { Db } from '#kernel/db/index.ts';
import type { EntityId } from '#kernel/ids.ts';
import type { LocalDate } from '#kernel/clock.ts';

/** What one step of taking in came to: how many changes were read, and whether more wait. */
export type TakenIn = { readonly changes: number; readonly more: boolean };

/**
 * Takes what happened to cases since the last time into the counters, at most `stepMax` transactions of it, in one transaction with the cursor: a crash leaves
 * everything as it was, and what comes twice counts once. Nothing where another process is at it.
 */
export async function takeIn(db: Db, stepMax: number, now: Date): Promise<TakenIn> {
  const [row] = await db.rows<TakenIn>('select changes, more from indicators.take_in($1, $2)', [stepMax, now]);
  return row ?? { changes: 0, more: false };
}

/** An entity that has not been counted from the beginning today. */
export async function findUncounted(db: Db, today: LocalDate): Promise<EntityId | undefined> {
  const [row] = await db.rows<{ id: EntityId }>(`
    select e.id from identity.v_entity e where not exists (select 1 from indicators.recounted r where r.entity_id = e.id and r.on_day >= $1) order by e.id limit 1`, [today]);
  return row?.id;
}

/** Counts an entity from the beginning; writes down and mends what differs from what had been counted as it came. Gives how much did. */
export async function recount(db: Db, entityId: EntityId, today: LocalDate, now: Date): Promise<number> {
  const [row] = await db.rows<{ differences: number }>(`
    with done as (select indicators.recount($1, $3) as differences)
    insert into indicators.recounted (entity_id, on_day, differences) select $1, $2, differences from done
    on conflict (entity_id) do update set on_day = excluded.on_day, differences = excluded.differences returning differences`, [entityId, today, now]);
  return row?.differences ?? 0;
}
