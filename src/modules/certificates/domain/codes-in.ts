import { parseCode } from './code.ts';

const codesMax = 4;
const printed = /\b[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}\b/g;

/** Codes of ours that a file names in the clear, as the sheet's title and keywords do: at most four different ones. */
export function codesIn(bytes: Buffer): string[] {
  const found = new Set<string>();
  for (const [text] of bytes.toString('latin1').matchAll(printed)) {
    const code = parseCode(text);
    if (code !== undefined) found.add(code);
    if (found.size === codesMax) break;
  }
  return [...found];
}
