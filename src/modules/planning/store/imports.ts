import type { Sheet } from '#modules/office/index.ts';
import type { Db, Tx } from '#kernel/db/index.ts';
import { newId, type EntityId, type Id, type PersonId } from '#kernel/ids.ts';
import type { Comparison, ReadRow } from '../domain/inventory/compare.ts';
import type { SheetMapping } from '../domain/sheets/guess.ts';
import { refuse } from '../errors.ts';

export type ImportId = Id<'inventory-import'>;

/** How far a file has come: it is being read, waits for somebody to say what its columns are, is being compared, waits for a yes, or could not be read. */
export type Stage = 'reading' | 'mapping' | 'comparing' | 'ready' | 'failed';

/** Where a file came from: a person, or the weekly reading of an address or of a folder. */
export type ImportSource = 'upload' | 'address' | 'folder';

/** What is in a file: the portal's lines, this program's own lines, or sheets. */
export type ImportKind = 'portal' | 'lines' | 'sheets';

/** A file on its way, without what it holds. */
export type ImportHead = {
  readonly id: ImportId; readonly fileName: string; readonly stage: Stage; readonly source: ImportSource; readonly kind: ImportKind | null; readonly problem: string | null;
  readonly done: number; readonly total: number; readonly counts: Comparison['counts'] | null; readonly createdAt: Date;
};

const columns = 'id, file_name as "fileName", stage, source, kind, problem, done, total, counts, created_at as "createdAt"';

/** Keeps a file that came in, and gives its id. */
export async function addImport(db: Db, entityId: EntityId, { by, source, fileName, file }: { readonly by: PersonId | undefined; readonly source: ImportSource; readonly fileName: string; readonly file: Buffer }, now: Date): Promise<ImportId> {
  const id: ImportId = newId(now);
  await db.rows(`insert into planning.import (entity_id, id, file_name, created_at, created_by, stage, source, file) values ($1, $2, $3, $4, $5, 'reading', $6, $7)`, [entityId, id, fileName, now, by ?? null, source, file]);
  return id;
}

/** A file on its way, where it still is. */
export const findImport = async (db: Db, entityId: EntityId, id: ImportId): Promise<ImportHead | undefined> =>
  (await db.rows<ImportHead>(`select ${columns} from planning.import where entity_id = $1 and id = $2`, [entityId, id]))[0];

/** A file on its way, or a refusal. */
export const getImport = async (db: Db, entityId: EntityId, id: ImportId): Promise<ImportHead> => (await findImport(db, entityId, id)) ?? refuse('import_not_found');

const waitingMax = 50;

/** The files of an entity that wait, the newest first. */
export const importsOf = (db: Db, entityId: EntityId): Promise<ImportHead[]> => db.rows<ImportHead>(`select ${columns} from planning.import where entity_id = $1 order by id desc limit ${waitingMax}`, [entityId]);

/** The bytes of a file that has not been read yet. */
export const fileOf = async (db: Db, entityId: EntityId, id: ImportId): Promise<Buffer | undefined> =>
  (await db.rows<{ file: Buffer | null }>('select file from planning.import where entity_id = $1 and id = $2', [entityId, id]))[0]?.file ?? undefined;

/** The sheets of a file, and what they and their columns are taken for; none where it is no file of sheets. */
export type WaitingSheets = { readonly sheets: readonly Sheet[]; readonly mappings: readonly SheetMapping[] };

/** The sheets of a file, where it has some. */
export async function findSheets(db: Db, entityId: EntityId, id: ImportId): Promise<WaitingSheets | undefined> {
  const [row] = await db.rows<{ sheets: readonly Sheet[] | null; mappings: readonly SheetMapping[] | null }>('select sheets, mappings from planning.import where entity_id = $1 and id = $2', [entityId, id]);
  return row?.sheets ? { sheets: row.sheets, mappings: row.mappings ?? [] } : undefined;
}

/** Keeps the sheets of a file that was read; the file itself is no longer needed. */
export const keepSheets = async (db: Db, entityId: EntityId, id: ImportId, { sheets, mappings }: WaitingSheets, stage: Extract<Stage, 'mapping' | 'comparing'>): Promise<void> => {
  await db.rows(`update planning.import set stage = $3, kind = 'sheets', file = null, sheets = $4, mappings = $5 where entity_id = $1 and id = $2`, [entityId, id, stage, JSON.stringify(sheets), JSON.stringify(mappings)]);
};

/** Keeps what somebody said of the columns. */
export const keepMappings = async (db: Db, entityId: EntityId, id: ImportId, mappings: readonly SheetMapping[], stage: Extract<Stage, 'mapping' | 'comparing'>): Promise<void> => {
  await db.rows(`update planning.import set stage = $3, mappings = $4, done = 0, total = 0 where entity_id = $1 and id = $2 and sheets is not null`, [entityId, id, stage, JSON.stringify(mappings)]);
};

/** Says how far the comparison is. */
export const tellProgress = async (db: Db, entityId: EntityId, id: ImportId, done: number, total: number): Promise<void> => { await db.rows('update planning.import set done = $3, total = $4 where entity_id = $1 and id = $2', [entityId, id, done, total]); };

/** Keeps what the comparison came to: from here on it waits for a yes. */
export const keepComparison = async (db: Db, entityId: EntityId, id: ImportId, kind: ImportKind, { rows, shown, counts }: Comparison): Promise<void> => {
  await db.rows(`update planning.import set stage = 'ready', kind = $3, file = null, rows = $4, shown = $5, counts = $6 where entity_id = $1 and id = $2`, [entityId, id, kind, JSON.stringify(rows), JSON.stringify(shown), JSON.stringify(counts)]);
};

/** Says that a file cannot be read, and why. */
export const failImport = async (db: Db, entityId: EntityId, id: ImportId, problem: string): Promise<void> => {
  await db.rows(`update planning.import set stage = 'failed', file = null, sheets = null, problem = $3 where entity_id = $1 and id = $2`, [entityId, id, problem]);
};

/** The rows that the page of a comparison shows. */
export const shownRows = async (db: Db, entityId: EntityId, id: ImportId): Promise<readonly ReadRow[]> =>
  (await db.rows<{ shown: readonly ReadRow[] | null }>('select shown from planning.import where entity_id = $1 and id = $2', [entityId, id]))[0]?.shown ?? [];

/** Takes a compared file away with the rows that it brings in, or a refusal: whoever comes second finds it gone. */
export async function takeImport(tx: Tx, entityId: EntityId, id: ImportId): Promise<ImportHead & { readonly rows: readonly ReadRow[] }> {
  const [row] = await tx.rows<ImportHead & { rows: readonly ReadRow[] }>(`delete from planning.import where entity_id = $1 and id = $2 and stage = 'ready' returning ${columns}, rows`, [entityId, id]);
  return row ?? refuse('import_not_found');
}

/** Throws away what an earlier reading of the same source found and nobody has confirmed: a newer one replaces it. */
export const dropWeekly = async (db: Db, entityId: EntityId, source: Exclude<ImportSource, 'upload'>): Promise<void> => { await db.rows('delete from planning.import where entity_id = $1 and source = $2', [entityId, source]); };

/** Throws a file away; what it was, where it was still there. */
export const dropImport = async (db: Db, entityId: EntityId, id: ImportId): Promise<ImportHead | undefined> =>
  (await db.rows<ImportHead>(`delete from planning.import where entity_id = $1 and id = $2 returning ${columns}`, [entityId, id]))[0];
