import type { CellValue, WriteSheet } from 'hucre';
import { readOds, writeOds } from 'hucre/ods';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import type { Cell, Sheet } from '../domain/sheet.ts';
import { sheetNames } from '../domain/sheet-names.ts';
import { cleanText } from '../xml/clean-text.ts';
import type { Grid } from './grid.ts';

const widthMin = 8, widthMax = 60, rowsMeasured = 200;
// A file says when it was made; ours says always the same, so that equal sheets give equal bytes.
const made = new Date('2000-01-01T00:00:00Z');

/** Sheets as the bytes of a workbook: heads in bold, fixed above, columns as wide as their words. */
export async function writeWorkbook(sheets: readonly Sheet[], format: 'ods' | 'xlsx'): Promise<Buffer> {
  const names = sheetNames(sheets.map(({ name }) => name));
  const text = format === 'ods' ? cleanText : escaped;
  const options = { sheets: sheets.map((sheet, at) => laidOut(sheet, names[at] ?? `Hoja ${at + 1}`, text)), properties: { creator: 'Ventanilla', created: made, modified: made } };
  return Buffer.from(await (format === 'ods' ? writeOds(options) : writeXlsx(options)));
}

function laidOut({ head, rows }: Sheet, name: string, text: (text: string) => string): WriteSheet {
  return {
    name,
    rows: [head.map(text), ...rows.map((row) => row.map((cell) => written(cell, text)))],
    columns: head.map((word, at) => ({ width: widthOf([word, ...rows.slice(0, rowsMeasured).map((row) => row[at] ?? null)]) })),
    cells: new Map(head.map((_, at) => [`0,${at}`, { style: { font: { bold: true } } }])),
    freezePane: { rows: 1 },
  };
}

const widthOf = (cells: readonly Cell[]): number => Math.min(widthMax, Math.max(widthMin, ...cells.map((cell) => String(cell ?? '').length + 2)));

// In XLSX `_x0041_` means «A» (ECMA-376 part 1, 22.9.2.19), so that who means the seven signs escapes the first.
const escaped = (text: string): string => cleanText(text).replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');

const written = (cell: Cell, text: (text: string) => string): CellValue => (typeof cell === 'string' ? text(cell) : typeof cell === 'number' && !Number.isFinite(cell) ? null : cell);

// What lies beyond is not read: two cells in far corners would otherwise cost a table of all that is between them.
const range = 'A1:SG50002';

/** The cells of every sheet of a workbook by the name of the sheet. Days come as `YYYY-MM-DD`, instants as `YYYY-MM-DD HH:MM`. */
export async function readWorkbook(bytes: Uint8Array, format: 'ods' | 'xlsx'): Promise<readonly (readonly [name: string, grid: Grid])[]> {
  const workbook = await (format === 'ods' ? readOds(bytes, { readStyles: true }) : readXlsx(bytes, { range }));
  return workbook.sheets.map(({ name, rows }) => [name, rows.map((row) => row.map(plain))]);
}

function plain(value: CellValue | undefined): Cell {
  if (value === undefined || value === '') return null;
  if (!(value instanceof Date)) return typeof value === 'number' && !Number.isFinite(value) ? null : value;
  if (Number.isNaN(value.getTime())) return null;
  const [day = '', time = ''] = value.toISOString().split('T');
  return time.startsWith('00:00:00') ? day : `${day} ${time.slice(0, 5)}`;
}
