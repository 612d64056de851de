import type { Db, Tx } from '#kernel/db/index.ts';
import type { EntityId, FileId, PersonId } from '#kernel/ids.ts';
import { refuse } from '../errors.ts';
import { isFileKind, type FileKind } from '../domain/kinds.ts';
import type { FileOwner, ScanState, StoredFile } from '../domain/types.ts';

type Row = {
  entity_id: EntityId; id: FileId; owner: FileOwner; field_id: string; name: string; kind: string; type: string; bytes: number;
  sha256: string; scan: ScanState; active: boolean; created_by: PersonId | null; created_at: Date;
};

const columns = 'entity_id, id, owner, field_id, name, kind, type, bytes::float8 as bytes, sha256, scan, active, created_by, created_at';

/**
 * Writes the row of a file whose bytes are already durable, and gives it. The same bytes for the same field of the same draft, as when a button is pressed
 * twice, are one file: then it gives the one that is there.
 */
export const insertFile = (db: Db, file: StoredFile): Promise<StoredFile> => db.transaction(async (tx) => {
  await tx.rows('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`${file.owner} ${file.fieldId} ${file.sha256}`]);
  const [there] = await tx.rows<Row>(`select ${columns} from documents.file where entity_id = $1 and owner = $2 and field_id = $3 and sha256 = $4 order by id limit 1`, [file.entityId, file.owner, file.fieldId, file.sha256]);
  if (there) return toFile(there);
  await tx.rows(`
    insert into documents.file (entity_id, id, owner, field_id, name, kind, type, bytes, sha256, scan, active, created_by, created_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
  [file.entityId, file.id, file.owner, file.fieldId, file.name, file.kind, file.type, file.bytes, file.sha256, file.scan, file.active, file.createdBy, file.createdAt]);
  return file;
});

/** The file under an id; `undefined` where the entity has none. Whoever calls decides who may see it, by its `owner`. */
export async function findFile(db: Db, entityId: EntityId, id: FileId): Promise<StoredFile | undefined> {
  const [row] = await db.rows<Row>(`select ${columns} from documents.file where entity_id = $1 and id = $2`, [entityId, id]);
  return row && toFile(row);
}

/** The same, or a refusal with 404. */
export async function getFile(db: Db, entityId: EntityId, id: FileId): Promise<StoredFile> {
  return (await findFile(db, entityId, id)) ?? refuse('not_found');
}

const filesMax = 1_000;

/** The files of a draft or a case, oldest first. */
export async function filesOf(db: Db, entityId: EntityId, owner: FileOwner): Promise<readonly StoredFile[]> {
  const rows = await db.rows<Row>(`select ${columns} from documents.file where entity_id = $1 and owner = $2 order by id limit ${filesMax}`, [entityId, owner]);
  return rows.map(toFile);
}

/**
 * Hands files of a draft over to the case that it becomes, in the transaction of the submission; what the draft has besides, because the
 * person took it out of the answers again, goes away. An id that the draft does not have is refused: answers can name only files that the
 * same person uploaded.
 */
export async function adoptFiles(tx: Tx, entityId: EntityId, from: FileOwner, to: FileOwner, ids: readonly FileId[]): Promise<void> {
  const wanted = [...new Set(ids)];
  const moved = await tx.rows(`
    with gone as (delete from documents.file where entity_id = $1 and owner = $2 and owner like 'draft:%' and not id = any($4::uuid[]) returning sha256),
    noted as (insert into documents.loose (sha256, since) select distinct sha256, now() from gone on conflict (sha256) do nothing)
    update documents.file set owner = $3 where entity_id = $1 and owner in ($2, $3) and id = any($4::uuid[]) returning id`, [entityId, from, to, wanted]);
  if (moved.length < wanted.length) refuse('not_found');
}

/** How many bytes a person has uploaded that were not handed in, of every draft and entity. */
export async function draftBytesOf(db: Db, personId: PersonId): Promise<number> {
  const [row] = await db.rows<{ bytes: number }>(`select coalesce(sum(bytes), 0)::float8 as bytes from documents.file where created_by = $1 and owner like 'draft:%'`, [personId]);
  return row?.bytes ?? 0;
}

/** Takes the row away and notes its bytes for the sweep, both or neither. */
export async function deleteFile(db: Db, file: StoredFile, now: Date): Promise<void> {
  await db.rows(`
    with gone as (delete from documents.file where entity_id = $1 and id = $2 and owner like 'draft:%' returning sha256)
    insert into documents.loose (sha256, since) select sha256, $3 from gone on conflict (sha256) do nothing`, [file.entityId, file.id, now]);
}

/** Files that no antivirus has seen, oldest first, after an id. */
export async function filesNotScanned(db: Db, after: FileId | undefined, limit: number): Promise<readonly StoredFile[]> {
  const rows = await db.rows<Row>(`select ${columns} from documents.file where scan = 'not_scanned' and ($1::uuid is null or id > $1) order by id limit $2`, [after ?? null, limit]);
  return rows.map(toFile);
}

/** How many files no antivirus has seen, of every entity, counted up to `max`. */
export async function countNotScanned(db: Db, max: number): Promise<number> {
  const [row] = await db.rows<{ count: number }>(`select count(*)::int as count from (select 1 from documents.file where scan = 'not_scanned' limit $1) waiting`, [max]);
  return row?.count ?? 0;
}

/** Notes what the antivirus said, for every file with the same bytes. */
export async function noteScan(db: Db, sha256: string, scan: ScanState): Promise<void> {
  await db.rows(`update documents.file set scan = $2 where sha256 = $1 and scan = 'not_scanned'`, [sha256, scan]);
}

const toFile = (row: Row): StoredFile => ({
  entityId: row.entity_id, id: row.id, owner: row.owner, fieldId: row.field_id, name: row.name, kind: toKind(row.kind), type: row.type, bytes: row.bytes,
  sha256: row.sha256, scan: row.scan, active: row.active, createdBy: row.created_by ?? undefined, createdAt: row.created_at,
});

// A kind that this version no longer knows is served as text: always an attachment, never shown.
const toKind = (kind: string): FileKind => (isFileKind(kind) ? kind : 'txt');
