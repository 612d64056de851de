import type { Readable } from 'node:stream';
import type { Context } from '#kernel/http/index.ts';
import { refuse } from '../../errors.ts';

const bytesMax = 64_000_000;

/** The text of the one file of a posted form, and its name. Refuses an empty form, a file that is too long, and bytes that are no text. */
export async function readTextFile(ctx: Context): Promise<{ readonly name: string; readonly text: string }> {
  let found: { name: string; text: string } | undefined;
  for await (const part of ctx.parts()) {
    if (part.kind !== 'file') continue;
    const bytes = await readAll(part.stream);
    if (part.filename !== '' && bytes.length > 0) found ??= { name: part.filename.slice(0, 200), text: textIn(bytes) };
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

function textIn(bytes: Buffer): string {
  try { return new TextDecoder('utf-8', { fatal: true }).decode(bytes); } catch { return refuse('not_json_lines'); }
}
