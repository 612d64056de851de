import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';

/** What passed: its hash and its size. */
export type Passed = { readonly sha256: string; readonly bytes: number };

/** A place in a stream that counts and hashes what passes. */
function meter(): { readonly through: (source: AsyncIterable<Buffer>) => AsyncGenerator<Buffer>; readonly passed: () => Passed & { readonly lines: number } } {
  const hash = createHash('sha256');
  let bytes = 0, lines = 0;
  return {
    async *through(source) {
      for await (const chunk of source) {
        hash.update(chunk);
        bytes += chunk.length;
        for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) lines++;
        yield chunk;
      }
    },
    passed: () => ({ sha256: hash.digest('hex'), bytes, lines }),
  };
}

/** Writes rows into a compressed file and forces it to disk; `rows` are the lines, because COPY writes a row a line. */
export async function keepRows(rows: AsyncIterable<Buffer>, file: string): Promise<{ readonly rows: number; readonly sha256: string; readonly fileSha256: string; readonly fileBytes: number }> {
  const plain = meter(), packed = meter();
  await pipeline(plain.through(rows), createGzip({ level: 1 }), packed.through, createWriteStream(file, { mode: 0o600 }));
  await sync(file);
  const inside = plain.passed(), outside = packed.passed();
  return { rows: inside.lines, sha256: inside.sha256, fileSha256: outside.sha256, fileBytes: outside.bytes };
}

/** The rows of a compressed file. */
export const keptRows = (file: string): AsyncIterable<Buffer> => createReadStream(file).pipe(createGunzip());

/** Copies a file and forces it to disk. */
export async function copyFile(from: string, to: string, mode: number): Promise<Passed> {
  const counted = meter();
  await pipeline(createReadStream(from), counted.through, createWriteStream(to, { mode, flags: 'wx' }));
  await sync(to);
  return counted.passed();
}

/** The hash of a file. */
export const hashFile = (file: string): Promise<Passed> => measure(createReadStream(file));

/** What a stream holds, read to its end and thrown away. */
export async function measure(source: AsyncIterable<Buffer>): Promise<Passed & { readonly lines: number }> {
  const counted = meter(), passing = counted.through(source);
  for (let next = await passing.next(); next.done !== true; next = await passing.next());
  return counted.passed();
}

async function sync(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try { await handle.sync(); } finally { await handle.close(); }
}
