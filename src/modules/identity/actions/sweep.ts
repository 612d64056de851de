import type { Db } from '#kernel/db/index.ts';

/** Throws away what has expired: sessions, logins that were never finished, tokens of the stand-in, and attempts older than a week. */
export async function sweepExpired(db: Db, now: Date): Promise<void> {
  await db.rows('delete from identity.session where expires_at < $1', [now]);
  await db.rows('delete from identity.pending_login where expires_at < $1', [now]);
  await db.rows('delete from identity.oidc_model where expires_at < now()'); // they were given by the time of the database, which may not be ours in a demonstration
  await db.rows(`delete from identity.attempts where last_at < $1::timestamptz - interval '7 days'`, [now]);
}
