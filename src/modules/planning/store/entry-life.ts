import type { Tx, Db } from '#kernel/db/index.ts';
import { newId, type EntityId } from '#kernel/ids.ts';
import type { Keeper } from './entries.ts';

/** Why a procedure is retired, and which one it is the same as. */
export type Retirement = { readonly reason: string; readonly mergedInto?: string | undefined };

/** Retires a procedure, or brings it back where no reason is given; whether that changed anything. */
export async function retireEntry(tx: Tx, { entityId, by, now }: Keeper, procedureId: string, retired: Retirement | undefined): Promise<boolean> {
  const changed = await tx.rows(`
    update planning.entry set retired_at = $3, retired_reason = $4, merged_into = $5
    where entity_id = $1 and procedure_id = $2 and (retired_at is null) = ($3::timestamptz is not null) returning procedure_id`, [entityId, procedureId, retired ? now : null, retired?.reason ?? null, retired?.mergedInto ?? null]);
  if (changed.length === 0) return false;
  await tx.rows('insert into planning.entry_life (entity_id, procedure_id, id, becomes, reason, merged_into, at, by) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    [entityId, procedureId, newId(now), retired ? 'retired' : 'back', retired?.reason ?? null, retired?.mergedInto ?? null, now, by]);
  return true;
}

/** Pairs of which somebody has said that they are two procedures, as `first second`. */
export const distinctPairs = async (db: Db, entityId: EntityId): Promise<ReadonlySet<string>> =>
  new Set((await db.rows<{ pair: string }>(`select first_id || ' ' || second_id as pair from planning.distinct_pair where entity_id = $1`, [entityId])).map(({ pair }) => pair));

/** Says that two procedures are two, though their names are alike. Twice is as once. */
export async function keepDistinct(db: Db, { entityId, by, now }: Keeper, a: string, b: string): Promise<void> {
  const [first, second] = [a, b].toSorted();
  await db.rows('insert into planning.distinct_pair (entity_id, first_id, second_id, said_at, said_by) values ($1, $2, $3, $4, $5) on conflict do nothing', [entityId, first, second, now, by]);
}
