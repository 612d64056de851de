import { makeCalendar, type Calendar } from '../domain/calendar.ts';
import { expandRules } from '../domain/holiday-rules.ts';
import type { Place } from '../domain/place.ts';
import { shippedRules } from './index.ts';

/** The working days of a place by the rules that come with the program, for the years from the first to the last; without a database, for rehearsals. */
export const shippedCalendar = (place: Place, firstYear: number, lastYear: number): Calendar =>
  makeCalendar(expandRules(shippedRules(), Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index)), place);
