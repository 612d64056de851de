import type { Sheet, SheetFormat } from '../domain/sheet.ts';
import type { OfficeText, TextFormat } from '../domain/text.ts';
import { decodeSheets, type SheetFile } from '../sheets/decode.ts';
import { encodeSheets } from '../sheets/encode.ts';
import { encodeText } from '../texts/encode.ts';

/** What a process is asked, by name: each job takes one thing that can be copied and gives another. */
export const jobs = {
  writeSheets: ({ sheets, format }: { readonly sheets: readonly Sheet[]; readonly format: SheetFormat }): Promise<Uint8Array> => encodeSheets(sheets, format),
  makeText: ({ text, format }: { readonly text: OfficeText; readonly format: TextFormat }): Promise<Uint8Array> => encodeText(text, format),
  readSheets: (file: SheetFile): Promise<readonly Sheet[]> => decodeSheets(file),
};

export type Jobs = typeof jobs;
export type JobName = keyof Jobs;
