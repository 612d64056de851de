import type { Tx } from '#kernel/db/index.ts';
import type { ProcedureFiles } from '../domain/package.ts';
import type { EntityCard, Procedure } from '../domain/types.ts';

/** A version to be published. */
export type NewVersion = {
  readonly procedure: Procedure; readonly version: number; readonly hash: string; readonly runsHere: boolean; readonly files: ProcedureFiles;
};

/** What is published now, by procedure: version, hash of its folder, and whether it was withdrawn. */
export type Current = { readonly id: string; readonly slug: string; readonly version: number; readonly hash: string; readonly withdrawn: boolean };

/** Takes the catalogue for this transaction, so that two processes that start together do not publish twice. */
export async function lockCatalogue(tx: Tx): Promise<{ readonly folderHash: string }> {
  const [row] = await tx.rows<{ folder_hash: string }>('select folder_hash from catalog.state for update');
  return { folderHash: row?.folder_hash ?? '' };
}

/** Every procedure with its current version, withdrawn ones included. */
export async function currentVersions(tx: Tx): Promise<readonly Current[]> {
  return tx.rows<Current>(`
    select p.id, p.slug, p.version, v.hash, p.withdrawn_at is not null as withdrawn
    from catalog.procedure p join catalog.procedure_version v on v.procedure_id = p.id and v.version = p.version`);
}

/** Writes entities as their latest procedures describe them; a site or telephone that one leaves out stays. */
export async function saveEntities(tx: Tx, entities: readonly EntityCard[]): Promise<void> {
  await tx.rows(`
    insert into catalog.entity (key, name, acronym, site, phone)
    select key, name, acronym, site, phone from jsonb_to_recordset($1::jsonb) as e(key text, name text, acronym text, site text, phone text)
    on conflict (key) do update set name = excluded.name, acronym = excluded.acronym, site = coalesce(excluded.site, entity.site), phone = coalesce(excluded.phone, entity.phone)`,
  [JSON.stringify(entities)]);
}

/** Publishes versions and makes them the current ones. */
export async function saveVersions(tx: Tx, versions: readonly NewVersion[], now: Date): Promise<void> {
  const rows = versions.map(({ procedure, version, hash, runsHere, files }) =>
    ({ id: procedure.id, slug: procedure.slug, entity: procedure.entity.key, version, hash, runs_here: runsHere, content: procedure, files }));
  await tx.rows(`
    with new as (
      select * from jsonb_to_recordset($1::jsonb) as n(id text, slug text, entity text, version int, hash text, runs_here boolean, content jsonb, files jsonb)
    ), versions as (
      insert into catalog.procedure_version (procedure_id, version, hash, published_at, runs_here, content, files)
      select id, version, hash, $2, runs_here, content, files from new)
    insert into catalog.procedure (id, slug, entity_key, version) select id, slug, entity, version from new
    on conflict (id) do update set slug = excluded.slug, entity_key = excluded.entity_key, version = excluded.version, withdrawn_at = null`,
  [JSON.stringify(rows), now]);
}

/** Takes procedures out of the catalogue; their versions stay, because cases run on them. */
export async function withdraw(tx: Tx, ids: readonly string[], now: Date): Promise<void> {
  await tx.rows('update catalog.procedure set withdrawn_at = $2 where id = any($1)', [ids, now]);
  await tx.rows('delete from catalog.search_document where procedure_id = any($1)', [ids]);
}

/** Brings withdrawn procedures back as they were. */
export async function restore(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.rows('update catalog.procedure set withdrawn_at = null where id = any($1)', [ids]);
}

/** Notes that the catalogue has changed. */
export async function saveState(tx: Tx, state: { readonly folderHash: string; readonly vocabulary: unknown }): Promise<void> {
  await tx.rows('update catalog.state set revision = revision + 1, folder_hash = $1, vocabulary = $2::jsonb', [state.folderHash, JSON.stringify(state.vocabulary)]);
}
