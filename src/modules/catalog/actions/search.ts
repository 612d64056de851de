import type { Db } from '#kernel/db/index.ts';
import { looseQuestionsFor, questionsFor, readQuery, type Wanted } from '../domain/search/query.ts';
import { correct, isCorrectable, occurs } from '../domain/search/typos.ts';
import type { CatalogQuery, SearchResult } from '../domain/search/types.ts';
import { foldedWords, wordsOf } from '../domain/search/words.ts';
import type { Vocabulary } from '../domain/vocabulary.ts';
import { refuse } from '../errors.ts';
import { readVocabulary } from '../store/procedures.ts';
import { searchIndex, type SearchAnswer, type SearchPlace } from '../store/searching.ts';
import { wordsNear } from '../store/words.ts';

const pageSize = 20, pageSizeMax = 100;

/**
 * Finds procedures in what is published. Forgives accents, plurals, synonyms and up to two slips a word; words in the name weigh more than
 * those of entity and keywords, and these more than the rest. When nothing has all the words, it gives what has some (`partial`).
 */
export async function searchProcedures(db: Db, query: CatalogQuery, words?: Vocabulary): Promise<SearchResult> {
  const vocabulary = words ?? (await readVocabulary(db));
  const cursor = query.after === undefined ? undefined : readCursor(query.after);
  const text = cursor?.corrected ?? query.text ?? '';
  const wanted = readQuery(text, vocabulary);
  const ask = (questions: Parameters<typeof searchIndex>[1]['questions']): Promise<SearchAnswer> =>
    searchIndex(db, { questions, filters: query.filters ?? {}, after: cursor?.place, limit: Math.min(Math.max(query.limit ?? pageSize, 1), pageSizeMax) + 1 });
  if (wanted.length === 0) return toResult(query, await ask(undefined), {});
  const corrected = cursor?.corrected === undefined ? {} : { corrected: cursor.corrected };
  if (cursor?.partial) return toResult(query, await ask(looseQuestionsFor(wanted)), { ...corrected, partial: true });
  const strict = await ask(questionsFor(wanted));
  if (strict.reached > 0 || cursor !== undefined) return toResult(query, strict, corrected);
  return searchAgain(db, query, { text, wanted, vocabulary, ask });
}

type Attempt = { readonly text: string; readonly wanted: readonly Wanted[]; readonly vocabulary: Vocabulary; readonly ask: (questions: ReturnType<typeof questionsFor>) => Promise<SearchAnswer> };

// Nothing has all the words as they were typed: mend them, and if that is not it either, take what has some of them.
async function searchAgain(db: Db, query: CatalogQuery, { text, wanted, vocabulary, ask }: Attempt): Promise<SearchResult> {
  const corrected = await correctText(db, text);
  const mended = corrected === undefined ? wanted : readQuery(corrected, vocabulary);
  if (corrected !== undefined) {
    const answer = await ask(questionsFor(mended));
    if (answer.reached > 0) return toResult(query, answer, { corrected });
  }
  const loose = await ask(looseQuestionsFor(mended));
  return toResult(query, loose, { partial: true, ...(corrected !== undefined && { corrected }) });
}

/** The text with its unknown words mended, or `undefined` where none could be. */
async function correctText(db: Db, text: string): Promise<string | undefined> {
  const words = wordsOf(text);
  const typed = foldedWords(text).filter(isCorrectable);
  if (typed.length === 0) return undefined;
  const known = await wordsNear(db, typed);
  const mended = words.map(({ word, shown }) => (isCorrectable(word) && !occurs(word, known) ? (correct(word, known)?.shown ?? shown) : shown));
  return mended.every((word, i) => word === words[i]?.shown) ? undefined : mended.join(' ');
}

function toResult(query: CatalogQuery, answer: SearchAnswer, how: { readonly corrected?: string; readonly partial?: boolean }): SearchResult {
  const limit = Math.min(Math.max(query.limit ?? pageSize, 1), pageSizeMax);
  const hits = answer.hits.slice(0, limit);
  const last = hits.at(-1);
  const more = answer.hits.length > limit && last !== undefined;
  return {
    hits: hits.map(({ place: _place, ...hit }) => hit), total: answer.total, atLeast: answer.cut, facets: answer.facets, partial: how.partial ?? false,
    ...(how.corrected !== undefined && { corrected: how.corrected }), ...(more && { next: writeCursor({ place: last.place, ...how }) }),
  };
}

/** A place in a list, and how the search was understood, so that the next page understands it in the same way. */
type Cursor = { readonly place: SearchPlace; readonly corrected?: string; readonly partial?: boolean };

const writeCursor = ({ place, corrected, partial }: Cursor): string =>
  Buffer.from(JSON.stringify([...place, partial ? 1 : 0, corrected ?? ''])).toString('base64url');

const cursorCharactersMax = 1_000;

function readCursor(text: string): Cursor {
  try {
    const [tier, rank, sortKey, doc, partial, corrected]: readonly unknown[] = JSON.parse(Buffer.from(text.slice(0, cursorCharactersMax), 'base64url').toString('utf8'));
    const sound = [tier, rank, doc].every((one) => Number.isInteger(one) && Math.abs(Number(one)) < 2 ** 31) && typeof sortKey === 'string' && typeof corrected === 'string' && !sortKey.includes('\0');
    if (!sound) return refuse('bad_cursor');
    return { place: [Number(tier), Number(rank), sortKey, Number(doc)], partial: partial === 1, ...(corrected !== '' && { corrected }) };
  } catch (cause) {
    return refuse('bad_cursor', {}, cause);
  }
}
