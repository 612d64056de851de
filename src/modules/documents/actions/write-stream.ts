import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { codeOf } from '#kernel/errors/index.ts';
import { sayBytes } from '../domain/sentences.ts';
import { refuse } from '../errors.ts';

/**
 * Writes a stream to a new file, counting and hashing on the way. It is always read to its end, also beyond the limit or on a full disk,
 * because the next part of the body comes only then. A stream that breaks off is refused as such: what came is never taken for the whole.
 */
export async function writeStream(stream: Readable, path: string, bytesMax: number, name: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  const opened = await open(path, 'wx', 0o600).catch((caught: unknown) => ({ caught }));
  let problem: { readonly caught: unknown } | undefined = 'caught' in opened ? opened : undefined;
  let bytes = 0;
  try {
    const chunks: AsyncIterable<Buffer> = stream;
    for await (const chunk of chunks) {
      bytes += chunk.length;
      if (problem || bytes > bytesMax || 'caught' in opened) continue;
      hash.update(chunk);
      problem = await opened.write(chunk).then(() => undefined, (caught: unknown) => ({ caught }));
    }
  } catch (caught) {
    return isServerLimit(caught) ? refuse('too_big', { name, limit: sayBytes(bytesMax) }, caught) : refuse('broken_off', { name }, caught);
  } finally {
    if (!('caught' in opened)) await opened.close();
  }
  if (bytes > bytesMax || wasCutOff(stream)) return refuse('too_big', { name, limit: sayBytes(bytesMax) });
  return problem ? explain(problem.caught) : { bytes, sha256: hash.digest('hex') };
}

function explain(caught: unknown): never {
  if (['ENOSPC', 'EDQUOT'].includes(codeOf(caught) ?? '')) return refuse('no_space', {}, caught);
  throw caught;
}

/** The server has a limit of its own, beyond which it breaks the stream off, or ends it as if the file were whole and says so on it. */
const isServerLimit = (caught: unknown): boolean => codeOf(caught) === 'FST_REQ_FILE_TOO_LARGE';
const wasCutOff = (stream: Readable): boolean => 'truncated' in stream && stream.truncated === true;
