import { addDays, calendarDay, type LocalDate } from '../clock.ts';

/** A mark on an axis of days. */
export type DayTick = { readonly day: LocalDate; readonly text: string };

const dayMillis = 86_400_000;

/** The number of a day, so that days can be subtracted. */
export const dayNumber = (day: LocalDate): number => Date.parse(`${day}T00:00:00Z`) / dayMillis;

const months = ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'sep', 'oct', 'nov', 'dic'];

/** «3 mar 2026». */
export const sayShortDay = (day: LocalDate): string => `${Number(day.slice(8))} ${monthOf(day)} ${day.slice(0, 4)}`;

const monthOf = (day: LocalDate): string => months[Number(day.slice(5, 7)) - 1] ?? '';

type Step = { readonly days: number; readonly first: (from: LocalDate) => LocalDate; readonly next: (day: LocalDate) => LocalDate; readonly say: (day: LocalDate) => string };

const numbers = (day: LocalDate): readonly [year: number, month: number] => [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
const byDays = (count: number): Step => ({ days: count, first: (from) => from, next: (day) => addDays(day, count), say: (day) => `${Number(day.slice(8))} ${monthOf(day)}` });
const byMonths = (count: number): Step => ({
  days: count * 30.4, first: (from) => { const [year, month] = numbers(from); return calendarDay(year, Math.ceil((month - 1 + (from.endsWith('-01') ? 0 : 1)) / count) * count + 1, 1); },
  next: (day) => { const [year, month] = numbers(day); return calendarDay(year, month + count, 1); }, say: (day) => `${monthOf(day)} ${day.slice(0, 4)}`,
});
const byYears = (count: number): Step => ({
  days: count * 365.25, first: (from) => calendarDay(Math.ceil((numbers(from)[0] + (from.endsWith('-01-01') ? 0 : 1)) / count) * count, 1, 1),
  next: (day) => calendarDay(numbers(day)[0] + count, 1, 1), say: (day) => day.slice(0, 4),
});

const steps: readonly Step[] = [byDays(1), byDays(2), byDays(7), byDays(14), byMonths(1), byMonths(3), byMonths(6), ...[1, 2, 5, 10, 50, 100, 1_000].map(byYears)];

/** Marks between two days, `wanted` at most and as round as there are: days, weeks, months, years. */
export function dayTicks(from: LocalDate, to: LocalDate, wanted: number): readonly DayTick[] {
  const span = dayNumber(to) - dayNumber(from), step = steps.find(({ days }) => span / days <= wanted) ?? byYears(10_000), ticks: DayTick[] = [];
  for (let day = step.first(from); day <= to && ticks.length <= wanted; day = step.next(day)) ticks.push({ day, text: step.say(day) });
  return ticks;
}
