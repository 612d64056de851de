import type { Readable } from 'node:stream';
import type { Context } from '#kernel/http/index.ts';
import type { Received } from '../../actions/imports/file-kind.ts';
import { cleanText } from '../../domain/inventory/clean.ts';
import { refuse } from '../../errors.ts';

const bytesMax = 64_000_000, nameMax = 200;

/** The one file of a posted form. Refuses an empty form, and a file that is too long. */
export async function readPostedFile(ctx: Context): Promise<Received> {
  let found: Received | undefined;
  for await (const part of ctx.parts()) {
    if (part.kind !== 'file') continue;
    const bytes = await readAll(part.stream);
    if (part.filename !== '' && bytes.length > 0) found ??= { name: cleanText(part.filename).slice(-nameMax), bytes };
  }
  return found ?? refuse('no_file');
}

async function readAll(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    const bytes: Buffer = chunk;
    length += bytes.length;
    if (length <= bytesMax) chunks.push(bytes);
  }
  return length > bytesMax ? refuse('file_too_long', { megabytes: bytesMax / 1_000_000 }) : Buffer.concat(chunks);
}
