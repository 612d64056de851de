import { editDistance } from '../distance.ts';

/** The word that is fewest slips away (at most half of its letters), for «¿quiso escribir…?»; `undefined` when none is near. */
export function nearest(text: string, words: readonly string[]): string | undefined {
  let best: string | undefined;
  let fewest = Infinity;
  for (const word of words) {
    const slips = isAnagram(text, word) ? 1 : editDistance(text.toLowerCase().slice(0, lettersMax), word.toLowerCase().slice(0, lettersMax), word.length);
    if (slips < fewest && slips * 2 <= word.length) { best = word; fewest = slips; }
  }
  return best;
}

/** The same letters in another order is one slip: «pfd» for «pdf». */
const isAnagram = (a: string, b: string): boolean => a.length === b.length && [...a].sort().join('') === [...b].sort().join('');

const lettersMax = 64;
