import type { LocalDate } from '#kernel/clock.ts';

/** The same day so many months later, or the last day of that month where it has no such day (Ley 2341, art. 20.I.b). */
export function addMonths(day: LocalDate, months: number): LocalDate {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0));
  lastOfMonth.setUTCDate(Math.min(date, lastOfMonth.getUTCDate()));
  return lastOfMonth.toISOString().slice(0, 10) as LocalDate;
}
