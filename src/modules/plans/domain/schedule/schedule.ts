import { addMonths, addWorkingDays, isWorkingDay, type Calendar } from '#modules/calendars/index.ts';
import { addDays, calendarDay, type LocalDate } from '#kernel/clock.ts';
import type { Dependency } from './dependency.ts';

/** A task as it is planned. `length` 0 is a milestone; months run from date to date. */
export type Task = {
  readonly code: string; readonly project: string; readonly name: string; readonly length: number; readonly unit: 'dias' | 'meses';
  /** It does not begin before this day. */
  readonly notBefore?: LocalDate;
  readonly dependencies: readonly Dependency[];
};

/** A task with its days. `slackDays` is how many working days it may be late without the whole being late; `critical` where it may not. */
export type ScheduledTask = Task & { readonly from: LocalDate; readonly to: LocalDate; readonly slackDays: number; readonly critical: boolean };

/** Tasks on their days. `circle` names those that wait for one another and can't be placed; `isTooLong` where the whole runs past `workingDaysMax`, and its last days mean nothing. */
export type Scheduled = { readonly tasks: readonly ScheduledTask[]; readonly circle: readonly string[]; readonly isTooLong: boolean };

// Some forty years.
const workingDaysMax = 10_000;

// A task's place among the working days: it takes those from `start` up to, not including, `end`.
type Span = { readonly start: number; readonly end: number };

/**
 * Puts tasks on working days, each as early as its dependencies allow, from the first working day of `begin` on. Pure: the same tasks and calendar give the same days.
 * What depends on a task that is not there does not wait for it. Tasks in a circle are left out and named.
 */
export function schedule(tasks: readonly Task[], begin: LocalDate, calendar: Calendar): Scheduled {
  const { ordered, circle } = inOrder(tasks), days = workingDaysFrom(begin, calendar), spans = new Map<string, Span>();
  for (const task of ordered) spans.set(task.code, earliest(task, spans, days));
  const finish = Math.max(0, ...[...spans.values()].map(({ end }) => end)), latest = latestEnds(ordered, spans, finish);
  return {
    circle, isTooLong: finish > workingDaysMax,
    tasks: ordered.map((task) => {
      const { start, end } = spans.get(task.code) ?? { start: 0, end: 0 }, slackDays = (latest.get(task.code) ?? end) - end;
      const from = days.at(task.length === 0 && start > 0 && task.dependencies.length > 0 ? start - 1 : start);
      return { ...task, from, to: task.length === 0 ? from : days.at(end - 1), slackDays, critical: slackDays === 0 };
    }).sort((a, b) => tasks.findIndex(({ code }) => code === a.code) - tasks.findIndex(({ code }) => code === b.code)),
  };
}

/** The day on which a plan begins where its tasks say nothing else. */
export const firstDayOf = (year: number): LocalDate => calendarDay(year, 1, 1);

/** The working days from a day on, as many as are asked for. */
type Days = { readonly at: (place: number) => LocalDate; readonly placeOf: (day: LocalDate) => number; readonly calendar: Calendar };

function workingDaysFrom(begin: LocalDate, calendar: Calendar): Days {
  const days: LocalDate[] = [addWorkingDays(begin, 0, calendar)], places = new Map<LocalDate, number>();
  const at = (place: number): LocalDate => {
    while (days.length <= place && days.length <= workingDaysMax) days.push(addWorkingDays(days.at(-1) ?? begin, 1, calendar));
    return days[Math.min(place, workingDaysMax)] ?? begin;
  };
  // The place of the first working day that is not before the given one.
  const placeOf = (day: LocalDate): number => {
    const known = places.get(day);
    if (known !== undefined) return known;
    let low = 0, high = 1;
    while (at(high) < day && high < workingDaysMax) { low = high; high *= 2; }
    while (low < high) { const middle = Math.floor((low + high) / 2); if (at(middle) < day) low = middle + 1; else high = middle; }
    places.set(day, low);
    return low;
  };
  return { at, placeOf, calendar };
}

function earliest(task: Task, spans: ReadonlyMap<string, Span>, days: Days): Span {
  const waits = task.dependencies.flatMap((one) => { const on = spans.get(one.on); return on ? [{ ...one, on }] : []; });
  let start = task.notBefore === undefined ? 0 : days.placeOf(task.notBefore);
  for (const { kind, lag, on } of waits) if (kind === 'FS' || kind === 'SS') start = Math.max(start, (kind === 'FS' ? on.end : on.start) + lag);
  const endsAtLeast = Math.min(workingDaysMax, Math.max(0, ...waits.filter(({ kind }) => kind === 'FF' || kind === 'SF').map(({ kind, lag, on }) => (kind === 'FF' ? on.end : on.start) + lag)));
  start = firstEndingBy(task, start, endsAtLeast, days);
  return { start, end: endOf(task, start, days) };
}

// The first place, not before `start`, from which a task ends late enough. What is counted in months has another length at each place, but who begins later never ends earlier:
// halving finds it in a dozen looks where going day by day would take thousands.
function firstEndingBy(task: Task, start: number, endsAtLeast: number, days: Days): number {
  const end = endOf(task, start, days);
  if (end >= endsAtLeast) return start;
  if (task.unit === 'dias' || task.length === 0) return start + endsAtLeast - end;
  let low = start + 1, high = Math.max(low, endsAtLeast);
  while (low < high) { const middle = Math.floor((low + high) / 2); if (endOf(task, middle, days) < endsAtLeast) low = middle + 1; else high = middle; }
  return low;
}

/** Months run from date to date and end with the day before (Ley 2341, art. 20.I.b counts so); the last day is the last working day in them. */
function endOf({ length, unit }: Task, start: number, days: Days): number {
  if (unit === 'dias' || length === 0) return start + length;
  const last = addDays(addMonths(days.at(start), length), -1), place = days.placeOf(last);
  return isWorkingDay(last, days.calendar) ? place + 1 : Math.max(place, start + 1);
}

/** By which place each task must have ended so that the whole ends in time. */
function latestEnds(ordered: readonly Task[], spans: ReadonlyMap<string, Span>, finish: number): ReadonlyMap<string, number> {
  const latest = new Map<string, number>(ordered.map(({ code }) => [code, finish]));
  for (const task of ordered.toReversed()) {
    const own = spans.get(task.code), end = latest.get(task.code) ?? finish;
    if (!own) continue;
    const start = end - (own.end - own.start);
    for (const { on, kind, lag } of task.dependencies) {
      const other = spans.get(on);
      if (!other) continue;
      const bound = (kind === 'FS' || kind === 'SS' ? start : end) - lag, length = other.end - other.start;
      latest.set(on, Math.min(latest.get(on) ?? finish, kind === 'FS' || kind === 'FF' ? bound : bound + length));
    }
  }
  return latest;
}

/** Tasks so that each comes after those it waits for; those that can't are a circle, or wait for one. */
function inOrder(tasks: readonly Task[]): { readonly ordered: readonly Task[]; readonly circle: readonly string[] } {
  const codes = new Set(tasks.map(({ code }) => code)), done = new Set<string>(), ordered: Task[] = [];
  let left = tasks;
  for (let before = -1; left.length > 0 && ordered.length !== before;) {
    before = ordered.length;
    for (const task of left) if (task.dependencies.every(({ on }) => !codes.has(on) || done.has(on))) { ordered.push(task); done.add(task.code); }
    left = left.filter(({ code }) => !done.has(code));
  }
  return { ordered, circle: left.map(({ code }) => code) };
}
