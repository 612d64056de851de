import type { Db } from '../db/types.ts';

/**
 * After a clock was put back from `reached` to `now`: jobs, and messages that wait for another attempt, are due at once, because the time at which
 * they would have been may be months away. Timers stay where they were set.
 */
export async function hastenPostponed(db: Db, now: Date, reached: Date): Promise<void> {
  await db.rows('update kernel.job set next_at = $1 where next_at > $1', [now]);
  await db.rows("update kernel.outbox set run_at = $1 where run_at > $1 and attempts > 0 and run_at <= $2::timestamptz + interval '1 hour'", [now, reached]);
}
