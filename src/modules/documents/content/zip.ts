import { open, type FileHandle } from 'node:fs/promises';

/** One entry as the central directory tells it. */
export type ZipEntry = { readonly name: string; readonly packedBytes: number; readonly bytes: number; readonly isEncrypted: boolean };

/** The entries of a zip, or why it can't be trusted. */
export type ZipReading = { readonly entries: readonly ZipEntry[] } | { readonly problem: 'broken' | 'bomb' };

const entriesMax = 10_000;
const unpackedBytesMax = 500_000_000;
const directoryBytesMax = 8_000_000;
const tailBytes = 22 + 65_535;
// Deflate can't do better than 1032 to 1; ordinary office files stay far below 200.
const ratioMax = 200;
const ratioFromBytes = 20_000_000;

/**
 * Reads the central directory (APPNOTE.TXT 6.3.10 §4.3.12) and nothing else: no entry is unpacked. Refuses what unpacks to too much,
 * entries that overlap (their packed sizes exceed the file), and zip64, which no office document needs here.
 */
export async function readZip(path: string): Promise<ZipReading> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const end = await findEnd(file, size);
    if (end === undefined || end.entries > entriesMax || end.length > directoryBytesMax || end.offset + end.length > size) return { problem: end && end.entries > entriesMax ? 'bomb' : 'broken' };
    const entries = parseDirectory(await readAt(file, end.offset, end.length), end.entries);
    return entries === undefined ? { problem: 'broken' } : judge(entries, size);
  } finally {
    await file.close();
  }
}

function judge(entries: readonly ZipEntry[], size: number): ZipReading {
  const packed = entries.reduce((total, entry) => total + entry.packedBytes, 0);
  const unpacked = entries.reduce((total, entry) => total + entry.bytes, 0);
  const isBomb = packed > size || unpacked > unpackedBytesMax || (unpacked > ratioFromBytes && unpacked > packed * ratioMax);
  return isBomb ? { problem: 'bomb' } : { entries };
}

async function findEnd(file: FileHandle, size: number): Promise<{ entries: number; length: number; offset: number } | undefined> {
  const from = Math.max(0, size - tailBytes);
  const tail = await readAt(file, from, size - from);
  const at = tail.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  if (at < 0 || at + 22 > tail.length) return undefined;
  const [entries, length, offset] = [tail.readUInt16LE(at + 10), tail.readUInt32LE(at + 12), tail.readUInt32LE(at + 16)];
  return entries === 0xffff || offset === 0xffffffff ? undefined : { entries, length, offset };
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}

function parseDirectory(bytes: Buffer, count: number): ZipEntry[] | undefined {
  const entries: ZipEntry[] = [];
  for (let at = 0; entries.length < count;) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) return undefined;
    const lengths = [bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32)] as const;
    const name = bytes.toString('utf8', at + 46, at + 46 + lengths[0]);
    entries.push({ name, packedBytes: bytes.readUInt32LE(at + 20), bytes: bytes.readUInt32LE(at + 24), isEncrypted: (bytes.readUInt16LE(at + 8) & 1) === 1 });
    at += 46 + lengths[0] + lengths[1] + lengths[2];
  }
  return entries;
}
