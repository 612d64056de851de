import type { Sheet } from '../domain/sheet.ts';

const lettersMin = 8, lettersMax = 60, rowsMeasured = 200;

/** How wide each column should be, in letters: as its longest words among the first rows, within reason. */
export const columnLetters = ({ head, rows }: Sheet): readonly number[] => head.map((word, at) =>
  Math.min(lettersMax, Math.max(lettersMin, ...[word, ...rows.slice(0, rowsMeasured).map((row) => row[at] ?? '')].map((cell) => String(cell).length + 2))));
