import { addDays, instantOf, type LocalDate } from '#kernel/clock.ts';
import { isWorkingDay, type Calendar } from './calendar.ts';
import { dayOf, stopOn, type StoppedDays } from './suspensions.ts';

/** What a count of hours comes to. */
type HourCount = {
  readonly dueAt: Date | undefined;
  readonly left: number;
  readonly skipped: readonly LocalDate[];
  readonly met: readonly StoppedDays[];
};

const hourMs = 3_600_000;

/**
 * Hours run through the 24 hours of working days on which the clock is not stopped, from the very instant of the event; from an event
 * that is only known by its day they run from the next day. To be confirmed per norm: some count only office hours.
 */
export function dueHour(from: LocalDate | Date, hours: number, calendar: Calendar, stops: readonly StoppedDays[]): HourCount {
  const skipped: LocalDate[] = [];
  const met = new Set<StoppedDays>();
  let at = from instanceof Date ? from : instantOf(addDays(from, 1));
  for (let left = hours * hourMs; ;) {
    const day = dayOf(at);
    const midnight = instantOf(addDays(day, 1));
    const stop = stopOn(day, stops);
    if (stop) met.add(stop);
    if (stop && stop.until === undefined) return { dueAt: undefined, left: Math.ceil(left / hourMs), skipped, met: [...met] };
    if (!isWorkingDay(day, calendar)) skipped.push(day);
    else if (!stop) {
      if (midnight.getTime() - at.getTime() >= left) return { dueAt: new Date(at.getTime() + left), left: 0, skipped, met: [...met] };
      left -= midnight.getTime() - at.getTime();
    }
    at = midnight;
  }
}
