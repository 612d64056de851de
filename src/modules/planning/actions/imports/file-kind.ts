import { extname } from 'node:path';
import { isOwnLine } from '../../domain/sheets/json-rows.ts';
import { refuse } from '../../errors.ts';

/** A file as it came in. */
export type Received = { readonly name: string; readonly bytes: Buffer };

/** What a file is: sheets, or lines of JSON, the portal's or our own, as a text. */
export type Opened = { readonly kind: 'sheets' } | { readonly kind: 'portal' | 'lines'; readonly text: string };

const sheetEndings: ReadonlySet<string> = new Set(['.ods', '.xlsx', '.xls', '.csv', '.tsv']), textEndings: ReadonlySet<string> = new Set(['.jsonl', '.ndjson', '.json', '.txt']);
const zipMark = Buffer.from('PK\u0003\u0004', 'latin1');

/** Tells by name and content what a file is. A name that says nothing leaves it to the content. Refuses bytes that are no text where a text is expected. */
export function openFile({ name, bytes }: Received): Opened {
  const ending = extname(name).toLowerCase();
  if (sheetEndings.has(ending) || (!textEndings.has(ending) && bytes.subarray(0, 4).equals(zipMark))) return { kind: 'sheets' };
  const text = textIn(bytes);
  return { kind: isOwnLine(text.split('\n').find((line) => line.trim() !== '') ?? '') ? 'lines' : 'portal', text };
}

function textIn(bytes: Buffer): string {
  try { return new TextDecoder('utf-8', { fatal: true }).decode(bytes); } catch { return refuse('not_json_lines'); }
}
