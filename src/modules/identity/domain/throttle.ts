/** How often something was tried without success, and until when it may not be tried again. */
export type Attempts = { readonly failures: number; readonly blockedUntil: Date | undefined; readonly lastAt: Date };

/** How patient we are: so many attempts are free, then every further one doubles the wait, up to a limit. */
export type Patience = { readonly freeAttempts: number; readonly firstDelaySeconds: number; readonly delaySecondsMax: number };

/** An account: few attempts, long waits. An address: many, because a whole office may stand behind one. */
export const patience = {
  account: { freeAttempts: 5, firstDelaySeconds: 30, delaySecondsMax: 3_600 },
  address: { freeAttempts: 40, firstDelaySeconds: 30, delaySecondsMax: 900 },
} as const satisfies Record<string, Patience>;

const forgottenAfterSeconds = 24 * 3_600;

/** Until when the next attempt must wait, or `undefined` when it may be made now. */
export const blockedUntil = (before: Attempts | undefined, now: Date): Date | undefined =>
  before?.blockedUntil !== undefined && before.blockedUntil > now ? before.blockedUntil : undefined;

/**
 * Counts an attempt before its outcome is known, so that a hundred attempts at once count a hundred times. Success takes it back.
 * A day without attempts forgets everything.
 */
export function countAttempt(before: Attempts | undefined, now: Date, rule: Patience): Attempts {
  const stale = before === undefined || now.getTime() - before.lastAt.getTime() > forgottenAfterSeconds * 1000;
  const failures = stale ? 1 : before.failures + 1;
  const delay = delaySeconds(failures, rule);
  return { failures, lastAt: now, blockedUntil: delay === 0 ? undefined : new Date(now.getTime() + delay * 1000) };
}

/** Seconds to wait after so many attempts without success. */
export function delaySeconds(failures: number, rule: Patience): number {
  if (failures < rule.freeAttempts) return 0;
  return Math.min(rule.firstDelaySeconds * 2 ** (failures - rule.freeAttempts), rule.delaySecondsMax);
}
