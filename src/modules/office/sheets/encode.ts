import type { Sheet, SheetFormat } from '../domain/sheet.ts';
import { refuse } from '../errors.ts';
import { writeCsv } from './csv.ts';
import { writeWorkbook } from './workbook.ts';

/** Sheets as the bytes of a file. A CSV has one sheet: several are refused with `office.one_sheet`. */
export async function encodeSheets(sheets: readonly Sheet[], format: SheetFormat): Promise<Buffer> {
  if (format !== 'csv') return writeWorkbook(sheets, format);
  const [only, ...others] = sheets;
  return only === undefined || others.length > 0 ? refuse('one_sheet') : writeCsv(only);
}
