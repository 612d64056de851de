import { localDateOf } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/index.ts';
import type { Log } from '#kernel/log.ts';
import { findUncounted, recount, takeIn } from '../store/counting.ts';

const stepMax = 2_000, stepsMax = 10;

/** Takes in what happened to cases: all of it, or so much that nothing else of the process waits long. */
export async function keepCounting(db: Db, now: Date): Promise<void> {
  for (let step = 0; step < stepsMax && (await takeIn(db, stepMax, now)).more; step++);
}

// Between one and five in the morning, when few ask.
const isNight = (now: Date): boolean => { const hour = (now.getUTCHours() + 20) % 24; return hour >= 1 && hour < 5; };

/** At night, counts one entity from the beginning that was not yet that day, and tells the log where that differs from what had been counted as it came. */
export async function countAgain(db: Db, log: Log, now: Date): Promise<void> {
  const today = localDateOf(now), entityId = isNight(now) ? await findUncounted(db, today) : undefined;
  if (entityId === undefined) return;
  const differences = await recount(db, entityId, today, now);
  if (differences > 0) log.error('indicators: counters were wrong and are mended', { entityId, differences });
}
