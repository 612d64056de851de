import { createReadStream } from 'node:fs';
import { access, chmod, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { once } from 'node:events';
import { invariant } from '#kernel/errors/index.ts';
import type { FileStore } from '../domain/types.ts';

/**
 * Keeps bytes in a folder under their hash, two levels deep (`ab/cd/abcd…`), readable by nobody else. The file and its folder are synced
 * before `put` returns; the rename is atomic, so that a crash leaves either the whole file or none.
 */
export function folderStore(folder: string): FileStore {
  const pathOf = (sha256: string): string => {
    invariant(/^[0-9a-f]{64}$/.test(sha256), 'bytes are kept under a SHA-256');
    return join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  };
  return {
    put: (sha256, temporaryPath) => putDurably(temporaryPath, pathOf(sha256), folder),
    open: async (sha256) => {
      const stream = createReadStream(pathOf(sha256));
      await once(stream, 'open');
      return stream;
    },
    has: (sha256) => access(pathOf(sha256)).then(() => true, () => false),
    remove: (sha256) => rm(pathOf(sha256), { force: true }),
  };
}

async function putDurably(from: string, to: string, root: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  await chmod(from, 0o600);
  await sync(from);
  await rename(from, to);
  // Asked for at once, they wait for one turn of the disk and not for three.
  await Promise.all([dirname(to), dirname(dirname(to)), root].map(sync));
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, (await stat(path)).isDirectory() ? 'r' : 'r+');
  try { await handle.sync(); } finally { await handle.close(); }
}
