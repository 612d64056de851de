import { invariant } from '#kernel/errors/index.ts';
import { addDays, calendarDay, type LocalDate } from '#kernel/clock.ts';
import { reaches, type Place, type Scope } from './place.ts';

/** A day on which public offices don't work, with the norm that says so and where we know it from. */
export type NonWorkingDay = {
  readonly day: LocalDate;
  readonly name: string;
  readonly scope: Scope;
  /** Department code or municipality name; a national day has none. */
  readonly of?: string;
  readonly norm: string;
  readonly source: string;
  /** What is still to be confirmed, in Spanish; absent when nothing is. */
  readonly unconfirmed?: string;
};

/** The working days of one place. It is a value: the same calendar always answers the same. */
export type Calendar = {
  readonly place: Place;
  readonly days: ReadonlyMap<LocalDate, readonly NonWorkingDay[]>;
  /** Grows by one with every change of the stored days; a term notes with which revision it was computed. */
  readonly revision: number;
  /** Last day for which holidays are known; after it only weekends are. */
  readonly knownUntil: LocalDate;
};

/** Makes the calendar of a place out of every stored day, keeping those that reach it. */
export function makeCalendar(days: readonly NonWorkingDay[], place: Place = {}, revision = 0): Calendar {
  const here = new Map<LocalDate, NonWorkingDay[]>();
  for (const one of days) {
    if (reaches(one.scope, one.of, place)) here.set(one.day, [...(here.get(one.day) ?? []), one]);
  }
  const lastYear = Number(days.reduce((last, { day }) => (day > last ? day : last), '1900').slice(0, 4));
  return { place, days: here, revision, knownUntil: calendarDay(lastYear, 12, 31) };
}

/** Saturday or Sunday. */
export function isWeekend(day: LocalDate): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
}

/** Whether offices of the place work on that day: no Saturday, no Sunday, no holiday (Ley 2341, art. 19). */
export const isWorkingDay = (day: LocalDate, calendar: Calendar): boolean => !isWeekend(day) && !calendar.days.has(day);

/** The holidays that fall on a day; empty for an ordinary day and for a mere weekend. */
export const holidaysOn = (day: LocalDate, calendar: Calendar): readonly NonWorkingDay[] => calendar.days.get(day) ?? [];

/** The day itself when it is a working day, otherwise the next one. */
function workingDayFrom(day: LocalDate, calendar: Calendar): LocalDate {
  let at = day;
  while (!isWorkingDay(at, calendar)) at = addDays(at, 1);
  return at;
}

/** The `count`-th working day after a day, which itself is not counted; `count` 0 gives the day itself, rolled on to a working one. */
export function addWorkingDays(day: LocalDate, count: number, calendar: Calendar): LocalDate {
  invariant(Number.isInteger(count) && count >= 0, 'working days are added in whole numbers, forwards');
  let at = day;
  for (let left = count; left > 0; left--) at = workingDayFrom(addDays(at, 1), calendar);
  return workingDayFrom(at, calendar);
}

/** How many working days lie after `after`, up to and including `until`; 0 when `until` is not later. */
export function workingDaysBetween(after: LocalDate, until: LocalDate, calendar: Calendar): number {
  let count = 0;
  for (let at = addDays(after, 1); at <= until; at = addDays(at, 1)) if (isWorkingDay(at, calendar)) count++;
  return count;
}
