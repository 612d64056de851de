import type { Answers, AnswerValue, Field } from '#modules/forms/index.ts';
import type { Cell, Sheet } from '#modules/office/index.ts';
import type { LocalDate } from '#kernel/clock.ts';
import type { RowFault } from '../inventory/compare.ts';
import { rowsIn } from '../inventory/declared.ts';
import { limited, readCell, readRow, textOf, writeCell } from './cells.ts';
import { idKey, type SheetKind } from './columns.ts';
import type { SheetMapping } from './guess.ts';

/** What a row says of one field: how to read it, and whether it only repeats what is declared. */
export type Saying = {
  readonly field: Field;
  readonly read: (today: LocalDate) => { readonly value: AnswerValue | undefined } | { readonly faults: readonly RowFault[] };
  readonly repeats: (before: AnswerValue | undefined) => boolean;
};

/** A procedure as a file says it, before it is compared. `identifier` and `name` are empty where it says none. */
export type RawRow = { readonly line: number; readonly identifier: string; readonly name: string; readonly said: readonly Saying[]; readonly faults: readonly RowFault[] };

type Placed = { readonly sheet: Sheet; readonly kind: SheetKind; readonly columns: readonly string[] };

/** The procedures of the sheets of a file, each with its rows of the other sheets. Rows without a cell are left out. */
export function rawRows(sheets: readonly Sheet[], mappings: readonly SheetMapping[], kinds: readonly SheetKind[]): readonly RawRow[] {
  const placed = sheets.flatMap((sheet, at): Placed[] => { const mapping = mappings[at], kind = kinds.find(({ role }) => role === mapping?.role); return mapping && kind ? [{ sheet, kind, columns: mapping.columns }] : []; });
  const main = placed.filter(({ kind }) => kind.role === 'tramites'), groups = placed.filter(({ kind }) => kind.role !== 'tramites').map(groupRows), known = new Set<string>();
  const rows = main.flatMap((one) => one.sheet.rows.flatMap((cells, at): RawRow[] => {
    if (cells.every((cell) => textOf(cell) === '')) return [];
    const row = rowOf(one, cells, at + 2, groups);
    known.add(row.identifier);
    return [row];
  }));
  return [...rows, ...groups.flatMap(({ name, byId }) => [...byId].filter(([id]) => !known.has(id)).map(([id, [first]]) => orphan(name, id, first?.line ?? 0)))];
}

function rowOf({ kind, columns }: Placed, cells: readonly Cell[], line: number, groups: readonly Group[]): RawRow {
  const cellAt = (key: string): Cell | undefined => { const at = columns.indexOf(key); return at < 0 ? undefined : (cells[at] ?? null); };
  const identifier = identifierIn(cellAt(idKey) ?? null);
  const said = kind.columns.flatMap(({ key, field, head }): Saying[] => {
    const rows = groups.find(({ role }) => role === key)?.byId.get(identifier), cell = cellAt(key);
    if (field?.fields && identifier !== '' && rows) return [sayingRows(field, field.fields, rows)];
    return field && cell !== undefined && textOf(cell) !== '' ? [sayingCell(field, head, cell)] : [];
  });
  return { line, identifier, name: textOf(cellAt('nombre') ?? null), said, faults: [] };
}

/** The last part of an identifier, which may be written whole: `aduana-nacional/copias-simples`. */
export const identifierIn = (cell: Cell): string => textOf(cell).split('/').at(-1)?.trim().toLowerCase() ?? '';

const sayingCell = (field: Field, column: string, cell: Cell): Saying => ({
  field,
  read: (today) => { const read = readCell(field, cell, today); return 'reason' in read ? { faults: [{ column: `${column}, ${quoted(cell)}`, ...read }] } : read; },
  repeats: (before) => sameCell(writeCell(field, before), cell),
});

const quotedMax = 40;
const quoted = (cell: Cell): string => { const text = textOf(cell); return `«${text.length > quotedMax ? `${text.slice(0, quotedMax - 1)}…`.toWellFormed() : text}»`; };

const sameCell = (a: Cell, b: Cell): boolean => textOf(a) === textOf(b);

type GroupRow = { readonly line: number; readonly sheet: string; readonly cells: ReadonlyMap<string, Cell> };
type Group = { readonly role: string; readonly name: string; readonly byId: ReadonlyMap<string, readonly GroupRow[]> };

function groupRows({ sheet, kind, columns }: Placed): Group {
  const byId = new Map<string, GroupRow[]>();
  for (const [at, cells] of sheet.rows.entries()) {
    if (cells.every((cell) => textOf(cell) === '')) continue;
    const named = new Map(columns.flatMap((key, column) => (key === '' ? [] : [[key, cells[column] ?? null] as const]))), id = identifierIn(named.get(idKey) ?? null);
    byId.set(id, [...byId.get(id) ?? [], { line: at + 2, sheet: sheet.name, cells: named }]);
  }
  return { role: kind.role, name: sheet.name, byId };
}

function sayingRows(field: Field, fields: readonly Field[], rows: readonly GroupRow[]): Saying {
  return {
    field,
    read: (today) => {
      const read = rows.map((row) => ({ row, ...readRow(fields, ({ id }) => row.cells.get(id) ?? null, today) }));
      const faults = read.flatMap(({ row, faults: found }) => found.map(({ column, reason, mend }) => ({ column: `hoja «${row.sheet}», fila ${row.line}, ${column}`, reason, mend })));
      if (faults.length > 0) return { faults };
      const list: readonly Answers[] = read.map(({ answers }) => answers), all = limited(field, list, today);
      return 'reason' in all ? { faults: [{ column: `hoja «${rows[0]?.sheet ?? ''}»`, ...all }] } : all;
    },
    repeats: (before) => {
      const declared = rowsIn({ it: before ?? null }, 'it');
      return declared.length === rows.length && rows.every(({ cells }, at) => fields.every((inner) => sameCell(writeCell(inner, declared[at]?.[inner.id]), cells.get(inner.id) ?? null)));
    },
  };
}

const orphan = (sheet: string, id: string, line: number): RawRow => ({
  line, identifier: id, name: '', said: [],
  faults: [{ column: `hoja «${sheet}», fila ${line}`, reason: id === '' ? 'No dice de qué trámite es.' : `Ninguna fila de la hoja de trámites tiene el identificador «${id.slice(0, 80)}».`, mend: 'Escriba el mismo identificador en las dos hojas.' }],
});
