import type { Plain } from '#kernel/yaml/index.ts';
import type { LocalDate } from '#kernel/clock.ts';
import type { Applicant, CaseStatus, FieldToCorrect } from '../domain/types.ts';

/** Where something stands in scenarios.yaml, from 1. */
export type Place = { readonly line: number; readonly column: number };

/** Answers as a designer writes them: as they are stored, with the names of files in place of uploads. */
export type Written = Readonly<Record<string, Plain>>;

/** A rehearsal: this applicant, these answers, these officers, this clock; and after each step what must have come of it. */
export type Scenario = {
  readonly name: string;
  readonly at: Place;
  readonly start: Date;
  readonly applicant: Applicant;
  readonly answers: Written;
  readonly steps: readonly Step[];
};

/** One step: something that is done, and what must hold afterwards. */
export type Step = { readonly at: Place; readonly act: Act | undefined; readonly expect: Expectation | undefined };

/** How long time passes. */
export type Waiting =
  | { readonly unit: 'business_days' | 'days' | 'hours'; readonly amount: number }
  | { readonly unit: 'until'; readonly to: Date };

/** What an officer does with a task of their unit. */
export type OfficerAct = {
  readonly kind: 'officer';
  readonly unit: string;
  /** Name; absent stands for whoever of the unit, always the same person. */
  readonly person: string | undefined;
  /** Element of the task, needed where the unit has several open. */
  readonly task: string | undefined;
  readonly outcome: string;
  readonly reason: string;
  readonly observe: readonly FieldToCorrect[];
  readonly answers: Written;
};

/** Everything that can be done in a rehearsal. */
export type Act =
  | OfficerAct
  | { readonly kind: 'apply' | 'correct'; readonly answers: Written }
  | { readonly kind: 'receive'; readonly message: string; readonly facts: Written }
  | { readonly kind: 'withdraw'; readonly reason: string }
  | { readonly kind: 'wait'; readonly time: Waiting };

/** What must hold after a step; what is left out is not looked at. */
export type Expectation = {
  readonly at: Place;
  readonly status?: CaseStatus;
  /** Elements of the open tasks. */
  readonly tasks?: readonly string[];
  /** What is waited for from outside. */
  readonly waits?: readonly string[];
  /** Last day of the entity's term; `null` while none runs. */
  readonly due?: LocalDate | null;
  /** Last day of terms by name; `null` for one that stands still or doesn't run. */
  readonly terms?: Readonly<Record<string, LocalDate | null>>;
  /** Messages sent since the step before, in order. */
  readonly messages?: readonly string[];
  /** Bolivianos of the last order of payment, in centavos. */
  readonly chargeMinor?: number;
  /** Whether a certificate was issued; with its last day where that is said. */
  readonly certificate?: { readonly issued: boolean; readonly validUntil?: LocalDate };
  /** Code of the refusal with which the step must fail. */
  readonly refused?: string;
};
