import type { LocalDate } from '#kernel/clock.ts';
import { addWorkingDays, isWorkingDay, makeCalendar, type Calendar, type NonWorkingDay } from './calendar.ts';

/** What new days would do at their place. */
export type Impact = {
  /** Days that were working days and would not be any more. */
  readonly lost: readonly LocalDate[];
  /** Declared days that were no working days before either. */
  readonly unchanged: readonly LocalDate[];
  /** Terms of usual length that begin the day before the first new day: how their last day moves. */
  readonly examples: readonly { readonly workingDays: number; readonly before: LocalDate; readonly after: LocalDate }[];
};

const usualLengths = [5, 10, 20, 30];

/** Compares a calendar with and without new days, counting example terms from a day. */
export function impactOf(declared: readonly NonWorkingDay[], calendar: Calendar, from: LocalDate): Impact {
  const changed = makeCalendar([...[...calendar.days.values()].flat(), ...declared], calendar.place, calendar.revision);
  const isLost = ({ day }: NonWorkingDay): boolean => isWorkingDay(day, calendar) && !isWorkingDay(day, changed);
  const examples = usualLengths.map((workingDays) => ({ workingDays, before: addWorkingDays(from, workingDays, calendar), after: addWorkingDays(from, workingDays, changed) }));
  return { lost: declared.filter(isLost).map(({ day }) => day), unchanged: declared.filter((one) => !isLost(one)).map(({ day }) => day), examples };
}
