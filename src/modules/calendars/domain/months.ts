import { calendarDay, type LocalDate } from '#kernel/clock.ts';

/** The same day so many months later, or the last day of that month where it has no such day (Ley 2341, art. 20.I.b). */
export function addMonths(day: LocalDate, months: number): LocalDate {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const lastOfMonth = calendarDay(year, month + months + 1, 0);
  return Number(lastOfMonth.slice(8)) <= date ? lastOfMonth : calendarDay(year, month + months, date);
}
