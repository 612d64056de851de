import { attachment, type Answer } from '#kernel/http/index.ts';
import { writeSheets } from '../actions/sheets.ts';
import type { Sheet } from '../domain/sheet.ts';
import { refuse } from '../errors.ts';
import { sheetFormats } from '../formats.ts';

/** Sheets as a file to keep, in the format that the address names; `fileName` is without its ending. An unknown format is not found (404). */
export async function sheetAnswer(sheets: readonly Sheet[], format: string | undefined, fileName: string): Promise<Answer> {
  const { key, mediaType } = sheetFormats.find((one) => one.key === format) ?? refuse('no_such_format');
  return attachment(`${fileName}.${key}`, mediaType, await writeSheets(sheets, key));
}
