import type { Db } from '#kernel/db/index.ts';
import type { CaseId } from '#kernel/ids.ts';

/** Whether a command with this key has already been carried out on the case. */
export async function wasCarriedOut(db: Db, id: CaseId, key: string): Promise<boolean> {
  return (await db.rows('select 1 from cases.command where key = $1 and case_id = $2', [key, id])).length > 0;
}
