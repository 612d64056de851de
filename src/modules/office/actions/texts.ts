import type { OfficeText, TextFormat } from '../domain/text.ts';
import { refuse } from '../errors.ts';
import { apart } from '../isolated/apart.ts';

/**
 * A text as the bytes of a file, made in a process of its own: ODT, DOCX, or PDF/A-2a. Equal texts give equal bytes as ODT and PDF.
 * Addresses of this site are left out of files, where they would lead nowhere. Refuses (422) what is too long with `office.text_too_large`.
 */
export async function textFile(text: OfficeText, format: TextFormat): Promise<Buffer> {
  return Buffer.from(await apart('makeText', { text, format }, () => refuse('text_too_large', { max: 'lo que se puede componer en medio minuto' })));
}
