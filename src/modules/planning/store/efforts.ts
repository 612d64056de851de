import type { Db } from '#kernel/db/index.ts';
import { newId, type EntityId, type PersonId } from '#kernel/ids.ts';
import type { Entry } from '../domain/inventory/entry.ts';
import type { Correction } from '../domain/ranking/effort.ts';

/** What the entity says of the effort of its procedures, or of one of them; those that take the computed effort are not in it. */
export async function effortsOf(db: Db, entityId: EntityId, procedureId?: string): Promise<ReadonlyMap<string, Correction>> {
  const rows = await db.rows<Omit<Correction, 'points'> & { readonly procedureId: string; readonly points: number | null }>(`
    select distinct on (procedure_id) procedure_id as "procedureId", points, reason from planning.effort
    where entity_id = $1 and ($2::text is null or procedure_id = $2) order by procedure_id, id desc`, [entityId, procedureId ?? null]);
  return new Map(rows.flatMap(({ procedureId: of, points, reason }) => (points === null ? [] : [[of, { points, reason }] as const])));
}

/** Keeps what the entity says of an effort; no points take the computed one again. */
export async function setEffort(db: Db, { entityId, procedureId }: Pick<Entry, 'entityId' | 'procedureId'>, points: number | undefined, reason: string, by: PersonId, now: Date): Promise<void> {
  await db.rows('insert into planning.effort (entity_id, procedure_id, id, points, reason, set_at, set_by) values ($1, $2, $3, $4, $5, $6, $7)', [entityId, procedureId, newId(now), points ?? null, reason, now, by]);
}
