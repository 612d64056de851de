import { addDays, parseLocalDate, sayDay, type LocalDate } from '#kernel/clock.ts';
import type { NonWorkingDay } from './calendar.ts';
import { easterSunday } from './easter.ts';

/** When a holiday falls: every year on a day of a month (`MM-DD`), so many days from Easter, or once. */
export type Occasion =
  | { readonly kind: 'yearly'; readonly monthDay: string }
  | { readonly kind: 'easter'; readonly offsetDays: number }
  | { readonly kind: 'once'; readonly day: LocalDate };

/** The norm by which the Monday after is free too when the day is a Sunday. */
export type SundayRule = { readonly norm: string; readonly since: LocalDate; readonly source: string };

/** A holiday as a norm sets it. `since` and `until` are the days between which the norm is in force. */
export type HolidayRule = Omit<NonWorkingDay, 'day'> & {
  readonly on: Occasion;
  readonly since?: LocalDate;
  readonly until?: LocalDate;
  readonly sundayToMonday?: SundayRule;
};

/** A decree that moves a holiday from one day to another, once. */
export type HolidayMove = Pick<NonWorkingDay, 'scope' | 'of' | 'norm' | 'source'> & { readonly from: LocalDate; readonly to: LocalDate };

/** What the content files say. */
export type HolidayRules = { readonly holidays: readonly HolidayRule[]; readonly moves: readonly HolidayMove[] };

/** The days that the rules give for some years, in order. */
export function expandRules({ holidays, moves }: HolidayRules, years: readonly number[]): readonly NonWorkingDay[] {
  const days = years.flatMap((year) => holidays.flatMap((rule) => daysOf(rule, moves, year)));
  return days.sort((a, b) => a.day.localeCompare(b.day) || a.name.localeCompare(b.name));
}

function daysOf({ on, since, until, sundayToMonday, ...rest }: HolidayRule, moves: readonly HolidayMove[], year: number): readonly NonWorkingDay[] {
  const day = dayIn(on, year);
  const inForce = day !== undefined && (since === undefined || day >= since) && (until === undefined || day <= until);
  return inForce ? withMonday(moved({ ...rest, day }, moves), sundayToMonday) : [];
}

function dayIn(on: Occasion, year: number): LocalDate | undefined {
  if (on.kind === 'easter') return addDays(easterSunday(year), on.offsetDays);
  if (on.kind === 'yearly') return parseLocalDate(`${year}-${on.monthDay}`);
  return on.day.startsWith(`${year}-`) ? on.day : undefined;
}

function moved(holiday: NonWorkingDay, moves: readonly HolidayMove[]): NonWorkingDay {
  const move = moves.find(({ from, scope, of }) => from === holiday.day && scope === holiday.scope && of === holiday.of);
  if (move === undefined) return holiday;
  return { ...holiday, day: move.to, name: `${holiday.name} (trasladado del ${sayDay(move.from)})`, norm: move.norm, source: move.source };
}

function withMonday(holiday: NonWorkingDay, rule: SundayRule | undefined): readonly NonWorkingDay[] {
  const isSunday = new Date(`${holiday.day}T00:00:00Z`).getUTCDay() === 0;
  if (!isSunday || rule === undefined || holiday.day < rule.since) return [holiday];
  return [holiday, { ...holiday, day: addDays(holiday.day, 1), name: `${holiday.name} (el día cae en domingo)`, norm: rule.norm, source: rule.source }];
}
