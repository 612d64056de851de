import type { Words } from './prepared.ts';

// In letters: about what fits beside each other on A4, and what a cell keeps free at its sides.
const lineLetters = 95, padding = 3, wordMax = 22, wishMax = 70;

/** The share of the width that each column gets, 1 in all: first what its longest word needs, then the rest to those that have more to say. */
export function columnShares(head: readonly string[], rows: readonly (readonly (readonly Words[])[])[]): readonly number[] {
  const texts = head.map((_, at) => rows.map((row) => (row[at] ?? []).map(({ text }) => text).join('')));
  const needs = texts.map((cells, at) => Math.min(wordMax, Math.max(longestWord(head[at] ?? '') * 1.15, typical(cells.map(longestWord)))) + padding);
  const wishes = texts.map((cells, at) => Math.max(0, Math.min(wishMax, typical(cells.map((cell) => cell.length))) + padding - (needs[at] ?? 0)));
  const free = Math.max(0, lineLetters - sum(needs)), wished = sum(wishes);
  const widths = needs.map((need, at) => need + (wished === 0 ? free / needs.length : (free * (wishes[at] ?? 0)) / wished));
  return widths.map((width) => width / sum(widths));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
const longestWord = (text: string): number => text.split(/\s+/).reduce((most, word) => Math.max(most, word.length), 0);

// Nine cells of ten fit: one long cell does not take the width from all others.
function typical(lengths: readonly number[]): number {
  const sorted = lengths.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length * 0.9)] ?? 0;
}
