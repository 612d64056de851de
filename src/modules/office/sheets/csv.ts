import type { Cell, Sheet } from '../domain/sheet.ts';
import type { Grid } from './grid.ts';

const byteOrderMark = '\ufeff';
const yes = 'VERDADERO', no = 'FALSO';

/**
 * A sheet as CSV (RFC 4180): commas, CRLF, a byte order mark so that Excel shows accents. A text that a spreadsheet would take for a formula
 * (it begins with `=`, `+`, `-`, `@`, a tab or a return) gets an apostrophe in front, which `readCsv` takes away again.
 */
export function writeCsv(sheet: Sheet): Buffer {
  const lines = [sheet.head, ...sheet.rows].map((row) => row.map(field).join(','));
  return Buffer.from(`${byteOrderMark}${lines.join('\r\n')}\r\n`);
}

// Those that already begin with apostrophes get one more: so that taking one away always gives back what was there.
const formulaLike = /^'*[=+\-@\t\r]/;

function field(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return cell ? yes : no;
  if (typeof cell === 'number') return String(cell);
  const text = formulaLike.test(cell) ? `'${cell}` : cell;
  return /[",\r\n;\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * The cells of a CSV, whoever wrote it: commas, semicolons or tabs; UTF-8, UTF-16 with its mark, or Windows-1252 as Excel in Spanish writes it.
 * What is written as this program writes a number becomes one, and nothing else does: «007» stays a text, and so does everything in the first row. With semicolons or tabs a comma is the decimal sign.
 * `undefined` where the bytes are no text.
 */
export function readCsv(bytes: Uint8Array, rowsMax: number): Grid | undefined {
  const text = decode(bytes);
  if (text === undefined) return undefined;
  const announced = /^sep=([,;\t])\r?\n/i.exec(text), body = announced ? text.slice(announced[0].length) : text;
  const delimiter = announced?.[1] ?? delimiterOf(body);
  return records(body, delimiter, rowsMax).map((row, at) => row.map((written) => (at === 0 ? unescaped(written.text) : value(written, delimiter !== ','))));
}

function decode(bytes: Uint8Array): string | undefined {
  const text = bytes[0] === 0xff && bytes[1] === 0xfe ? new TextDecoder('utf-16le').decode(bytes) : utf8(bytes) ?? new TextDecoder('windows-1252').decode(bytes);
  // A text never has these, and a picture soon does.
  return /[^\P{Cc}\t\n\v\f\r\u007f-\u009f]/u.test(text) ? undefined : text;
}

function utf8(bytes: Uint8Array): string | undefined {
  try { return new TextDecoder('utf-8', { fatal: true }).decode(bytes); } catch { return undefined; }
}

// The first line names the columns, so that it has as many signs as the table has borders.
function delimiterOf(text: string): string {
  const first = /^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text.slice(0, 65_536))?.[0].replaceAll(/"(?:[^"]|"")*"/g, '') ?? '';
  const times = (sign: string): number => first.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (times(sign) > times(best) ? sign : best));
}

function records(text: string, delimiter: string, rowsMax: number): { text: string; quoted: boolean }[][] {
  const rows: { text: string; quoted: boolean }[][] = [], end = new RegExp(`[${delimiter}\r\n]`, 'g');
  let row: { text: string; quoted: boolean }[] = [];
  for (let at = 0; at < text.length && rows.length <= rowsMax;) {
    const quoted = text[at] === '"', stop = quoted ? closingQuote(text, at + 1) : at;
    end.lastIndex = stop;
    const next = end.exec(text)?.index ?? text.length, rest = text.slice(quoted ? stop + 1 : stop, next);
    row.push({ text: quoted ? text.slice(at + 1, stop).replaceAll('""', '"') + rest : rest, quoted });
    at = next + 1;
    if (text[next] === delimiter && at < text.length) continue;
    if (text[next] === delimiter) row.push({ text: '', quoted: false });
    if (text[next] === '\r' && text[at] === '\n') at += 1;
    rows.push(row);
    row = [];
  }
  return rows;
}

// Where a quoted field ends; one that is never closed goes to the end of the text.
function closingQuote(text: string, from: number): number {
  for (let at = from; ; at += 2) {
    at = text.indexOf('"', at);
    if (at < 0) return text.length;
    if (text[at + 1] !== '"') return at;
  }
}

function value({ text, quoted }: { text: string; quoted: boolean }, decimalComma: boolean): Cell {
  if (quoted || text.startsWith("'")) return unescaped(text);
  if (text === '') return null;
  if (/^(?:verdadero|true)$/i.test(text)) return true;
  if (/^(?:falso|false)$/i.test(text)) return false;
  const written = decimalComma && /^-?\d+,\d+$/.test(text) ? text.replace(',', '.') : text, number = Number(written);
  return Number.isFinite(number) && String(number) === written ? number : text;
}

const unescaped = (text: string): string => (/^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text);
