import { attachment, type Answer } from '#kernel/http/index.ts';
import { writeSheets } from '../actions/sheets.ts';
import { textFile } from '../actions/texts.ts';
import type { Sheet } from '../domain/sheet.ts';
import type { OfficeText } from '../domain/text.ts';
import { refuse } from '../errors.ts';
import { sheetFormats, textFormats } from '../formats.ts';

/** Sheets as a file to keep, in the format that the address names; `fileName` is without its ending. An unknown format is not found (404). */
export async function sheetAnswer(sheets: readonly Sheet[], format: string | undefined, fileName: string): Promise<Answer> {
  const { key, mediaType } = sheetFormats.find((one) => one.key === format) ?? refuse('no_such_format');
  return attachment(`${fileName}.${key}`, mediaType, await writeSheets(sheets, key));
}

/** A text as a file to keep, in the format that the address names; `fileName` is without its ending. An unknown format is not found (404). */
export async function textAnswer(text: OfficeText, format: string | undefined, fileName: string): Promise<Answer> {
  const { key, mediaType } = textFormats.find((one) => one.key === format) ?? refuse('no_such_format');
  return attachment(`${fileName}.${key}`, mediaType, await textFile(text, key));
}
