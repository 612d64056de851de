import type { Db } from '#kernel/db/index.ts';
import { rememberedSeconds } from '../domain/session-limits.ts';

/** Throws away what has expired: sessions, what was typed after them, logins that were never finished, tokens of the stand-in, and attempts older than a week. */
export async function sweepExpired(db: Db, now: Date): Promise<void> {
  for (const sessions of ['session', 'former_session']) await db.rows(`delete from identity.${sessions} where expires_at + make_interval(secs => $2) < $1`, [now, rememberedSeconds]);
  await db.rows('delete from identity.late_form where expires_at < $1', [now]);
  await db.rows('delete from identity.pending_login where expires_at < $1', [now]);
  await db.rows('delete from identity.oidc_model where expires_at < now()'); // they were given by the time of the database, which may not be ours in a demonstration
  await db.rows(`delete from identity.attempts where last_at < $1::timestamptz - interval '7 days'`, [now]);
}
