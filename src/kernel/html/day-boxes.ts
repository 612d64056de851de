import { parseLocalDate, type LocalDate } from '../clock.ts';
import type { DatePart } from './components/date-field.ts';

/** What the three boxes show of a day that is known. */
export function boxesOf(day: LocalDate): Readonly<Record<DatePart, string>> {
  const [year = '', month = '', date = ''] = day.split('-');
  return { year, month: String(Number(month)), day: String(Number(date)) };
}

/** The day that a link names as `name`, or that the three boxes of that name hold; `undefined` where there is none. */
export function askedDay(asked: Readonly<Record<string, string | undefined>>, name: string): LocalDate | undefined {
  const box = (part: DatePart): string => (asked[`${name}-${part}`] ?? '').trim().padStart(2, '0');
  return parseLocalDate(asked[name] ?? `${box('year')}-${box('month')}-${box('day')}`);
}
