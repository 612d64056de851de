import type { IncomingMessage } from 'node:http';

const bytesMax = 16_384;

/** The fields of a posted form; one that is too big, or of another kind, is read as an empty one. */
export async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  if (!/^application\/x-www-form-urlencoded\b/.test(request.headers['content-type'] ?? '')) return new URLSearchParams();
  const chunks: Buffer[] = [];
  let bytes = 0;
  const arriving: AsyncIterable<Buffer> = request;
  for await (const chunk of arriving) {
    bytes += chunk.length;
    if (bytes > bytesMax) return new URLSearchParams();
    chunks.push(chunk);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8').replaceAll('%00', ''));
}
