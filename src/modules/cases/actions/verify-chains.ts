import type { Db } from '#kernel/db/index.ts';
import type { CaseId } from '#kernel/ids.ts';
import { verifyChain } from './verify-chain.ts';

const pageSize = 500;

/** The first case whose chain does not hold, or `undefined` when all do. `onProgress` is told how many have been checked. */
export async function verifyChains(db: Db, onProgress: (done: number) => void = () => undefined): Promise<{ readonly number: string; readonly reason: string } | undefined> {
  let after: string | null = null, done = 0;
  for (;;) {
    const page: { id: CaseId; number: string }[] = await db.rows(`select id, number from cases.case where $1::uuid is null or id > $1 order by id limit ${pageSize}`, [after]);
    for (const { id, number } of page) {
      const verdict = await verifyChain(db, id);
      if (!verdict.holds) return { number, reason: verdict.reason };
      onProgress(++done);
    }
    if (page.length < pageSize) return undefined;
    after = page.at(-1)?.id ?? null;
  }
}
