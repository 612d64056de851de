/** In what a term is counted. */
export type TermUnit = 'business_days' | 'calendar_days' | 'hours' | 'months' | 'years';

/** What happens when the last day is not a working day: it goes to the next one (Ley 2341, art. 20.II), or it stays. */
export type RollRule = 'next_business_day' | 'none';

/** What a stop of the clock does: the count goes on where it was, begins again, or never stopped. */
export type SuspensionPolicy = 'pause' | 'restart' | 'run_on';

/** What silence means when the term runs out. Only a norm can make it mean anything (Ley 2341, art. 17). */
export type Silence = 'none' | 'negative' | 'positive';

/** The part of a term that decides its date; whoever keeps terms may keep more. */
export type TermCount = {
  readonly amount: number;
  readonly unit: TermUnit;
  readonly roll: RollRule;
  readonly onSuspension: SuspensionPolicy;
  /** The norm with its article; absent while it is to be confirmed. */
  readonly norm?: string;
};

/** A term as the norm sets it: so much, in which unit, counted from which event, what stops it, and what silence means. */
export type TermRule = TermCount & {
  readonly name: string;
  /** The event after which the count starts, such as `submission`. */
  readonly countsFrom: string;
  /** The events that stop the clock, such as `observation`. */
  readonly suspendedBy?: readonly string[];
  readonly silence: Silence;
  /** Where the fact was read, and when. */
  readonly source?: string;
};

/** «10 días hábiles», «1 mes». */
export function sayAmount(term: Pick<TermCount, 'amount' | 'unit'>): string {
  const [one, many] = unitNames[term.unit];
  return `${term.amount} ${term.amount === 1 ? one : many}`;
}

const unitNames = {
  business_days: ['día hábil', 'días hábiles'], calendar_days: ['día calendario', 'días calendario'],
  hours: ['hora', 'horas'], months: ['mes', 'meses'], years: ['año', 'años'],
} as const satisfies Record<TermUnit, readonly [string, string]>;
