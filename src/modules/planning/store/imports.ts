import type { Db } from '#kernel/db/index.ts';
import { newId, type EntityId, type Id, type PersonId } from '#kernel/ids.ts';
import type { ReadRow } from '../domain/inventory/compare.ts';
import { refuse } from '../errors.ts';

export type ImportId = Id<'inventory-import'>;

/** A file that was read and waits for somebody to say yes. */
export type WaitingImport = { readonly id: ImportId; readonly fileName: string; readonly rows: readonly ReadRow[]; readonly createdAt: Date };

/** Keeps what was read, and gives its id. */
export async function keepImport(db: Db, entityId: EntityId, by: PersonId, fileName: string, rows: readonly ReadRow[], now: Date): Promise<ImportId> {
  const id: ImportId = newId(now);
  await db.rows('insert into planning.import (entity_id, id, file_name, rows, created_at, created_by) values ($1, $2, $3, $4, $5, $6)', [entityId, id, fileName, JSON.stringify(rows), now, by]);
  return id;
}

/** What was read, or a refusal. */
export async function getImport(db: Db, entityId: EntityId, id: ImportId): Promise<WaitingImport> {
  const [row] = await db.rows<WaitingImport>('select id, file_name as "fileName", rows, created_at as "createdAt" from planning.import where entity_id = $1 and id = $2', [entityId, id]);
  return row ?? refuse('import_not_found');
}

/** Throws it away; whether it was still there. */
export const dropImport = async (db: Db, entityId: EntityId, id: ImportId): Promise<boolean> =>
  (await db.rows('delete from planning.import where entity_id = $1 and id = $2 returning id', [entityId, id])).length > 0;

/** Throws away what nobody confirmed in time. */
export const sweepImports = async (db: Db, before: Date): Promise<void> => { await db.rows('delete from planning.import where created_at < $1', [before]); };
