import type { FileKind } from '../domain/kinds.ts';

/** Width and height in pixels, from the header alone; `undefined` where the header is broken. `head` is the beginning of the file. */
export function imageSize(kind: FileKind, head: Buffer): { readonly width: number; readonly height: number } | undefined {
  try {
    return kind === 'png' ? pngSize(head) : kind === 'jpeg' ? jpegSize(head) : webpSize(head);
  } catch (caught) {
    // Reading beyond the end of what there is: the header says it is longer than it is.
    if (caught instanceof RangeError) return undefined;
    throw caught;
  }
}

/** The most that a picture may unpack to: an A3 page at 600 dots an inch has 70 million. */
export const pixelsMax = 120_000_000;

/** PNG (RFC 2083 §4.1.1): the IHDR chunk comes first. */
const pngSize = (head: Buffer) => (head.toString('latin1', 12, 16) === 'IHDR' ? { width: head.readUInt32BE(16), height: head.readUInt32BE(20) } : undefined);

/** JPEG (ITU T.81 §B.2.2): the start-of-frame marker, after segments that each tell their length. */
function jpegSize(head: Buffer): { width: number; height: number } | undefined {
  for (let at = 2; at + 9 < head.length;) {
    if (head[at] !== 0xff) return undefined;
    const marker = head[at + 1] ?? 0;
    if (marker === 0xff) { at += 1; continue; }
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) return { height: head.readUInt16BE(at + 5), width: head.readUInt16BE(at + 7) };
    at += 2 + (isAlone(marker) ? 0 : head.readUInt16BE(at + 2));
  }
  return undefined;
}

const isAlone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);

/** WebP (RFC 9649 §2): simple lossy, simple lossless, extended. */
function webpSize(head: Buffer): { width: number; height: number } | undefined {
  const chunk = head.toString('latin1', 12, 16);
  if (chunk === 'VP8 ') return { width: head.readUInt16LE(26) & 0x3fff, height: head.readUInt16LE(28) & 0x3fff };
  if (chunk === 'VP8X') return { width: head.readUIntLE(24, 3) + 1, height: head.readUIntLE(27, 3) + 1 };
  if (chunk !== 'VP8L') return undefined;
  const bits = head.readUInt32LE(21);
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
}
