import { addDays, type LocalDate } from '#kernel/clock.ts';
import { parsePeriod, periodOf, type Period } from '../period.ts';

const monthsShown = 12;

/** Periods that can be declared: the years of the plan up to this one, and the last twelve months; the latest first. */
export function periodsFor(today: LocalDate, fromYear: number): readonly Period[] {
  const year = Number(today.slice(0, 4)), years = Array.from({ length: Math.max(0, year - fromYear + 1) }, (_, back) => parsePeriod(String(year - back))).filter((each) => each !== undefined);
  const months: Period[] = [periodOf('month', today)];
  while (months.length < monthsShown) months.push(periodOf('month', addDays(months.at(-1)?.from ?? today, -1)));
  return [...years, ...months];
}
