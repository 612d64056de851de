import type { Db } from '#kernel/db/index.ts';
import type { EntityId, PersonId } from '#kernel/ids.ts';
import type { ImportHead, ImportId, ImportSource } from './imports.ts';

/** What became of a file: its rows came in, somebody threw it away, it could not be read, nobody said yes in time, or it said nothing new. */
export type Outcome = 'confirmed' | 'discarded' | 'failed' | 'expired' | 'unchanged';

/** What became of a file, with how many rows came in, were left alone because somebody had changed them, or were wrong. */
export type LoggedImport = {
  readonly id: ImportId; readonly source: ImportSource; readonly fileName: string; readonly outcome: Outcome; readonly brought: number; readonly leftAlone: number; readonly wrong: number; readonly problem: string | null; readonly at: Date; readonly by: string | null;
};

/** Writes down what became of a file. Twice is as once. */
export async function logImport(db: Db, entityId: EntityId, { id, source, fileName, counts, problem }: Pick<ImportHead, 'id' | 'source' | 'fileName' | 'counts' | 'problem'>, outcome: Outcome, { by, at, brought = 0, leftAlone = 0 }: { readonly by: PersonId | undefined; readonly at: Date; readonly brought?: number; readonly leftAlone?: number }): Promise<void> {
  await db.rows(`insert into planning.import_log (entity_id, id, source, file_name, outcome, brought, left_alone, wrong, problem, at, by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing`,
    [entityId, id, source, fileName, outcome, brought, leftAlone, counts?.wrong ?? 0, problem, at, by ?? null]);
}

const loggedMax = 30;

/** What became of the last files of an entity, the newest first. */
export const loggedImports = (db: Db, entityId: EntityId): Promise<LoggedImport[]> => db.rows<LoggedImport>(`
  select id, source, file_name as "fileName", outcome, brought, left_alone as "leftAlone", wrong, problem, at, by from planning.import_log
  where entity_id = $1 order by at desc, id desc limit ${loggedMax}`, [entityId]);

/** Throws away what nobody confirmed in time, and writes it down. What the weekly reading found waits longer than what somebody uploaded. */
export async function sweepImports(db: Db, uploadedBefore: Date, readBefore: Date, now: Date): Promise<void> {
  await db.rows(`
    with gone as (delete from planning.import where created_at < case source when 'upload' then $1::timestamptz else $2 end returning entity_id, id, source, file_name, stage, counts)
    insert into planning.import_log (entity_id, id, source, file_name, outcome, brought, left_alone, wrong, at)
    select entity_id, id, source, file_name, 'expired', 0, 0, coalesce((counts->>'wrong')::int, 0), $3 from gone where stage <> 'failed' on conflict do nothing`, [uploadedBefore, readBefore, now]);
}
