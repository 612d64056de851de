import type { Vocabulary } from '../vocabulary.ts';
import { foldedWords, stem } from './words.ts';

/** One thing that is asked for: a word, or words that mean one thing together, and what else means the same. */
export type Wanted = {
  readonly typed: readonly string[];
  /** Ways of saying it, each a list of stems that all must occur; the typed one is the first. */
  readonly ways: readonly (readonly string[])[];
};

const charactersMax = 200, wordsMax = 12;

/** Reads what a person typed: stop words vanish (unless nothing else is left), and known phrases bring their synonyms. */
export function readQuery(text: string, vocabulary: Vocabulary): readonly Wanted[] {
  const stops = new Set(vocabulary.stopWords.flatMap(foldedWords));
  const all = foldedWords(text.slice(0, charactersMax));
  const useful = all.filter((word) => !stops.has(word));
  const words = (useful.length > 0 ? useful : all).slice(0, wordsMax);
  return wantedOf(words, synonymsOf(vocabulary, stops));
}

type Phrase = { readonly stems: readonly string[]; readonly group: readonly (readonly string[])[] };

function wantedOf(words: readonly string[], phrases: readonly Phrase[]): readonly Wanted[] {
  const wanted: Wanted[] = [];
  for (let i = 0; i < words.length;) {
    const found = phrases.find(({ stems }) => stems.every((one, j) => { const word = words[i + j]; return word !== undefined && stem(word) === one; }));
    const length = found?.stems.length ?? 1;
    const typed = words.slice(i, i + length);
    const stems = typed.map(stem);
    const others = (found?.group ?? []).filter((way) => way.join(' ') !== stems.join(' '));
    wanted.push({ typed, ways: [stems, ...others] });
    i += length;
  }
  return wanted;
}

// The longest phrase wins: «cédula de identidad» before «cédula».
function synonymsOf(vocabulary: Vocabulary, stops: ReadonlySet<string>): readonly Phrase[] {
  const kept = remembered.get(vocabulary);
  if (kept !== undefined) return kept;
  const phrases = vocabulary.synonyms.flatMap((row) => {
    const group = row.map((phrase) => foldedWords(phrase).filter((word) => !stops.has(word)).map(stem)).filter((stems) => stems.length > 0);
    return group.map((stems) => ({ stems, group }));
  });
  phrases.sort((a, b) => b.stems.length - a.stems.length);
  remembered.set(vocabulary, phrases);
  return phrases;
}

const remembered = new WeakMap<Vocabulary, readonly Phrase[]>();

/** The four questions to the index, from the strictest to the widest, in Postgres' own notation of text queries. */
export type IndexQuestions = { readonly exact: string; readonly named: string; readonly head: string; readonly body: string };

const prefixLettersMin = 3;

/**
 * `exact`: every typed word is in the name as it is. `named`: every wanted thing is in the name in some form. `head`: … in name, entity or
 * keywords, and the last word may be only begun. `body`: … anywhere.
 */
export function questionsFor(wanted: readonly Wanted[]): IndexQuestions {
  const begun = wanted.at(-1)?.typed.at(-1) ?? '';
  const prefix = begun.length >= prefixLettersMin ? ` | ${lexeme(`=${begun}`)}:*` : '';
  return {
    exact: wanted.flatMap(({ typed }) => typed.map((word) => lexeme(`=${word}`))).join(' & '),
    named: wanted.map((one) => anyWay(one, 'n:')).join(' & '),
    head: wanted.map((one, i) => `(${anyWay(one, 'h:')}${i === wanted.length - 1 ? prefix : ''})`).join(' & '),
    body: wanted.map((one) => anyWay(one, '')).join(' & '),
  };
}

/** Any of the wanted things, for when nothing has them all; first come those that lack only one. */
export function looseQuestionsFor(wanted: readonly Wanted[]): IndexQuestions {
  const any = (mark: string) => wanted.map((one) => anyWay(one, mark)).join(' | ');
  const allButOne = wanted.map((left) => wanted.filter((one) => one !== left).map((one) => anyWay(one, 'h:')).join(' & ')).filter((text) => text !== '');
  return { exact: allButOne.length === 0 ? any('n:') : allButOne.map((text) => `(${text})`).join(' | '), named: any('n:'), head: any('h:'), body: any('') };
}

const anyWay = ({ ways }: Wanted, mark: string): string => `(${ways.map((way) => `(${way.map((one) => lexeme(mark + one)).join(' & ')})`).join(' | ')})`;

// Words are letters a-z and digits by now; the quotes are for the marks in front.
const lexeme = (text: string): string => `'${text}'`;
