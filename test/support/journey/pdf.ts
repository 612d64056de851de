import { somePdf } from '#support/files.ts';

/** What comes from a scanner: a page that says something. */
export const scanned = (name: string, words: string) => ({ name: `${name}.pdf`, mimeType: 'application/pdf', buffer: somePdf(words) });
