import type { Db, Tx } from '#kernel/db/index.ts';
import type { Attempts } from '../domain/throttle.ts';

/** The attempts under a key, locked until the transaction ends; a key that is new is made first, so that there is a row to lock. */
export async function lockAttempts(tx: Tx, key: string, now: Date): Promise<Attempts | undefined> {
  const [row] = await tx.rows<{ failures: number; blockedUntil: Date | null; lastAt: Date }>(`
    insert into identity.attempts (key, failures, last_at) values ($1, 0, $2) on conflict (key) do update set key = excluded.key
    returning failures, blocked_until as "blockedUntil", last_at as "lastAt"`, [key, now]);
  return row && { failures: row.failures, blockedUntil: row.blockedUntil ?? undefined, lastAt: row.lastAt };
}

/** Writes what was counted. */
export async function saveAttempts(tx: Tx, key: string, attempts: Attempts): Promise<void> {
  await tx.rows('update identity.attempts set failures = $2, blocked_until = $3, last_at = $4 where key = $1', [key, attempts.failures, attempts.blockedUntil ?? null, attempts.lastAt]);
}

/** Forgets the attempts under a key, after a success or by an administrator. */
export async function forgetAttempts(db: Db, key: string): Promise<void> {
  await db.rows('delete from identity.attempts where key = $1', [key]);
}
