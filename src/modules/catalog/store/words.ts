import type { Db } from '#kernel/db/index.ts';
import { deletions, type KnownWord } from '../domain/search/typos.ts';

const candidatesMax = 400;

/** Words of the catalogue that may be within two slips of the typed ones, those themselves included. */
export async function wordsNear(db: Db, typed: readonly string[]): Promise<readonly KnownWord[]> {
  const rows = await db.rows<{ word: string; shown: string; in_head: boolean }>(nearSql, [[...new Set(typed.flatMap(deletions))], candidatesMax]);
  return rows.map((row) => ({ word: row.word, shown: row.shown, inHead: row.in_head }));
}

// One look into the index for each text: asking for any of them at once makes Postgres compare every word with every text.
const nearSql = `
  select distinct w.word, w.shown, w.in_head
  from unnest($1::text[]) as one cross join lateral (select word, shown, in_head from catalog.search_word where deletions @> array[one]) w limit $2`;
