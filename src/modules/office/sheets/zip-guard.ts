import { inflateRawSync } from 'node:zlib';

/** One entry of a zip, as its central directory tells it. */
export type ZipEntry = { readonly name: string; readonly method: number; readonly packedBytes: number; readonly bytes: number; readonly offset: number };

/** What a zip holds, or why it is not opened. */
export type ZipVerdict = { readonly entries: readonly ZipEntry[] } | { readonly problem: 'broken' | 'bomb' | 'encrypted' };

/** What a file of sheets may unpack to; a sheet of 10,000 rows and 25 columns unpacks to about 20 MB. */
const limits = { entriesMax: 1_000, unpackedBytesMax: 64_000_000, ratioMax: 100, ratioFromBytes: 8_000_000 } as const;

// Where a size says this, another directory says the true one; a reader that followed it would see other entries than those judged here.
const zip64 = 0xffff_ffff;

/**
 * Judges a zip by its central directory (APPNOTE.TXT 6.3.10, section 4.3.12) before anything is unpacked: number of entries, declared sizes, their ratio to
 * what the file weighs, entries that share the same bytes. Zip64 is refused, since no sheet that we read is that large.
 */
export function judgeZip(file: Buffer): ZipVerdict {
  const end = file.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  if (end < 0 || end + 22 > file.length) return { problem: 'broken' };
  const count = file.readUInt16LE(end + 10), length = file.readUInt32LE(end + 12), start = file.readUInt32LE(end + 16);
  if (length === zip64 || start === zip64) return { problem: 'broken' };
  if (count > limits.entriesMax) return { problem: 'bomb' };
  const entries = directory(file, start, count);
  if (entries === 'encrypted') return { problem: entries };
  if (entries === undefined) return { problem: 'broken' };
  return isBomb(entries, file.length) ? { problem: 'bomb' } : { entries };
}

function directory(file: Buffer, start: number, count: number): ZipEntry[] | 'encrypted' | undefined {
  const entries: ZipEntry[] = [];
  for (let at = start; entries.length < count;) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== 0x02014b50) return undefined;
    if ((file.readUInt16LE(at + 8) & 1) === 1) return 'encrypted';
    const nameLength = file.readUInt16LE(at + 28);
    entries.push({
      name: file.toString('utf8', at + 46, at + 46 + nameLength), method: file.readUInt16LE(at + 10),
      packedBytes: file.readUInt32LE(at + 20), bytes: file.readUInt32LE(at + 24), offset: file.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return entries;
}

function isBomb(entries: readonly ZipEntry[], fileBytes: number): boolean {
  const sum = (of: (entry: ZipEntry) => number): number => entries.reduce((total, entry) => total + of(entry), 0);
  const packed = sum((entry) => entry.packedBytes), unpacked = sum((entry) => entry.bytes);
  return packed > fileBytes || unpacked > limits.unpackedBytesMax || (unpacked > limits.ratioFromBytes && unpacked > packed * limits.ratioMax);
}

/** Whether every entry really unpacks to what the directory declares; stops at the first byte too many, so that a lie costs no more than the truth would. */
export function keepsItsWord(file: Buffer, entries: readonly ZipEntry[]): boolean {
  return entries.every((entry) => {
    const { offset, method, packedBytes, bytes } = entry;
    if (offset + 30 > file.length) return false;
    const from = offset + 30 + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28), packed = file.subarray(from, from + packedBytes);
    return method === 0 ? packed.length === bytes : method === 8 && inflatedBytes(packed, bytes) === bytes;
  });
}

function inflatedBytes(packed: Buffer, most: number): number {
  try { return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) }).length; } catch { return -1; }
}
