import type { Db } from '#kernel/db/index.ts';
import { deletions, type KnownWord } from '../domain/search/typos.ts';

const candidatesMax = 400;

/** Words of the catalogue that may be within two slips of the typed ones, those themselves included. */
export async function wordsNear(db: Db, typed: readonly string[]): Promise<readonly KnownWord[]> {
  const rows = await db.rows<{ word: string; shown: string; in_head: boolean }>(
    'select word, shown, in_head from catalog.search_word where deletions && $1::text[] limit $2', [[...new Set(typed.flatMap(deletions))], candidatesMax]);
  return rows.map((row) => ({ word: row.word, shown: row.shown, inHead: row.in_head }));
}
