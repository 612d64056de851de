import { sayDayWithWeekday, type LocalDate } from '#kernel/clock.ts';
import { holidaysOn, type Calendar, type NonWorkingDay } from './calendar.ts';
import { dueDate, type TermComputation } from './due-date.ts';
import { sayHoliday } from './explain.ts';
import type { Suspension } from './suspensions.ts';
import type { TermCount } from './term-rule.ts';

/** A term that still runs, as its owner keeps it. */
export type OpenTerm = {
  readonly rule: TermCount;
  readonly from: LocalDate | Date;
  readonly suspensions: readonly Suspension[];
  /** What was promised first; it is never changed. */
  readonly originalDue: LocalDate;
  /** What holds now; `undefined` while the clock stands still. */
  readonly currentDue: LocalDate | undefined;
};

/** What a changed calendar does to an open term. */
export type TermChange = {
  readonly computation: TermComputation;
  readonly originalDue: LocalDate;
  readonly previousDue: LocalDate | undefined;
  readonly moved: boolean;
  /** For the person who waits, in Spanish; `undefined` when nothing moved. */
  readonly sentence: string | undefined;
};

/** Computes an open term again with a calendar that has changed. It decides nothing and stores nothing: the owner of the term does. */
export function recomputeTerm(open: OpenTerm, calendar: Calendar): TermChange {
  const computation = dueDate(open.rule, open.from, calendar, open.suspensions);
  const moved = computation.due !== open.currentDue;
  return { computation, originalDue: open.originalDue, previousDue: open.currentDue, moved, sentence: moved ? sayMove(open, computation) : undefined };
}

function sayMove({ currentDue, originalDue }: OpenTerm, { due, skipped, calendar }: TermComputation): string {
  if (due === undefined) return 'El plazo está detenido y por ahora no tiene fecha de vencimiento.';
  const before = currentDue === undefined ? '' : ` en lugar del ${sayDayWithWeekday(currentDue)}`;
  const first = originalDue === currentDue ? '' : ` La fecha original era el ${sayDayWithWeekday(originalDue)}.`;
  const holidays = skipped.flatMap((day) => holidaysOn(day, calendar)).map(namedDay).join('; ');
  return `Cambió el calendario de feriados: el plazo vence el ${sayDayWithWeekday(due)}${before}.${first}${holidays && ` Feriados que no se cuentan: ${holidays}.`}`;
}

const namedDay = (one: NonWorkingDay): string => `${sayDayWithWeekday(one.day)}, ${sayHoliday(one)}`;
