/** The word that is fewest slips away (at most half of its letters), for «¿quiso escribir…?»; `undefined` when none is near. */
export function nearest(text: string, words: readonly string[]): string | undefined {
  let best: string | undefined;
  let fewest = Infinity;
  for (const word of words) {
    const slips = isAnagram(text, word) ? 1 : editDistance(text.toLowerCase(), word.toLowerCase());
    if (slips < fewest && slips * 2 <= word.length) { best = word; fewest = slips; }
  }
  return best;
}

/** The same letters in another order is one slip: «pfd» for «pdf». */
const isAnagram = (a: string, b: string): boolean => a.length === b.length && [...a].sort().join('') === [...b].sort().join('');

const lettersMax = 64;

/** Levenshtein's distance: letters to add, drop or change. Long texts are cut first, so that it stays quick. */
function editDistance(a: string, b: string): number {
  const left = a.slice(0, lettersMax);
  const right = b.slice(0, lettersMax);
  let row = Array.from({ length: right.length + 1 }, (_, j) => j);
  for (let i = 1; i <= left.length; i++) {
    const next = [i];
    for (let j = 1; j <= right.length; j++) {
      const change = (row[j - 1] ?? 0) + (left[i - 1] === right[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
