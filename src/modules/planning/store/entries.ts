import type { Db, Tx } from '#kernel/db/index.ts';
import type { EntityId, PersonId } from '#kernel/ids.ts';
import type { Answers } from '#modules/forms/index.ts';
import type { Entry, Origin } from '../domain/inventory/entry.ts';
import type { KnownEntries } from '../domain/sheets/compare-rows.ts';
import { refuse } from '../errors.ts';

const columns = 'entity_id as "entityId", procedure_id as "procedureId", slug, name, answers, revision, origin, updated_at as "updatedAt", updated_by as "updatedBy", retired_at as "retiredAt", retired_reason as "retiredReason", merged_into as "mergedInto"';

/** The entry at an address of this entity, or a refusal. */
export async function getEntry(db: Db, entityId: EntityId, slug: string): Promise<Entry> {
  const [row] = await db.rows<Entry>(`select ${columns} from planning.entry where entity_id = $1 and slug = $2`, [entityId, slug]);
  return row ?? refuse('entry_not_found');
}

/** One line of the list. */
export type EntryLine = { readonly procedureId: string; readonly slug: string; readonly name: string; readonly requestsAYear: number | null; readonly isDigital: string | null; readonly defects: number; readonly sortKey: string; readonly updatedAt: Date };

/** Which lines: those whose name has the text, those with defects, those that are retired instead of those in use; `limit` of them after a place. */
export type EntryQuery = { readonly text?: string | undefined; readonly onlyDefects?: boolean; readonly retired?: boolean; readonly after?: { readonly sortKey: string; readonly procedureId: string } | undefined; readonly limit: number };

/** A page of the inventory by name. */
export const entriesOf = (db: Db, entityId: EntityId, { text, onlyDefects = false, retired = false, after, limit }: EntryQuery): Promise<EntryLine[]> =>
  db.rows<EntryLine>(`
    select procedure_id as "procedureId", slug, name, (answers->>'solicitudes_anio')::float8 as "requestsAYear", answers->>'digital' as "isDigital", defects, sort_key as "sortKey", updated_at as "updatedAt"
    from planning.entry where entity_id = $1 and ($2::text is null or strpos(sort_key, $2) > 0) and (not $3 or defects > 0) and (retired_at is not null) = $7
      and ($4::text is null or (sort_key, procedure_id) > ($4, $5)) order by sort_key, procedure_id limit $6`,
  [entityId, text ?? null, onlyDefects, after?.sortKey ?? null, after?.procedureId ?? null, limit, retired]);

/** How the inventory stands. */
export type InventoryCounts = { readonly entries: number; readonly retired: number; readonly withDefects: number; readonly digital: number; readonly requestsAYear: number };

/** The numbers over the list. */
export async function countEntries(db: Db, entityId: EntityId): Promise<InventoryCounts> {
  const [row] = await db.rows<InventoryCounts>(`
    select count(*)::int as entries, (select count(*)::int from planning.entry where entity_id = $1 and retired_at is not null) as retired, (count(*) filter (where defects > 0))::int as "withDefects", (count(*) filter (where answers->>'digital' in ('habitual', 'excepcional')))::int as digital,
      coalesce(sum((answers->>'solicitudes_anio')::float8), 0)::float8 as "requestsAYear"
    from planning.entry where entity_id = $1 and retired_at is null`, [entityId]);
  return row ?? { entries: 0, retired: 0, withDefects: 0, digital: 0, requestsAYear: 0 };
}

/** The entries with these ids, by id. */
export async function findEntries(db: Db, entityId: EntityId, procedureIds: readonly string[]): Promise<ReadonlyMap<string, Entry>> {
  const rows = await db.rows<Entry>(`select ${columns} from planning.entry where entity_id = $1 and procedure_id = any($2)`, [entityId, procedureIds]);
  return new Map(rows.map((row) => [row.procedureId, row]));
}

/** What is to be kept of an entry. `revision` is the one it was made from: 0 for a new one. */
export type Kept = { readonly procedureId: string; readonly slug: string; readonly name: string; readonly sortKey: string; readonly answers: Answers; readonly defects: number; readonly systemKey: string | null; readonly revision: number; readonly origin: Origin };

/** Who keeps it, and when. */
export type Keeper = { readonly entityId: EntityId; readonly by: PersonId; readonly now: Date };

/** Writes entries with their next revision, all or none; gives the ids of those that had changed meanwhile, or were there already, and were left alone. */
export async function keepEntries(tx: Tx, { entityId, by, now }: Keeper, entries: readonly Kept[]): Promise<readonly string[]> {
  const kept = await tx.rows<{ id: string }>(`
    with given as (select * from jsonb_to_recordset($2::jsonb) as g("procedureId" text, slug text, name text, "sortKey" text, answers jsonb, defects int, "systemKey" text, revision int, origin text)),
    changed as (
      insert into planning.entry as e (entity_id, procedure_id, slug, name, sort_key, answers, defects, system_key, revision, origin, updated_at, updated_by)
      select $1, "procedureId", slug, name, "sortKey", answers, defects, "systemKey", 1, origin, $3, $4 from given
      on conflict (entity_id, procedure_id) do update set name = excluded.name, sort_key = excluded.sort_key, answers = excluded.answers, defects = excluded.defects, system_key = excluded.system_key,
        revision = e.revision + 1, origin = excluded.origin, updated_at = $3, updated_by = $4
      where e.revision = (select g.revision from given g where g."procedureId" = e.procedure_id)
      returning e.procedure_id, e.revision, e.answers, e.origin)
    select procedure_id as id, revision, answers, origin from changed`, [entityId, JSON.stringify(entries), now, by]);
  await tx.rows(`
    insert into planning.entry_revision (entity_id, procedure_id, revision, answers, origin, at, by)
    select entity_id, procedure_id, revision, answers, origin, $3, $4 from planning.entry where entity_id = $1 and procedure_id = any($2)`, [entityId, kept.map(({ id }) => id), now, by]);
  const done = new Set(kept.map(({ id }) => id));
  return entries.map(({ procedureId }) => procedureId).filter((id) => !done.has(id));
}

/** The entries with these ids, or with one of these names as they are sorted: what the rows of a file are compared with. */
export async function knownEntries(db: Db, entityId: EntityId, { ids, sortKeys }: { readonly ids: readonly string[]; readonly sortKeys: readonly string[] }): Promise<KnownEntries> {
  const rows = await db.rows<Entry & { sortKey: string }>(`select ${columns}, sort_key as "sortKey" from planning.entry where entity_id = $1 and (procedure_id = any($2) or sort_key = any($3))`, [entityId, ids, sortKeys]);
  return { byId: new Map(rows.map((row) => [row.procedureId, row])), byName: Map.groupBy(rows, ({ sortKey }) => sortKey) };
}
