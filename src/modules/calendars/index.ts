/**
 * The legal clock: which days are worked where, by which decree, and when a term runs out. The only door of the module.
 * Everything but `loadCalendar` is pure: the same calendar, rule and event always give the same date.
 */
export { departments, parseDepartment } from './domain/place.ts';
export type { DepartmentCode, Place, Scope } from './domain/place.ts';
export { addWorkingDays, holidaysOn, isWorkingDay, makeCalendar, workingDaysBetween } from './domain/calendar.ts';
export type { Calendar, NonWorkingDay } from './domain/calendar.ts';
export { addMonths } from './domain/months.ts';
export { dueDate } from './domain/due-date.ts';
export type { TermComputation } from './domain/due-date.ts';
export { explainTerm } from './domain/explain.ts';
export type { Suspension } from './domain/suspensions.ts';
export type { RollRule, Silence, SuspensionPolicy, TermCount, TermRule, TermUnit } from './domain/term-rule.ts';
export { declareDays } from './actions/declare-days.ts';
export { loadCalendar } from './store/load-calendar.ts';
export { shippedCalendar } from './content/shipped-calendar.ts';
export { calendarsChangedTopic } from './events.ts';
export type { CalendarsChanged } from './events.ts';
export { calendarsModule } from './module.ts';
