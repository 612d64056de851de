import { createReadStream } from 'node:fs';
import { constants, inflateSync } from 'node:zlib';
import { codeOf } from '#kernel/errors/index.ts';

/** What a PDF carries besides pages. */
export type PdfTraits = { readonly isEncrypted: boolean; readonly isActive: boolean };

const windowBytes = 1_000_000;
const overlapBytes = 100_000;
const objectStreamBytesMax = 8_000_000;
const objectStreamsMax = 2_000;
// Of all object streams together: real documents have a few megabytes of dictionaries, and everybody waits while they are searched.
const unpackedBytesMax = 32_000_000;

/**
 * Looks through a PDF for encryption (ISO 32000-1 §7.6: only in the trailer or a cross-reference stream's dictionary, which are never
 * packed) and for what acts by itself: scripts, launched programs, embedded files. Object streams are unpacked within bounds, because
 * dictionaries hide there. It reads in windows that overlap, so that a large file needs little memory.
 */
export async function pdfTraits(path: string): Promise<PdfTraits> {
  let rest: Buffer = Buffer.alloc(0);
  const traits = { isEncrypted: false, isActive: false };
  const budget = { streams: objectStreamsMax, bytes: unpackedBytesMax };
  const chunks: AsyncIterable<Buffer> = createReadStream(path, { highWaterMark: windowBytes });
  for await (const chunk of chunks) {
    const window = Buffer.concat([rest, chunk]);
    const text = plainNames(window.toString('latin1'));
    traits.isEncrypted ||= encrypted.test(text);
    traits.isActive ||= active.test(text) || objectStreams(window, budget).some((unpacked) => active.test(plainNames(unpacked)));
    rest = window.subarray(Math.max(0, window.length - overlapBytes));
  }
  return traits;
}

const encrypted = /\/Encrypt\s*(\d+\s+\d+\s+R|<<)/;
const active = /\/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData)(?![A-Za-z])/;

/** Names may be written with `#xx` for any letter (§7.3.5); `/#4aS` is `/JS`. */
const plainNames = (text: string): string => text.replace(/#([0-9a-fA-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** The object streams (§7.5.7) that begin in this window, unpacked as far as they go. */
function objectStreams(window: Buffer, budget: { streams: number; bytes: number }): string[] {
  const found: string[] = [];
  for (let at = window.indexOf('/ObjStm'); at >= 0 && budget.streams > 0 && budget.bytes > 0; at = window.indexOf('/ObjStm', at + 7)) {
    const start = /stream\r?\n/.exec(window.toString('latin1', at, at + 2_000));
    if (start === null) continue;
    budget.streams -= 1;
    const unpacked = unpack(window.subarray(at + start.index + start[0].length));
    budget.bytes -= unpacked?.length ?? objectStreamBytesMax;
    found.push(unpacked ?? '');
  }
  return found;
}

/** `undefined` where it unpacks to too much, which has cost as much work as it may. */
function unpack(packed: Buffer): string | undefined {
  try {
    return inflateSync(packed, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: objectStreamBytesMax }).toString('latin1');
  } catch (caught) {
    // Another filter, cut off by the window (the next one has it whole), or too large: then nothing is known, and the preview shows no action anyway.
    return codeOf(caught) === 'ERR_BUFFER_TOO_LARGE' ? undefined : '';
  }
}
