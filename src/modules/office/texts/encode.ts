import type { OfficeText, TextFormat } from '../domain/text.ts';
import { prepare } from './prepared.ts';

/** A text as the bytes of a file. Refuses one that is too long with `office.text_too_large`. Only the writer of this format is loaded. */
export async function encodeText(text: OfficeText, format: TextFormat): Promise<Buffer> {
  const prepared = prepare(text);
  switch (format) {
    case 'odt': return (await import('./odt/odt.ts')).odtFile(prepared);
    case 'docx': return (await import('./docx/docx.ts')).docxFile(prepared);
    case 'pdf': return (await import('./pdf.ts')).pdfFile(prepared);
  }
}
