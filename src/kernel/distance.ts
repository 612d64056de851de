/**
 * Slips of the keyboard between two words: letters too many, missing, wrong, or swapped with the next one (optimal string alignment).
 * Stops counting at `max` + 1, so that far-off words are cheap.
 */
export function editDistance(a: string, b: string, max = 3): number {
  if (Math.abs(a.length - b.length) > max) return max + 1;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) row.push(cheapest(a, b, i, j, row, previous, before));
    if (Math.min(...row) > max) return max + 1;
    before = previous;
    previous = row;
  }
  return previous[b.length] ?? max + 1;
}

function cheapest(a: string, b: string, i: number, j: number, row: number[], previous: number[], before: number[]): number {
  const same = a[i - 1] === b[j - 1] ? 0 : 1;
  const best = Math.min(at(previous, j) + 1, at(row, j - 1) + 1, at(previous, j - 1) + same);
  const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
  return swapped ? Math.min(best, at(before, j - 2) + 1) : best;
}

// Where there is no row there is no way.
const at = (row: readonly number[], j: number): number => row[j] ?? Infinity;
