import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { fileTypeFromBuffer } from 'file-type';
import { isFileKind, type FileKind } from '../domain/kinds.ts';
import { imageSize, pixelsMax } from './image.ts';
import { pdfTraits } from './pdf.ts';
import { readZip, type ZipEntry } from './zip.ts';

/** What a file turned out to be, or why it is not taken. */
export type Detected =
  | { readonly kind: FileKind; readonly isActive: boolean }
  | { readonly problem: 'unknown' | 'encrypted' | 'bomb' }
  | { readonly problem: 'too_many_pixels'; readonly width: number; readonly height: number };

const headBytes = 256 * 1_024;

/** Decides by content alone what a file is, and whether it can be kept. Nothing is unpacked or drawn. */
export async function detect(path: string): Promise<Detected> {
  const head = await readHead(path);
  if (head.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004') return detectOffice(path, head);
  const found = (await fileTypeFromBuffer(head))?.ext;
  if (found === 'pdf') return detectPdf(path);
  if (found === 'jpg' || found === 'png' || found === 'webp') return detectImage(found === 'jpg' ? 'jpeg' : found, head);
  return found === undefined && (await isText(path)) ? { kind: 'txt', isActive: false } : { problem: 'unknown' };
}

async function readHead(path: string): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function detectPdf(path: string): Promise<Detected> {
  const { isEncrypted, isActive } = await pdfTraits(path);
  return isEncrypted ? { problem: 'encrypted' } : { kind: 'pdf', isActive };
}

function detectImage(kind: FileKind, head: Buffer): Detected {
  const size = imageSize(kind, head);
  if (size === undefined || size.width === 0 || size.height === 0) return { problem: 'unknown' };
  return size.width * size.height > pixelsMax ? { problem: 'too_many_pixels', ...size } : { kind, isActive: false };
}

/** Office documents are zips; which one it is stands in the first entry (ODF 1.3 part 2 §3.3) or in the names of the parts (ECMA-376). */
async function detectOffice(path: string, head: Buffer): Promise<Detected> {
  const zip = await readZip(path);
  if ('problem' in zip) return { problem: zip.problem === 'bomb' ? 'bomb' : 'unknown' };
  const { entries } = zip;
  if (entries.some(({ isEncrypted }) => isEncrypted)) return { problem: 'encrypted' };
  const kind = entries.some(({ name }) => escapes(name)) ? undefined : odfKind(head) ?? ooxmlKind(entries);
  return kind === undefined ? { problem: 'unknown' } : { kind, isActive: entries.some(({ name }) => macro.test(name)) };
}

const escapes = (name: string): boolean => /^[/\\]|^[A-Za-z]:|(^|[/\\])\.\.([/\\]|$)|\0/.test(name);
const macro = /(^|\/)(vbaProject\.bin|Basic\/|Scripts\/|activeX\/|embeddings\/|Object \d)/;

function odfKind(head: Buffer): FileKind | undefined {
  const nameLength = head.length > 30 ? head.readUInt16LE(26) : 0;
  const isStored = head.readUInt16LE(8) === 0 && head.toString('latin1', 30, 30 + nameLength) === 'mimetype';
  const ending = isStored ? /^application\/vnd\.oasis\.opendocument\.(text|spreadsheet)(?=PK|$)/.exec(head.toString('latin1', 30 + nameLength + head.readUInt16LE(28), 200))?.[1] : undefined;
  return ending === undefined ? undefined : ending === 'text' ? 'odt' : 'ods';
}

function ooxmlKind(entries: readonly ZipEntry[]): FileKind | undefined {
  const has = (wanted: string) => entries.some(({ name }) => name === wanted);
  if (!has('[Content_Types].xml')) return undefined;
  return has('word/document.xml') ? 'docx' : has('xl/workbook.xml') ? 'xlsx' : undefined;
}

/** Text is UTF-8 throughout, or Latin-1 as older programs write it, without control characters. */
async function isText(path: string): Promise<boolean> {
  const chunks: AsyncIterable<Buffer> = createReadStream(path);
  for await (const chunk of chunks) {
    if (/[^\P{Cc}\t\n\r\f\u0080-\u009f]/u.test(chunk.toString('latin1'))) return false;
  }
  return true;
}

/** Whether a detected kind is what a field accepts; a table of commas is text, so its name decides. */
export function acceptedKind(kind: FileKind, name: string, accept: readonly FileKind[]): FileKind | undefined {
  if (kind !== 'txt') return accept.includes(kind) ? kind : undefined;
  const ending = /\.(\w+)\s*$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const wanted = isFileKind(ending) && (ending === 'csv' || ending === 'txt') && accept.includes(ending) ? ending : undefined;
  return wanted ?? (accept.includes('txt') ? 'txt' : accept.includes('csv') ? 'csv' : undefined);
}
