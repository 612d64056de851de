import { backLines, columnsOf, type Graph, type Line } from './graph.ts';
import { idOf } from '../bpmn/node.ts';

/** Column and row of everything that has a place: dots by their id, and the bends of long lines by `<line id> <column>`. */
export type Grid = { readonly cells: ReadonlyMap<string, { readonly column: number; readonly row: number }>; readonly back: ReadonlySet<Line> };

type Cell = { readonly key: string; readonly column: number; /** Of a bend: where its line ends. */ readonly end?: string; readonly before: readonly { readonly key: string; readonly below: boolean }[] };

/** Gives every dot, and every column that a long line passes, a row: as straight on as possible, never two in one place. */
export function placeInGrid(graph: Graph): Grid {
  const back = backLines(graph);
  const columns = columnsOf(graph, back);
  const cells = cellsOf(graph, columns, back);
  return { cells: place(cells, place(cells, new Map())), back };
}

type Placed = Map<string, { readonly column: number; readonly row: number }>;

/** Places column after column. The second time, long lines turn at once to the row in which they will end. */
function place(cells: readonly Cell[], hint: Placed): Placed {
  const placed: Placed = new Map();
  for (const column of [...new Set(cells.map((cell) => cell.column))].toSorted((one, other) => one - other)) {
    placeColumn(cells.filter((cell) => cell.column === column), placed, hint);
  }
  return placed;
}

function placeColumn(cells: readonly Cell[], placed: Placed, hint: Placed): void {
  const wanted = cells.map((cell) => ({ cell, row: Math.max(wantedRow(cell, placed), hint.get(cell.end ?? '')?.row ?? 0) })).toSorted((one, other) => one.row - other.row);
  let free = 0;
  for (const { cell, row } of wanted) {
    const at = Math.max(free, Math.round(row));
    placed.set(cell.key, { column: cell.column, row: at });
    free = at + 1;
  }
}

/** The highest row among those before it; one lower when it comes from an event on a border. */
function wantedRow(cell: Cell, placed: ReadonlyMap<string, { readonly row: number }>): number {
  const rows = cell.before.map(({ key, below }) => (placed.get(key)?.row ?? 0) + (below ? 1 : 0));
  return rows.length === 0 ? 0 : Math.min(...rows);
}

function cellsOf({ dots, lines }: Graph, columns: ReadonlyMap<string, number>, back: ReadonlySet<Line>): readonly Cell[] {
  const ahead = lines.filter((line) => !back.has(line));
  const columnOf = (id: string): number => columns.get(id) ?? 0;
  const bends = ahead.flatMap((line) => range(columnOf(line.from) + 1, columnOf(line.to)).map((column): Cell => ({ key: bendKey(line, column), column, end: line.to, before: [previous(line, column, columnOf)] })));
  return [...dots.map((dot): Cell => ({
    key: idOf(dot), column: columnOf(idOf(dot)),
    before: ahead.filter(({ to }) => to === idOf(dot)).map((line) => previous(line, columnOf(line.to), columnOf)),
  })), ...bends];
}

const previous = (line: Line, column: number, columnOf: (id: string) => number): Cell['before'][number] =>
  column - 1 === columnOf(line.from) ? { key: line.from, below: line.by !== undefined } : { key: bendKey(line, column - 1), below: false };

/** Where a long line passes a column. */
export const bendKey = ({ node }: Line, column: number): string => `${idOf(node)} ${column}`;

const range = (from: number, to: number): readonly number[] => Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
