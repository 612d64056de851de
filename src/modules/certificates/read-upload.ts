import type { Part } from '#kernel/http/types.ts';
import { refuse } from './errors.ts';

const megabytesMax = 5, bytesMax = megabytesMax * 1024 * 1024;

/** Takes the one file out of a posted form, in memory: our documents are small, and what is larger is not ours. Refuses none and too much. */
export async function readUpload(parts: AsyncIterable<Part>): Promise<Buffer> {
  let file = Buffer.alloc(0);
  for await (const part of parts) {
    if (part.kind === 'field') continue;
    const bytes = await readAll(part.stream);
    if (part.name === 'archivo') file = bytes;
  }
  return file.length === 0 ? refuse('no_file') : file;
}

async function readAll(stream: AsyncIterable<Buffer>): Promise<Buffer<ArrayBuffer>> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of stream) {
    bytes += piece.length;
    if (bytes > bytesMax) refuse('file_too_large', { megabytes: megabytesMax });
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
