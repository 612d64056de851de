import { createHash } from 'node:crypto';
import { sayTime } from '#kernel/clock.ts';
import type { Db, Tx } from '#kernel/db/index.ts';
import { neighbourhood } from '#kernel/http/index.ts';
import { blockedUntil, countAttempt, patience, type Patience } from '../domain/throttle.ts';
import { refuse } from '../errors.ts';
import { forgetAttempts, lockAttempts, saveAttempts } from '../store/attempts.ts';

/** What is being tried, and from where. `account` is what was typed, whether or not it exists. */
export type Attempt = { readonly what: 'officer' | 'code' | 'simulator'; readonly account: string; readonly ip: string };

/** Counts an attempt for the account and for the address before its outcome is known, or refuses with the time at which to come back. */
export async function countOrRefuse(db: Db, attempt: Attempt, now: Date): Promise<void> {
  await db.transaction(async (tx) => {
    await countOne(tx, accountKey(attempt), patience.account, now);
    await countOne(tx, `address:${neighbourhood(attempt.ip)}`, patience.address, now);
  });
}

/** Forgets the attempts of an account after a success. Those of the address stay: a stranger with one account of their own must not reset it. */
export const attemptSucceeded = (db: Db, attempt: Omit<Attempt, 'ip'>): Promise<void> => forgetAttempts(db, accountKey(attempt));

async function countOne(tx: Tx, key: string, rule: Patience, now: Date): Promise<void> {
  const before = await lockAttempts(tx, key, now);
  const until = blockedUntil(before, now);
  if (until) refuse('too_many_attempts', { time: sayTime(nextMinute(until)), seconds: Math.ceil((until.getTime() - now.getTime()) / 1000) });
  await saveAttempts(tx, key, countAttempt(before, now, rule));
}

// What was typed may be a password in the wrong box: it is kept as a hash.
const accountKey = ({ what, account }: Omit<Attempt, 'ip'>): string => `${what}:${createHash('sha256').update(account).digest('base64url')}`;

const nextMinute = (at: Date): Date => new Date(Math.ceil(at.getTime() / 60_000) * 60_000);
