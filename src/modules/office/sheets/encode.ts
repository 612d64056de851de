import type { Sheet, SheetFormat } from '../domain/sheet.ts';
import { sheetNames } from '../domain/sheet-names.ts';
import { refuse } from '../errors.ts';
import { writeCsv } from './csv.ts';
import { writeOds } from './ods.ts';
import { writeXlsxFile } from './workbook.ts';

/** Sheets as the bytes of a file. A CSV has one sheet: several are refused with `office.one_sheet`. */
export async function encodeSheets(sheets: readonly Sheet[], format: SheetFormat): Promise<Buffer> {
  const names = sheetNames(sheets.map(({ name }) => name)), [only, ...others] = sheets;
  switch (format) {
    case 'ods': return writeOds(sheets, names);
    case 'xlsx': return writeXlsxFile(sheets, names);
    case 'csv': return only === undefined || others.length > 0 ? refuse('one_sheet') : writeCsv(only);
  }
}
