import type { Decided } from './decided.ts';

export const termUnits = ['business_days', 'calendar_days', 'hours', 'months', 'years'] as const;
export const termSilences = ['none', 'negative', 'positive'] as const;
export const rollRules = ['next_business_day', 'none'] as const;
export const suspensionPolicies = ['pause', 'restart', 'run_on'] as const;

/**
 * A legal term (plazo) of a procedure. The flow and the legal clock refer to it by `name`, its key in `terms`. It has every member that the
 * legal clock's rule has, so it can be handed over as it is.
 */
export type Term = Decided & {
  readonly name: string;
  /** What must happen within it, in Spanish: «Resolver la solicitud». */
  readonly title: string;
  /** Who must act within it. */
  readonly binds: 'entity' | 'applicant';
  readonly amount: number;
  readonly unit: (typeof termUnits)[number];
  /** The event after which the count starts, such as `submission`, `admission`, `notification`. */
  readonly countsFrom: string;
  /** When the last day is no working day. */
  readonly roll: (typeof rollRules)[number];
  /** The events that stop the clock, such as `observation`. */
  readonly suspendedBy?: readonly string[];
  readonly onSuspension: (typeof suspensionPolicies)[number];
  /** What it means that nobody acted in time; `positive` only where the norm says so. */
  readonly silence: (typeof termSilences)[number];
  /** The norm with its article; absent while it is to be confirmed. */
  readonly norm?: string;
};
