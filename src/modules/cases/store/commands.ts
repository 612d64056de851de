import type { Db, Tx } from '#kernel/db/index.ts';
import type { CaseId } from '#kernel/ids.ts';

/** Whether a command with this key has already been carried out on the case. */
export async function wasCarriedOut(db: Db, id: CaseId, key: string): Promise<boolean> {
  return (await db.rows('select 1 from cases.command where key = $1 and case_id = $2', [key, id])).length > 0;
}

/**
 * The draft that a command began: the one it began before, if that is still there, and `begun` otherwise. Of two that come at once the
 * second waits, and finds what the first began.
 */
export async function draftBegunBy(tx: Tx, key: string, begun: CaseId): Promise<CaseId> {
  const first = await tx.rows('insert into cases.command (key, case_id, seq) values ($1, $2, 0) on conflict (key) do nothing returning key', [key, begun]);
  if (first.length > 0) return begun;
  const [before] = await tx.rows<{ id: CaseId }>('select c.case_id as id from cases.command c where c.key = $1 for update', [key]);
  if (before && (await tx.rows('select 1 from cases.draft where id = $1', [before.id])).length > 0) return before.id;
  await tx.rows('update cases.command set case_id = $2 where key = $1', [key, begun]);
  return begun;
}
