import type { Sheet, SheetFormat } from '../domain/sheet.ts';
import { refuse } from '../errors.ts';
import type { SheetFile } from '../sheets/decode.ts';
import { apart } from '../isolated/apart.ts';

// So few are written faster here than a process starts: a hundredth of a second. What writes them is loaded when it is first needed.
const cellsHereMax = 5_000;

/** Sheets as the bytes of a file; many cells in a process of its own. A CSV has one sheet: several are refused with `office.one_sheet`. */
export async function writeSheets(sheets: readonly Sheet[], format: SheetFormat): Promise<Buffer> {
  if (sheets.reduce((cells, { head, rows }) => cells + head.length * (rows.length + 1), 0) <= cellsHereMax) return (await import('../sheets/encode.ts')).encodeSheets(sheets, format);
  return Buffer.from(await apart('writeSheets', { sheets, format }, () => refuse('text_too_large', { max: 'lo que cabe en la memoria' })));
}

/**
 * The sheets of a file that somebody handed in, read in a process of its own; the first row of each gives its heads, and sheets without any are left out.
 * Refuses (422) what is no sheet, is protected, broken, a bomb, or has more than 50,000 rows, 200 columns or a million cells.
 */
export const readSheets = (file: SheetFile): Promise<readonly Sheet[]> =>
  apart('readSheets', { name: file.name.slice(0, nameMax), bytes: file.bytes }, () => refuse('sheet_too_large', { name: file.name, max: 'un millón de celdas' }));

const nameMax = 200;
