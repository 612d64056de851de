import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { FileStore as ByteStore } from '#modules/documents/index.ts';

/** Where files are kept under the SHA-256 of what is in them. `put` answers only once the bytes would survive a power cut. */
export type FileStore = {
  readonly put: (bytes: Buffer) => Promise<{ readonly sha256: string; readonly bytes: number }>;
  readonly open: (sha256: string) => Promise<Buffer>;
};

const forgottenMillis = 3_600_000;

/**
 * Keeps certificates in a store of their own, with `temporaryFolder` on the same file system. It must not be the store of uploads: there,
 * bytes go when the last person removes them, and a holder may well upload a certificate and remove it.
 */
export function filesIn(store: Pick<ByteStore, 'put' | 'open' | 'has'>, temporaryFolder: string): FileStore {
  const ready = mkdir(temporaryFolder, { recursive: true, mode: 0o700 }).then(() => removeForgotten(temporaryFolder));
  ready.catch(() => undefined); // whoever puts or opens first is told
  return {
    put: async (bytes) => {
      await ready;
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      if (!(await store.has(sha256))) await putNew(store, sha256, bytes, join(temporaryFolder, randomUUID()));
      return { sha256, bytes: bytes.length };
    },
    open: async (sha256) => buffer(await store.open(sha256)),
  };
}

async function putNew(store: Pick<ByteStore, 'put'>, sha256: string, bytes: Buffer, draft: string): Promise<void> {
  try {
    await writeFile(draft, bytes, { mode: 0o600 });
    await store.put(sha256, draft);
  } finally { await rm(draft, { force: true }); }
}

// What a process left that was killed while it wrote; the drafts of others are younger.
async function removeForgotten(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => undefined);
    if (found !== undefined && Date.now() - found.mtimeMs > forgottenMillis) await rm(path, { force: true });
  }
}
