import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';

/** A file inside a package. */
export type Entry = { readonly name: string; readonly bytes: Buffer };

// Everything has a limit: what is bigger is no package of ours, however it was packed.
const zipBytesMax = 20_000_000, entriesMax = 100, entryBytesMax = 2_000_000, allBytesMax = 20_000_000;

const signature = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50 } as const;
const utf8Names = 0x0800, deflated = 8, stored = 0;
// The first day a zip can say: equal files make equal packages, whenever they are packed.
const noDate = 0x0021, noTime = 0;

/** Packs files. The same files give the same bytes. */
export function writeZip(entries: readonly Entry[]): Buffer {
  const locals: Buffer[] = [], centrals: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes } of entries) {
    const packed = deflateRawSync(bytes, { level: 9 }), encoded = Buffer.from(name);
    const facts = factsOf(bytes, packed, encoded);
    const local = Buffer.concat([numbers([4, signature.local], [2, 20]), facts, encoded, packed]);
    locals.push(local);
    centrals.push(Buffer.concat([numbers([4, signature.central], [2, 20], [2, 20]), facts, numbers([2, 0], [2, 0], [2, 0], [4, 0], [4, offset]), encoded]));
    offset += local.length;
  }
  const directory = Buffer.concat(centrals);
  return Buffer.concat([...locals, directory, numbers([4, signature.end], [2, 0], [2, 0], [2, entries.length], [2, entries.length], [4, directory.length], [4, offset], [2, 0])]);
}

// The members that a local header and the directory have in common, in their order.
const factsOf = (bytes: Buffer, packed: Buffer, name: Buffer): Buffer => numbers(
  [2, utf8Names], [2, deflated], [2, noTime], [2, noDate], [4, crc32(bytes)], [4, packed.length], [4, bytes.length], [2, name.length], [2, 0]);

/** Little-endian numbers of 2 or 4 bytes, one after the other. */
function numbers(...written: readonly (readonly [size: 2 | 4, value: number])[]): Buffer {
  return Buffer.concat(written.map(([size, value]) => {
    const bytes = Buffer.alloc(size);
    bytes.writeUIntLE(value, 0, size);
    return bytes;
  }));
}

/** What a package holds, or why it can't be read, in Spanish. Reads the directory only, follows no path, and stops at its limits. */
export function readZip(zip: Buffer): { readonly entries: readonly Entry[] } | { readonly reason: string } {
  if (zip.length > zipBytesMax) return { reason: `pasa de ${zipBytesMax / 1_000_000} MB` };
  const end = zip.lastIndexOf(numbers([4, signature.end]));
  if (end === -1 || end + 22 > zip.length) return { reason: 'no es un archivo .zip, o está incompleto' };
  const amount = zip.readUInt16LE(end + 10), entries: Entry[] = [];
  if (amount > entriesMax) return { reason: `tiene más de ${entriesMax} archivos` };
  let at = zip.readUInt32LE(end + 16), bytes = 0;
  for (let index = 0; index < amount; index++) {
    const read = readEntry(zip, at);
    if ('reason' in read) return read;
    bytes += read.entry.bytes.length;
    if (bytes > allBytesMax) return { reason: `al abrirlo pasa de ${allBytesMax / 1_000_000} MB` };
    if (entries.some(({ name }) => name === read.entry.name)) return { reason: `tiene dos archivos «${read.entry.name}»` };
    entries.push(read.entry);
    at = read.next;
  }
  return { entries };
}

function readEntry(zip: Buffer, at: number): { readonly entry: Entry; readonly next: number } | { readonly reason: string } {
  if (at + 46 > zip.length || zip.readUInt32LE(at) !== signature.central) return { reason: 'su índice está dañado' };
  const [flags, method, crc, packedSize, size] = [zip.readUInt16LE(at + 8), zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 16), zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 24)];
  const [nameLength, extraLength, commentLength, local] = [zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32), zip.readUInt32LE(at + 42)];
  const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
  if ((flags & 1) !== 0) return { reason: `«${name}» está cifrado` };
  if (size > entryBytesMax) return { reason: `«${name}» pasa de ${entryBytesMax / 1_000_000} MB` };
  const bytes = contentOf(zip, { local, packedSize, size, method });
  if (bytes === undefined || crc32(bytes) !== crc) return { reason: `«${name}» está dañado` };
  return { entry: { name, bytes }, next: at + 46 + nameLength + extraLength + commentLength };
}

type Packed = { readonly local: number; readonly packedSize: number; readonly size: number; readonly method: number };

function contentOf(zip: Buffer, { local, packedSize, size, method }: Packed): Buffer | undefined {
  if (local + 30 > zip.length || zip.readUInt32LE(local) !== signature.local) return undefined;
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  const packed = zip.subarray(start, start + packedSize);
  if (packed.length !== packedSize || (method !== stored && method !== deflated)) return undefined;
  try {
    const bytes = method === stored ? Buffer.from(packed) : inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) });
    return bytes.length === size ? bytes : undefined;
  } catch {
    return undefined; // not deflate, or more than it says: the package is damaged either way
  }
}
