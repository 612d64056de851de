/** In what a term is counted. */
export const termUnits = ['business_days', 'calendar_days', 'hours', 'months'] as const;
export type TermUnit = (typeof termUnits)[number];

/** What happens when the last day is not a working day: it goes to the next one (Ley 2341, art. 20.II), or it stays. */
export const rollRules = ['next_working_day', 'none'] as const;
export type RollRule = (typeof rollRules)[number];

/** What a stop of the clock does: the count goes on where it was, or begins again. */
export const suspensionPolicies = ['pause', 'restart'] as const;
export type SuspensionPolicy = (typeof suspensionPolicies)[number];

/** What silence means when the term runs out. Only a norm can make it mean anything (Ley 2341, art. 17). */
export const silences = ['none', 'negative', 'positive'] as const;
export type Silence = (typeof silences)[number];

/** A term as the norm sets it: so much, in which unit, counted from which event, and what stops it. */
export type TermRule = {
  readonly name: string;
  readonly amount: number;
  readonly unit: TermUnit;
  /** The event after which the count starts, such as `submission`. */
  readonly countsFrom: string;
  readonly roll: RollRule;
  /** The events that stop the clock, such as `observation`. */
  readonly suspendedBy?: readonly string[];
  readonly onSuspension: SuspensionPolicy;
  readonly silence: Silence;
  /** The norm with its article. */
  readonly norm: string;
  /** Where the fact was read, and when. */
  readonly source?: string;
};

/** «10 días hábiles», «1 mes». */
export function sayAmount(term: Pick<TermRule, 'amount' | 'unit'>): string {
  const [one, many] = unitNames[term.unit];
  return `${term.amount} ${term.amount === 1 ? one : many}`;
}

const unitNames = {
  business_days: ['día hábil', 'días hábiles'], calendar_days: ['día calendario', 'días calendario'],
  hours: ['hora', 'horas'], months: ['mes', 'meses'],
} as const satisfies Record<TermUnit, readonly [string, string]>;
