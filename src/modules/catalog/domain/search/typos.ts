import { editDistance } from '#kernel/distance.ts';
import { sound, stem } from './words.ts';

/** A word that occurs in the catalogue. */
export type KnownWord = { readonly word: string; readonly shown: string; readonly inHead: boolean };

const wordLettersMin = 4, twoSlipsFrom = 6, prefixLetters = 7;

/** Words shorter than this are not corrected: too many others are one slip away. */
export const isCorrectable = (word: string): boolean => word.length >= wordLettersMin && /^[a-z]+$/.test(word);

/**
 * What is left of the beginning of a word's sound after up to two letters are lost. Two words within that many slips of one another have
 * one in common, so looking up is a search for equal texts (symmetric deletion).
 */
export function deletions(word: string): readonly string[] {
  const start = sound(word).slice(0, prefixLetters);
  const once = withoutOne([start]);
  return [...new Set([start, ...once, ...(slipsMax(word) === 2 ? withoutOne(once) : [])])];
}

/** The word most likely meant by one that does not occur, or `undefined`. A word with a stem that occurs needs no mending. */
export function correct(typed: string, known: readonly KnownWord[]): KnownWord | undefined {
  if (known.some(({ word }) => stem(word) === stem(typed))) return undefined;
  const typedSound = sound(typed);
  const measured = known.map((one) => ({ one, slips: editDistance(typedSound, sound(one.word), 3), spelled: editDistance(typed, one.word, 6) }));
  const near = measured.filter(({ one, slips }) => slips <= Math.min(slipsMax(typed), slipsMax(one.word)));
  near.sort((a, b) => a.slips - b.slips || Number(b.one.inHead) - Number(a.one.inHead) || a.spelled - b.spelled || a.one.word.localeCompare(b.one.word));
  return near[0]?.one;
}

/** Whether some known word has the same stem: then the typed one is fine as it is. */
export const occurs = (typed: string, known: readonly KnownWord[]): boolean => known.some(({ word }) => stem(word) === stem(typed));

const slipsMax = (word: string): number => (word.length >= twoSlipsFrom ? 2 : 1);

const withoutOne = (words: readonly string[]): string[] =>
  words.flatMap((word) => Array.from(word, (_, i) => word.slice(0, i) + word.slice(i + 1)));
