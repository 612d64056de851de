import type { Tx } from '#kernel/db/index.ts';
import type { SearchDocument } from '../domain/search/document.ts';
import { deletions } from '../domain/search/typos.ts';

/** Writes what is searched of procedures that are already published; one call a few hundred documents at a time. */
export async function indexDocuments(tx: Tx, documents: readonly SearchDocument[]): Promise<void> {
  await tx.rows('delete from catalog.search_document where procedure_id = any($1)', [documents.map((one) => one.procedureId)]);
  await tx.rows(insertFacetSets, [JSON.stringify(documents.map(facetsRow))]);
  await tx.rows(insertDocuments, [JSON.stringify(documents.map(documentRow))]);
  await insertWords(tx, documents);
}

/** Counts the whole catalogue anew; belongs at the end of every transaction that changes it. */
export async function recount(tx: Tx): Promise<void> {
  await tx.rows('delete from catalog.facet_count');
  await tx.rows('insert into catalog.facet_count select facet_set, entity_key, count(*) from catalog.search_document group by 1, 2');
}

const facetsRow = (one: SearchDocument) => ({ department: one.department, categories: one.categories, life_events: one.lifeEvents, audience: one.audience, channels: one.channels });

const documentRow = (one: SearchDocument) => ({
  ...facetsRow(one), procedure_id: one.procedureId, entity_key: one.entityKey, rank: one.rank, sort_key: one.sortKey, head: vectorOf(one.head), body: vectorOf(one.body),
});

// A text vector in Postgres' own notation. Lexemes are a-z, digits and our marks, so quoting is enough.
const vectorOf = (lexemes: readonly string[]): string => lexemes.map((lexeme) => `'${lexeme}'`).join(' ');

const facetColumns = 'department text, categories text[], life_events text[], audience text[], channels text[]';

const insertFacetSets = `
  insert into catalog.facet_set (department, categories, life_events, audience, channels)
  select distinct department, categories, life_events, audience, channels from jsonb_to_recordset($1::jsonb) as f(${facetColumns})
  on conflict do nothing`;

const insertDocuments = `
  with new as materialized (
    select * from jsonb_to_recordset($1::jsonb) as d(${facetColumns}, procedure_id text, entity_key text, rank smallint, sort_key text, head text, body text)
  ), documents as (
    insert into catalog.search_document (procedure_id, entity_key, facet_set, rank, sort_key, head)
    select n.procedure_id, n.entity_key, f.id, n.rank, n.sort_key, n.head::tsvector
    from new n join catalog.facet_set f using (department, categories, life_events, audience, channels)
    returning doc, procedure_id)
  insert into catalog.search_body (doc, body) select d.doc, n.body::tsvector from documents d join new n using (procedure_id)`;

async function insertWords(tx: Tx, documents: readonly SearchDocument[]): Promise<void> {
  const words = new Map(documents.flatMap((one) => one.words).sort((a, b) => Number(a.inHead) - Number(b.inHead)).map((word) => [word.word, word]));
  const rows = [...words.values()].map(({ word, shown, inHead }) => ({ word, shown, in_head: inHead, deletions: deletions(word) }));
  await tx.rows(`
    insert into catalog.search_word (word, shown, in_head, deletions)
    select word, shown, in_head, deletions from jsonb_to_recordset($1::jsonb) as w(word text, shown text, in_head boolean, deletions text[])
    on conflict (word) do update set in_head = true, shown = excluded.shown where excluded.in_head and not search_word.in_head`, [JSON.stringify(rows)]);
}
