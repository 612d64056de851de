import type { LocalDate } from '#kernel/clock.ts';
import { periodOf, type Period } from '../period.ts';

/** What happened on one day. */
export type Happened = { readonly day: LocalDate; readonly received: number; readonly finished: number };

/** What is usual on such a day of the week: the mean of those before it, and of how many it is made. */
export type Usual = { readonly received: number; readonly finished: number; readonly days: number };

/** The week on which a day falls. */
export const weekOf = (day: LocalDate): Period => periodOf('week', day);

const weekDays = 7;

/**
 * What is usual on the day of the week that `day` is: the mean of the same day of earlier weeks, as far back as `days` reach. A day on which nothing happened
 * counts as zero from the first day on which anything did; `undefined` where there is no earlier week.
 */
export function usualOf(days: readonly Happened[], day: LocalDate): Usual | undefined {
  const earlier = days.filter((each) => each.day < day), [first] = earlier;
  if (first === undefined) return undefined;
  const weeks = Math.floor((Date.parse(day) - Date.parse(first.day)) / (weekDays * 86_400_000));
  const same = earlier.filter((each) => ((Date.parse(day) - Date.parse(each.day)) / 86_400_000) % weekDays === 0), sum = (of: 'received' | 'finished'): number => same.reduce((total, each) => total + each[of], 0);
  return weeks === 0 ? undefined : { received: sum('received') / weeks, finished: sum('finished') / weeks, days: weeks };
}
