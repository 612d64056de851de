import type { Db } from '#kernel/db/index.ts';
import type { ProcedureFiles, ProcedureVersion, PublishedProcedure } from '../domain/package.ts';
import type { EntityCard, Procedure, ProcedureId } from '../domain/types.ts';
import { emptyVocabulary, type Vocabulary } from '../domain/vocabulary.ts';
import { refuse } from '../errors.ts';

type Row = { procedure_id: string; version: number; hash: string; published_at: Date; runs_here: boolean; content: Procedure; files?: ProcedureFiles };

const columns = 'v.procedure_id, v.version, v.hash, v.published_at, v.runs_here, v.content';
const current = 'catalog.procedure p join catalog.procedure_version v on v.procedure_id = p.id and v.version = p.version';

/** The current version of the procedure at an address (`/tramites/<slug>`), unless it is withdrawn. */
export async function findProcedure(db: Db, slug: string): Promise<PublishedProcedure | undefined> {
  const [row] = await db.rows<Row>(`select ${columns} from ${current} where p.slug = $1 and p.withdrawn_at is null`, [slug]);
  return row && toPublished(row);
}

/** One published version with the texts of its folder, also of a procedure that was withdrawn since. Refuses one that never was. */
export async function getProcedureVersion(db: Db, procedureId: ProcedureId, version: number): Promise<ProcedureVersion> {
  const [row] = await db.rows<Row>(`select ${columns}, v.files from catalog.procedure_version v where v.procedure_id = $1 and v.version = $2`, [procedureId, version]);
  if (row === undefined) return refuse('version_not_found', { procedureId, version });
  return { ...toPublished(row), files: row.files ?? {} };
}

export type ListedPage = { readonly entityKey?: string; readonly after?: ProcedureId; readonly limit: number };

/** What is published now, by id, one page at a time: the next one begins after the last id of this one. */
export async function listPublished(db: Db, page: ListedPage): Promise<readonly PublishedProcedure[]> {
  const rows = await db.rows<Row>(`
    select ${columns} from ${current}
    where p.withdrawn_at is null and p.id > $1 and ($2::text is null or p.entity_key = $2) order by p.id limit $3`,
  [page.after ?? '', page.entityKey ?? null, page.limit]);
  return rows.map(toPublished);
}

/** The named procedures that are published, in the order in which they are named. */
export async function listFeatured(db: Db, ids: readonly ProcedureId[]): Promise<readonly PublishedProcedure[]> {
  const rows = await db.rows<Row>(`select ${columns} from ${current} where p.withdrawn_at is null and p.id = any($1) order by array_position($1::text[], p.id)`, [ids]);
  return rows.map(toPublished);
}

/** Procedures that can be done here, by id. */
export async function listRunnable(db: Db, limit: number): Promise<readonly PublishedProcedure[]> {
  const rows = await db.rows<Row>(`select ${columns} from ${current} where p.withdrawn_at is null and v.runs_here order by p.id limit $1`, [limit]);
  return rows.map(toPublished);
}

/** Entities that publish something now, by name, with the number of their procedures. */
export async function listEntities(db: Db): Promise<readonly (EntityCard & { readonly procedures: number })[]> {
  const rows = await db.rows<EntityRow & { procedures: number }>(`
    select e.key, e.name, e.acronym, e.site, e.phone, count(*)::int as procedures
    from catalog.entity e join catalog.procedure p on p.entity_key = e.key where p.withdrawn_at is null group by e.key order by e.name, e.key`);
  return rows.map((row) => ({ ...toEntity(row), procedures: row.procedures }));
}

/** An entity of the catalogue by its key. */
export async function findEntity(db: Db, key: string): Promise<EntityCard | undefined> {
  const [row] = await db.rows<EntityRow>('select key, name, acronym, site, phone from catalog.entity where key = $1', [key]);
  return row && toEntity(row);
}

/** Number that grows with every change of the catalogue. */
export async function revisionOf(db: Db): Promise<string> {
  const [row] = await db.rows<{ revision: string }>('select revision::text from catalog.state');
  return row?.revision ?? '';
}

/** The vocabulary as it was published last; empty before the first load. */
export async function readVocabulary(db: Db): Promise<Vocabulary> {
  const [row] = await db.rows<{ vocabulary: Vocabulary }>('select vocabulary from catalog.state');
  return { ...emptyVocabulary, ...row?.vocabulary };
}

type EntityRow = { key: string; name: string; acronym: string | null; site: string | null; phone: string | null };

const toEntity = (row: EntityRow): EntityCard => ({
  key: row.key, name: row.name, ...(row.acronym !== null && { acronym: row.acronym }), ...(row.site !== null && { site: row.site }), ...(row.phone !== null && { phone: row.phone }),
});

const toPublished = (row: Row): PublishedProcedure => ({
  procedureId: row.procedure_id, version: row.version, hash: row.hash, publishedAt: row.published_at, runsHere: row.runs_here, procedure: row.content,
});
