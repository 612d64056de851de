import { addDays, calendarDay, parseLocalDate, sayDay, type LocalDate } from '#kernel/clock.ts';

/** How long a figure's period is. Weeks are those of ISO 8601: from Monday, and the first has the year's first Thursday. */
export const periodKinds = ['day', 'week', 'month', 'year'] as const;
export type PeriodKind = (typeof periodKinds)[number];

/** A stretch of legal days, both ends included, under the key that names it: 2026-11-20, 2026-W47, 2026-11 or 2026. */
export type Period = { readonly kind: PeriodKind; readonly key: string; readonly from: LocalDate; readonly until: LocalDate };

/** The period of a kind on which a day falls. */
export function periodOf(kind: PeriodKind, day: LocalDate): Period {
  const year = Number(day.slice(0, 4)), month = Number(day.slice(5, 7));
  switch (kind) {
    case 'day': return { kind, key: day, from: day, until: day };
    case 'week': return weekOf(day);
    case 'month': return { kind, key: day.slice(0, 7), from: calendarDay(year, month, 1), until: calendarDay(year, month + 1, 0) };
    case 'year': return { kind, key: day.slice(0, 4), from: calendarDay(year, 1, 1), until: calendarDay(year, 12, 31) };
  }
}

// ISO 8601, 3.1.1.23: a week belongs to the year in which its Thursday lies.
function weekOf(day: LocalDate): Period {
  const from = addDays(day, -weekdayOf(day)), thursday = addDays(from, 3), year = Number(thursday.slice(0, 4));
  const first = calendarDay(year, 1, 4), firstMonday = addDays(first, -weekdayOf(first));
  const number = Math.round((Date.parse(from) - Date.parse(firstMonday)) / (7 * dayMillis)) + 1;
  return { kind: 'week', key: `${year}-W${String(number).padStart(2, '0')}`, from, until: addDays(from, 6) };
}

const dayMillis = 24 * 3_600_000;

// Monday is 0.
const weekdayOf = (day: LocalDate): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;

/** Reads the key of a period; `undefined` where it is none, such as week 54 or February the 30th. */
export function parsePeriod(text: string): Period | undefined {
  const week = /^(\d{4})-W(\d{2})$/.exec(text);
  const day = week ? addDays(weekOf(calendarDay(Number(week[1]), 1, 4)).from, (Number(week[2]) - 1) * 7) : parseLocalDate(text.length === 4 ? `${text}-01-01` : text.length === 7 ? `${text}-01` : text);
  const found = day && periodOf(week ? 'week' : text.length === 4 ? 'year' : text.length === 7 ? 'month' : 'day', day);
  return found?.key === text ? found : undefined;
}

const monthName = new Intl.DateTimeFormat('es-BO', { timeZone: 'UTC', month: 'long', year: 'numeric' });

/** «noviembre de 2026», «semana 47 de 2026», «2026», «20 de noviembre de 2026». */
export function sayPeriod({ kind, key, from }: Period): string {
  switch (kind) {
    case 'day': return sayDay(from);
    case 'week': return `semana ${Number(key.slice(6))} de ${key.slice(0, 4)}`;
    case 'month': return monthName.format(new Date(`${from}T00:00:00Z`));
    case 'year': return key;
  }
}
