import type { Procedure } from '../types.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { nameOf } from '../vocabulary.ts';
import { isCorrectable } from './typos.ts';
import { fold, foldedWords, stem, wordsOf } from './words.ts';

/** Everything the search needs to know of a procedure, as it is written to the tables. */
export type SearchDocument = {
  readonly procedureId: string;
  readonly entityKey: string;
  readonly department: string;
  readonly categories: readonly string[];
  readonly lifeEvents: readonly string[];
  readonly audience: readonly string[];
  readonly channels: readonly string[];
  /** Lower comes first among equals; below zero for what is asked for most. */
  readonly rank: number;
  readonly sortKey: string;
  /** Lexemes: `=word` and `n:stem` of the name, `h:stem` of name, entity and keywords. */
  readonly head: readonly string[];
  /** Stems of everything. */
  readonly body: readonly string[];
  readonly words: readonly { readonly word: string; readonly shown: string; readonly inHead: boolean }[];
};

/** Reads a procedure into what is searched. */
export function documentOf(procedure: Procedure, vocabulary: Vocabulary, runsHere: boolean): SearchDocument {
  const headTexts = [procedure.name, procedure.entity.name, procedure.entity.acronym ?? '', ...procedure.keywords];
  const bodyTexts = bodyOf(procedure, vocabulary);
  const stops = new Set(vocabulary.stopWords.flatMap(foldedWords));
  const useful = (texts: readonly string[]) => texts.flatMap(foldedWords).filter((word) => !stops.has(word));
  const name = useful([procedure.name]);
  return {
    procedureId: procedure.id, entityKey: procedure.entity.key, ...facetsOf(procedure),
    rank: rankOf(procedure, vocabulary, runsHere, name.length), sortKey: fold(procedure.name).slice(0, 200),
    head: unique([...name.map((word) => `=${word}`), ...name.map((word) => `n:${stem(word)}`), ...useful(headTexts).map((word) => `h:${stem(word)}`)]),
    body: unique(useful([...headTexts, ...bodyTexts]).map(stem)),
    words: wordRows(headTexts, bodyTexts, stops),
  };
}

// A department only where there is one; sorted lists, so that equal sets are one row.
const facetsOf = (procedure: Procedure) => ({
  department: procedure.department ?? '', categories: [...procedure.categories].sort(), lifeEvents: [...procedure.lifeEvents].sort(),
  audience: [...procedure.audience].sort(), channels: unique(procedure.channels.map((channel) => channel.kind)).sort(),
});

function bodyOf(procedure: Procedure, vocabulary: Vocabulary): readonly string[] {
  return [
    procedure.summary, ...procedure.steps, ...procedure.notes, procedure.output?.name ?? '',
    ...procedure.requirements.flatMap((one) => [one.name, one.detail ?? '', one.issuedBy?.name ?? '', ...one.alternatives]),
    ...procedure.fees.map((fee) => fee.concept), ...procedure.legalBasis.map((basis) => basis.norm),
    ...procedure.categories.map((key) => nameOf(vocabulary.categories, key)), ...procedure.lifeEvents.map((key) => nameOf(vocabulary.lifeEvents, key)),
    procedure.department === undefined ? '' : nameOf(vocabulary.departments, procedure.department),
  ];
}

const featuredBonus = 100, runsHereBonus = 5, nameWordsMax = 40, rankStart = 10;

// Among procedures that match equally well: the most asked for, then those that can be done here, then the shortest name.
const rankOf = (procedure: Procedure, vocabulary: Vocabulary, runsHere: boolean, nameWords: number): number =>
  rankStart + Math.min(nameWords, nameWordsMax) - (vocabulary.featured.includes(procedure.id) ? featuredBonus : 0) - (runsHere ? runsHereBonus : 0);

function wordRows(headTexts: readonly string[], bodyTexts: readonly string[], stops: ReadonlySet<string>): SearchDocument['words'] {
  const found = new Map<string, { shown: string; inHead: boolean }>();
  const add = (texts: readonly string[], inHead: boolean): void => {
    for (const { word, shown } of texts.flatMap(wordsOf)) {
      if (isCorrectable(word) && !stops.has(word) && !found.has(word)) found.set(word, { shown, inHead });
    }
  };
  add(headTexts, true);
  add(bodyTexts, false);
  return [...found].map(([word, { shown, inHead }]) => ({ word, shown, inHead }));
}

const unique = <Value>(values: readonly Value[]): Value[] => [...new Set(values)];
