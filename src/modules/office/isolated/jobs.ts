import type { Sheet, SheetFormat } from '../domain/sheet.ts';
import type { OfficeText, TextFormat } from '../domain/text.ts';
import type { SheetFile } from '../sheets/decode.ts';

/** What a process is asked, by name: each job takes one thing that can be copied and gives another. It loads only what it needs, which is most of its time. */
export const jobs = {
  writeSheets: async ({ sheets, format }: { readonly sheets: readonly Sheet[]; readonly format: SheetFormat }): Promise<Uint8Array> => (await import('../sheets/encode.ts')).encodeSheets(sheets, format),
  makeText: async ({ text, format }: { readonly text: OfficeText; readonly format: TextFormat }): Promise<Uint8Array> => (await import('../texts/encode.ts')).encodeText(text, format),
  readSheets: async (file: SheetFile): Promise<readonly Sheet[]> => (await import('../sheets/decode.ts')).decodeSheets(file),
};

export type Jobs = typeof jobs;
export type JobName = keyof Jobs;
