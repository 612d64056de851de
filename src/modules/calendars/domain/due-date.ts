import { addDays, instantOf, type LocalDate } from '#kernel/clock.ts';
import { invariant } from '#kernel/errors/index.ts';
import { isWorkingDay, type Calendar } from './calendar.ts';
import { dueHour } from './due-hour.ts';
import { addMonths } from './months.ts';
import { dayOf, stopOn, stoppedDays, type StoppedDays, type Suspension } from './suspensions.ts';
import type { TermCount } from './term-rule.ts';

/** A term applied to one event: when it runs out, and everything needed to explain why. */
export type TermComputation = {
  readonly rule: TermCount;
  /** Day of the event; counting starts the day after. */
  readonly from: LocalDate;
  /** Last day of the term; `undefined` while the clock stands still. */
  readonly due: LocalDate | undefined;
  /** The instant at which the term has run out: the end of the last day (Ley 2341, art. 21.II), or the exact time for hours. */
  readonly dueAt: Date | undefined;
  /** The last day before it was rolled on, where it was. */
  readonly rolledFrom: LocalDate | undefined;
  /** Days that were not counted because offices don't work, in order. */
  readonly skipped: readonly LocalDate[];
  /** Stops of the clock that fell into the term. */
  readonly stops: readonly StoppedDays[];
  /** Units still to be counted when the clock starts again; 0 for a term that runs. Months and years are left in calendar days. */
  readonly remaining: number;
  readonly calendar: Calendar;
};

// Longest term in its unit: what a norm could mean, and a bound for the count.
const termAmountMax = 3_660;

/**
 * When a term runs out. Business days count only working days, calendar days and months all of them, hours run through working days.
 * The count starts the day after the event (Ley 2341, art. 21.II); months go from date to date, or end with the month (art. 20.I.b).
 */
export function dueDate(rule: TermCount, from: LocalDate | Date, calendar: Calendar, suspensions: readonly Suspension[] = []): TermComputation {
  invariant(Number.isInteger(rule.amount) && rule.amount >= 0 && rule.amount <= termAmountMax, 'the amount of a term is a whole number within bounds');
  const stops = rule.onSuspension === 'run_on' ? [] : stoppedDays(suspensions);
  if (rule.onSuspension === 'restart') return restarted(rule, from, calendar, stops);
  return counted(rule, from, calendar, stops);
}

// Each stop within the running term throws away what was counted; the count begins again after the last of them.
function restarted(rule: TermCount, from: LocalDate | Date, calendar: Calendar, stops: readonly StoppedDays[]): TermComputation {
  let current = counted(rule, from, calendar, []);
  const met: StoppedDays[] = [];
  for (const stop of stops) {
    if (current.due === undefined || stop.from > current.due) break;
    met.push(stop);
    current = stop.until === undefined ? standing(rule, from, calendar, met) : counted(rule, later(from, stop.until), calendar, []);
  }
  return { ...current, from: dayOf(from), stops: met };
}

const later = (from: LocalDate | Date, until: LocalDate): LocalDate | Date => (dayOf(from) > until ? from : until);

const standing = (rule: TermCount, from: LocalDate | Date, calendar: Calendar, stops: readonly StoppedDays[]): TermComputation =>
  ({ rule, from: dayOf(from), due: undefined, dueAt: undefined, rolledFrom: undefined, skipped: [], stops, remaining: rule.amount, calendar });

function counted(rule: TermCount, from: LocalDate | Date, calendar: Calendar, stops: readonly StoppedDays[]): TermComputation {
  if (rule.unit === 'hours') return countHours(rule, from, calendar, stops);
  const start = dayOf(from);
  const walk = walkDays(start, daysToCount(rule, start), calendar, stops, rule.unit === 'business_days');
  if (walk.last === undefined) return { ...standing(rule, start, calendar, walk.stops), skipped: walk.skipped, remaining: walk.left };
  return rolled({ ...standing(rule, start, calendar, walk.stops), due: walk.last, skipped: walk.skipped, remaining: 0 }, stops);
}

function daysToCount({ unit, amount }: TermCount, start: LocalDate): number {
  if (unit !== 'months' && unit !== 'years') return amount;
  const end = addMonths(start, unit === 'years' ? amount * 12 : amount);
  return Math.round((Date.parse(end) - Date.parse(start)) / dayMillis);
}

const dayMillis = 86_400_000;

function countHours(rule: TermCount, from: LocalDate | Date, calendar: Calendar, stops: readonly StoppedDays[]): TermComputation {
  const { dueAt, skipped, met, left } = dueHour(from, rule.amount, calendar, stops);
  return { ...standing(rule, from, calendar, met), due: dueAt && dayOf(dueAt), dueAt, skipped, remaining: left };
}

type Walk = { readonly last: LocalDate | undefined; readonly left: number; readonly skipped: readonly LocalDate[]; readonly stops: readonly StoppedDays[] };

function walkDays(start: LocalDate, amount: number, calendar: Calendar, stops: readonly StoppedDays[], onlyWorking: boolean): Walk {
  const skipped: LocalDate[] = [];
  const met = new Set<StoppedDays>();
  let last = start;
  for (let at = addDays(start, 1), left = amount; left > 0; at = addDays(at, 1)) {
    const stop = stopOn(at, stops);
    if (stop) met.add(stop);
    if (stop && stop.until === undefined) return { last: undefined, left, skipped, stops: [...met] };
    if (onlyWorking && !isWorkingDay(at, calendar)) skipped.push(at);
    else if (!stop) left--;
    last = at;
  }
  return { last, left: 0, skipped, stops: [...met] };
}

// The last day goes on to one on which offices work and the clock runs; an office that is asked on the rolled day is still in time.
function rolled(term: TermComputation, stops: readonly StoppedDays[]): TermComputation {
  const met = new Set(term.stops);
  const skipped = [...term.skipped];
  let due = term.due;
  while (due !== undefined && needsRoll(due, term, stops)) {
    const stop = stopOn(due, stops);
    if (stop) met.add(stop);
    if (stop && stop.until === undefined) return { ...term, due: undefined, stops: [...met], skipped, remaining: 1 };
    if (!stop && !skipped.includes(due)) skipped.push(due);
    due = addDays(due, 1);
  }
  if (due === undefined) return term;
  const rolledFrom = due === term.due ? undefined : term.due;
  return { ...term, due, dueAt: instantOf(addDays(due, 1)), rolledFrom, skipped, stops: [...met] };
}

const needsRoll = (day: LocalDate, term: TermComputation, stops: readonly StoppedDays[]): boolean =>
  term.rule.roll === 'next_business_day' && (!isWorkingDay(day, term.calendar) || (day > term.from && stopOn(day, stops) !== undefined));
