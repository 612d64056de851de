/** Where time comes from. Decisions never read it: they get `now` as an argument. */
export type Clock = { readonly now: () => Date };

/** A day of the calendar, `YYYY-MM-DD`, without time or zone. */
export type LocalDate = string & { readonly __localDate: true };

/** Bolivia keeps UTC−4 all year (IANA `America/La_Paz`); every legal day is a day there. */
export const timeZone = 'America/La_Paz';

export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still until it is moved: for tests and rehearsals. */
export function fixedClock(start: string | Date): Clock & { set: (to: string | Date) => void } {
  let at = new Date(start);
  return { now: () => new Date(at), set: (to) => { at = new Date(to); } };
}

const zoneMillis = -4 * 3_600_000;

/** The day that an instant shows in UTC, which is how this file writes a day. Here, and nowhere else, a text becomes one. */
const utcDayOf = (instant: Date): LocalDate => instant.toISOString().slice(0, 10) as LocalDate;

/** The legal day on which an instant falls. It is asked for all the time; adding the zone by hand costs a tenth of a formatter. */
export const localDateOf = (instant: Date): LocalDate => utcDayOf(new Date(instant.getTime() + zoneMillis));

/** A day by its numbers, counted from 1; what is too many runs over: day 0 is the last of the month before. */
export const calendarDay = (year: number, month: number, day: number): LocalDate => utcDayOf(new Date(Date.UTC(year, month - 1, day)));

/** Reads `YYYY-MM-DD`; `undefined` when it is no day of the calendar, such as 2026-02-30. */
export function parseLocalDate(text: string): LocalDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const instant = new Date(`${text}T00:00:00Z`);
  const day = Number.isNaN(instant.getTime()) ? undefined : utcDayOf(instant);
  return day === text ? day : undefined;
}

/** The instant at which a legal day begins, or `time` of it (`HH:MM`). */
export const instantOf = (day: LocalDate, time = '00:00'): Date => new Date(`${day}T${time}:00-04:00`);

/** `days` calendar days later, or earlier when negative. */
export function addDays(day: LocalDate, days: number): LocalDate {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return utcDayOf(at);
}

const longDay = new Intl.DateTimeFormat('es-BO', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' });
const longDayWeek = new Intl.DateTimeFormat('es-BO', { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const hourMinute = new Intl.DateTimeFormat('es-BO', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** «20 de noviembre de 2026». */
export const sayDay = (day: LocalDate): string => longDay.format(new Date(`${day}T00:00:00Z`));

/** «viernes, 20 de noviembre de 2026». */
export const sayDayWithWeekday = (day: LocalDate): string => longDayWeek.format(new Date(`${day}T00:00:00Z`));

/** «20 de noviembre de 2026, 14:05», in Bolivian time. */
export const sayInstant = (instant: Date): string => `${sayDay(localDateOf(instant))}, ${hourMinute.format(instant)}`;

/** «14:05», in Bolivian time. */
export const sayTime = (instant: Date): string => hourMinute.format(instant);
