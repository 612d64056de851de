import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { Db } from '#kernel/db/index.ts';
import type { FileId } from '#kernel/ids.ts';
import { filesNotScanned, noteScan } from '../store/files.ts';
import { temporaryPath } from '../store/temporary.ts';
import type { Documents } from '../wiring.ts';

const batch = 50;

/** Has the antivirus look at what it has not seen, once it answers again. An infected file stays in its case and is no longer served. */
export async function rescan(documents: Documents, db: Db): Promise<void> {
  if ((await documents.scanner.health()).state !== 'working') return;
  for (let after: FileId | undefined; ;) {
    const files = await filesNotScanned(db, after, batch);
    for (const { sha256 } of files) if (!(await rescanOne(documents, db, sha256))) return;
    after = files.at(-1)?.id;
    if (files.length < batch) return;
  }
}

/** `false` where the antivirus stopped answering. */
async function rescanOne({ store, scanner, log, temporaryFolder }: Documents, db: Db, sha256: string): Promise<boolean> {
  const path = temporaryPath(temporaryFolder);
  try {
    await pipeline(await store.open(sha256), createWriteStream(path, { mode: 0o600 }));
    const verdict = await scanner.scan(path);
    if (verdict === 'unreachable') return false;
    if (verdict === 'infected') log.warn('documents.infected_file', { sha256 });
    await noteScan(db, sha256, verdict);
    return true;
  } finally {
    await rm(path, { force: true });
  }
}
