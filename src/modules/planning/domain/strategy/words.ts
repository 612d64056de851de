/** One difference between two texts, in the order in which they are read. */
export type Change = { readonly kind: 'same' | 'gone' | 'new'; readonly text: string };

// Most cells of the table that finds what two texts share: two bytes each.
const cellsMax = 4_000_000;

/**
 * What changed between two texts, word by word: the `same` and the `gone` parts make the first, the `same` and the `new` the second, letter for letter.
 * What both share is a longest common run of words, without lone short words between changes; of texts that are too long for that, of lines; and nothing of those that are too long even so.
 */
export function changesOf(before: string, after: string): readonly Change[] {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  let head = 0, tail = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const middle = between(a.slice(head, a.length - tail), b.slice(head, b.length - tail));
  return readable(joined([...a.slice(0, head).map(same), ...middle, ...a.slice(a.length - tail).map(same)]));
}

/** Whether two texts differ by more than what surrounds their words. */
export const differ = (before: string, after: string): boolean => before.replaceAll(/\s+/g, ' ').trim() !== after.replaceAll(/\s+/g, ' ').trim();

// Words and what stands between them are pieces of their own, so that nothing is lost.
const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+|\s+|[^\p{L}\p{N}\s]/gu) ?? [];

const same = (text: string): Change => ({ kind: 'same', text });
const gone = (text: string): Change => ({ kind: 'gone', text });
const fresh = (text: string): Change => ({ kind: 'new', text });

function between(a: readonly string[], b: readonly string[]): readonly Change[] {
  const [pieces, others] = fits(a, b) ? [a, b] : [inLines(a), inLines(b)];
  return fits(pieces, others) ? walk(pieces, others, sharedLengths(pieces, others)) : [...a.map(gone), ...b.map(fresh)];
}

const fits = (a: readonly string[], b: readonly string[]): boolean => (a.length + 1) * (b.length + 1) <= cellsMax;

/** The same text in larger pieces: its lines. */
const inLines = (words: readonly string[]): readonly string[] => words.join('').split(/(?<=\n)/);

/** For every pair of places, how many words the rests share: row by row, from the end. */
function sharedLengths(a: readonly string[], b: readonly string[]): Uint16Array {
  const width = b.length + 1, lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) lengths[i * width + j] = a[i] === b[j] ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1 : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
  }
  return lengths;
}

function walk(a: readonly string[], b: readonly string[], lengths: Uint16Array): readonly Change[] {
  const changes: Change[] = [], width = b.length + 1;
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) { changes.push(same(a[i++] ?? '')); j++; }
    else if ((lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0)) changes.push(gone(a[i++] ?? ''));
    else changes.push(fresh(b[j++] ?? ''));
  }
  return [...changes, ...a.slice(i).map(gone), ...b.slice(j).map(fresh)];
}

/** Neighbours of one kind as one change; between two `same`, what is gone stands before what is new. */
function joined(changes: readonly Change[]): readonly Change[] {
  const result: { kind: Change['kind']; text: string }[] = [];
  for (const { kind, text } of changes) {
    const last = result.at(-1), before = result.at(-2);
    if (last?.kind === kind) last.text += text;
    else if (kind === 'gone' && last?.kind === 'new' && before?.kind === 'gone') before.text += text;
    else if (kind === 'gone' && last?.kind === 'new') result.splice(-1, 0, { kind, text });
    else result.push({ kind, text });
  }
  return result;
}

const lettersMin = 4;

/** The same changes without shared crumbs: blanks, signs or one short word between two changes belong to both of them, so that a rewritten sentence reads as one. */
function readable(changes: readonly Change[]): readonly Change[] {
  return joined(changes.flatMap((change, at) => (change.kind === 'same' && at > 0 && at < changes.length - 1 && isCrumb(change.text) ? [gone(change.text), fresh(change.text)] : [change])));
}

const isCrumb = (text: string): boolean => (text.match(/[\p{L}\p{N}]/gu) ?? []).length < lettersMin;
