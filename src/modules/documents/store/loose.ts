import type { Db } from '#kernel/db/index.ts';
import type { FileStore } from '../domain/types.ts';

const graceSeconds = 3_600;
const sweepMax = 200;

/** Notes, before bytes are put, that perhaps no file will refer to them; a crash in between then leaves nothing for ever. */
export async function noteLoose(db: Db, sha256: string, now: Date): Promise<void> {
  await db.rows(`insert into documents.loose (sha256, since) values ($1, $2) on conflict (sha256) do update set since = excluded.since`, [sha256, now]);
}

/**
 * Settles contents that have been loose for an hour: those without a file are removed. The row lock makes an upload of the same bytes wait
 * until this is done and then put them again, so that no file ever loses its bytes.
 */
export async function sweepLoose(db: Db, store: FileStore, now: Date): Promise<number> {
  return db.transaction(async (tx) => {
    const loose = await tx.rows<{ sha256: string; used: boolean }>(`
      select sha256, exists (select 1 from documents.file f where f.sha256 = l.sha256) as used from documents.loose l
      where since < $1 order by since limit ${sweepMax} for update of l skip locked`, [new Date(now.getTime() - graceSeconds * 1_000)]);
    const unused = loose.filter(({ used }) => !used);
    for (const { sha256 } of unused) await store.remove(sha256);
    await tx.rows(`delete from documents.loose where sha256 = any($1::text[])`, [loose.map(({ sha256 }) => sha256)]);
    return unused.length;
  });
}
