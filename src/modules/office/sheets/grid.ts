import type { Cell, Sheet } from '../domain/sheet.ts';

/** Rows of cells as a file has them, before the first is known as the heads. */
export type Grid = readonly (readonly Cell[])[];

/** Cells as a sheet: the first row gives the heads; every row is as long as the heads, and what is empty below the last is left out. */
export function sheetOf(name: string, grid: Grid): Sheet {
  const { rows, columns: width } = usedSize(grid), padded = grid.slice(0, rows).map((row) => Array.from({ length: width }, (_, at): Cell => row[at] ?? null));
  const [head = [], ...rest] = padded;
  return { name, head: head.map((cell) => String(cell ?? '').trim()), rows: rest };
}

/** How many rows and columns of a grid hold something, from its first corner on. */
export const usedSize = (grid: Grid): { readonly rows: number; readonly columns: number } =>
  ({ rows: grid.findLastIndex((row) => usedLength(row) > 0) + 1, columns: grid.reduce((most, row) => Math.max(most, usedLength(row)), 0) });

const isEmpty = (cell: Cell | undefined): boolean => cell === null || cell === undefined || cell === '';
const usedLength = (row: readonly Cell[]): number => row.findLastIndex((cell) => !isEmpty(cell)) + 1;
