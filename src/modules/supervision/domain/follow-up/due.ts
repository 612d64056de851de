import { dueDate, type Calendar, type TermComputation } from '#modules/calendars/index.ts';
import { parseLocalDate, type LocalDate } from '#kernel/clock.ts';
import type { RunningTerm } from './consequences.ts';

/** By when something is to be done: a day that was agreed, or a term that was counted and can say how. */
export type Due = { readonly day: LocalDate; readonly term?: TermComputation };

/** Counts working days from a day on (Ley 2341, arts. 20 and 21.II); the explanation says the norm, or that it is to be confirmed. */
export const countDays = ({ days, norm }: RunningTerm, from: LocalDate | Date, calendar: Calendar): TermComputation =>
  dueDate({ amount: days, unit: 'business_days', roll: 'next_business_day', onSuspension: 'run_on', ...(norm === undefined ? {} : { norm }) }, from, calendar);

/** What a fact keeps of the time it leaves. */
export type TimeLeft = { readonly at: Date; readonly termDays: number | null; readonly termNorm: string | null; readonly until: string | null };

/** By when what follows a fact is to be done; nothing where nothing is expected. It is computed each time, so that a new holiday counts. */
export function dueOf({ at, termDays, termNorm, until }: TimeLeft, calendar: Calendar): Due | undefined {
  const agreed = until === null ? undefined : parseLocalDate(until);
  if (agreed !== undefined) return { day: agreed };
  if (termDays === null) return undefined;
  const term = countDays({ days: termDays, norm: termNorm ?? undefined }, at, calendar);
  return term.due === undefined ? undefined : { day: term.due, term };
}

/** Whether the day has passed. */
export const isOverdue = (due: Due | undefined, today: LocalDate): boolean => due !== undefined && due.day < today;
