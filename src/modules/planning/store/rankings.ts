import { createHash } from 'node:crypto';
import type { Db } from '#kernel/db/index.ts';
import { newId, type EntityId, type Id, type PersonId } from '#kernel/ids.ts';
import { defaultWeights, type Weights } from '../domain/ranking/criteria.ts';
import type { FrozenLine } from '../domain/ranking/frozen.ts';
import type { Candidate } from '../domain/ranking/rank.ts';
import { refuse } from '../errors.ts';

/** The weights of an entity; those of the program until it sets its own. */
export async function weightsOf(db: Db, entityId: EntityId): Promise<Weights> {
  const [row] = await db.rows<{ weights: Weights }>('select weights from planning.weights where entity_id = $1', [entityId]);
  return { ...defaultWeights, ...row?.weights };
}

/** Sets the weights of an entity. */
export async function setWeights(db: Db, entityId: EntityId, weights: Weights, by: PersonId, now: Date): Promise<void> {
  await db.rows('insert into planning.weights (entity_id, weights, set_at, set_by) values ($1, $2, $3, $4) on conflict (entity_id) do update set weights = excluded.weights, set_at = excluded.set_at, set_by = excluded.set_by', [entityId, JSON.stringify(weights), now, by]);
}

const candidatesMax = 10_000;

/** Everything that is ranked: the whole inventory without what is retired. */
export const candidatesOf = (db: Db, entityId: EntityId): Promise<Candidate[]> =>
  db.rows<Candidate>(`select procedure_id as "procedureId", slug, name, answers from planning.entry where entity_id = $1 and retired_at is null order by sort_key, procedure_id limit ${candidatesMax}`, [entityId]);

export type SnapshotId = Id<'ranking-snapshot'>;

/** An order that was frozen. */
export type Snapshot = { readonly id: SnapshotId; readonly weights: Weights; readonly rows: readonly FrozenLine[]; readonly sha256: string; readonly takenAt: Date };

/** Freezes an order, and gives its id. */
export async function freeze(db: Db, entityId: EntityId, weights: Weights, rows: readonly FrozenLine[], by: PersonId, now: Date): Promise<SnapshotId> {
  const id: SnapshotId = newId(now), sha256 = createHash('sha256').update(JSON.stringify([weights, rows])).digest('hex');
  await db.rows('insert into planning.snapshot (entity_id, id, weights, rows, sha256, taken_at, taken_by) values ($1, $2, $3, $4, $5, $6, $7)', [entityId, id, JSON.stringify(weights), JSON.stringify(rows), sha256, now, by]);
  return id;
}

const snapshotsMax = 50;

/** The frozen orders of an entity, the newest first, without their lines. */
export const snapshotsOf = (db: Db, entityId: EntityId): Promise<Omit<Snapshot, 'rows' | 'weights'>[]> =>
  db.rows<Omit<Snapshot, 'rows' | 'weights'>>(`select id, sha256, taken_at as "takenAt" from planning.snapshot where entity_id = $1 order by id desc limit ${snapshotsMax}`, [entityId]);

/** A frozen order, or a refusal. */
export async function getSnapshot(db: Db, entityId: EntityId, id: SnapshotId): Promise<Snapshot> {
  const [row] = await db.rows<Snapshot>('select id, weights, rows, sha256, taken_at as "takenAt" from planning.snapshot where entity_id = $1 and id = $2', [entityId, id]);
  return row ?? refuse('snapshot_not_found');
}
