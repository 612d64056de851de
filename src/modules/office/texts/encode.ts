import type { OfficeText, TextFormat } from '../domain/text.ts';
import { docxFile } from './docx/docx.ts';
import { odtFile } from './odt/odt.ts';
import { pdfFile } from './pdf.ts';
import { prepare } from './prepared.ts';

/** A text as the bytes of a file. Refuses one that is too long with `office.text_too_large`. */
export async function encodeText(text: OfficeText, format: TextFormat): Promise<Buffer> {
  const prepared = prepare(text);
  switch (format) {
    case 'odt': return odtFile(prepared);
    case 'docx': return docxFile(prepared);
    case 'pdf': return pdfFile(prepared);
  }
}
