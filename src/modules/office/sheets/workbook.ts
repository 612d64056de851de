import type { CellValue, WriteSheet } from 'hucre';
import { readOds } from 'hucre/ods';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { parseLocalDate } from '#kernel/clock.ts';
import type { Cell, Sheet } from '../domain/sheet.ts';
import { cleanText } from '../xml/clean-text.ts';
import { columnLetters } from './column-letters.ts';
import type { Grid } from './grid.ts';

// A file says when it was made; ours says always the same, so that equal sheets give equal bytes.
const made = new Date('2000-01-01T00:00:00Z');

/** Sheets as XLSX (ECMA-376): heads in bold, fixed above, columns as wide as their words, days as days. Equal sheets give equal bytes. */
export const writeXlsxFile = async (sheets: readonly Sheet[], names: readonly string[]): Promise<Buffer> =>
  Buffer.from(await writeXlsx({ sheets: sheets.map((sheet, at) => laidOut(sheet, names[at] ?? `Hoja ${at + 1}`)), properties: { creator: 'Ventanilla', created: made, modified: made } }));

function laidOut(sheet: Sheet, name: string): WriteSheet {
  const rows = sheet.rows.map((row) => row.map(written));
  const days = rows.flatMap((row, at) => row.flatMap((value, column): [string, { style: { numFmt: string } }][] => (value instanceof Date ? [[`${at + 1},${column}`, { style: { numFmt: 'dd/mm/yyyy' } }]] : [])));
  return {
    name, rows: [sheet.head.map(escaped), ...rows], columns: columnLetters(sheet).map((width) => ({ width })), freezePane: { rows: 1 },
    cells: new Map([...sheet.head.map((_, at): [string, object] => [`0,${at}`, { style: { font: { bold: true }, fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E8EEF2' } } } }]), ...days]),
  };
}

// In XLSX `_x0041_` means «A» (ECMA-376 part 1, 22.9.2.19), so that who means the seven signs escapes the first.
const escaped = (text: string): string => cleanText(text).replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');

// A workbook counts days from 1900, and its first two months wrongly.
const firstDay = '1900-03-01';

function written(cell: Cell): CellValue {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : null;
  if (typeof cell !== 'string') return cell;
  const day = parseLocalDate(cell);
  return day !== undefined && day >= firstDay ? new Date(`${day}T00:00:00Z`) : escaped(cell);
}

// What lies beyond is not read: two cells in far corners would otherwise cost a table of all that is between them.
const range = 'A1:GS50002';

/** The cells of every sheet of a workbook by the name of the sheet. Days come as `YYYY-MM-DD`, instants as `YYYY-MM-DD HH:MM`. */
export async function readWorkbook(bytes: Uint8Array, format: 'ods' | 'xlsx'): Promise<readonly (readonly [name: string, grid: Grid])[]> {
  const workbook = await (format === 'ods' ? readOds(bytes) : readXlsx(bytes, { range }));
  return workbook.sheets.map(({ name, rows }) => [name, rows.map((row) => row.map(plain))]);
}

function plain(value: CellValue | undefined): Cell {
  if (value === undefined || value === '') return null;
  if (!(value instanceof Date)) return typeof value === 'number' && !Number.isFinite(value) ? null : value;
  if (Number.isNaN(value.getTime())) return null;
  const [day = '', time = ''] = value.toISOString().split('T');
  return time.startsWith('00:00:00') ? day : `${day} ${time.slice(0, 5)}`;
}
