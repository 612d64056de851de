import type { Feel } from '#kernel/feel/index.ts';
import type { PeriodKind } from './period.ts';

/** Where a figure comes from: counted by the program, counted in part and shown by evidence for the rest, or reported by whoever answers for it. */
export const modes = ['computed', 'partial', 'reported'] as const;
export type Mode = (typeof modes)[number];

/** Whose goals: the national plan's, those that the plan of an entity lists, or how the service itself does, for which nobody set any. */
export const plansOfIndicators = ['nacional', 'oruro', 'servicio'] as const;
export type PlanOfIndicators = (typeof plansOfIndicators)[number];

/** What is aimed at, and until when. Without a value there is nothing to compare with: something shall exist, or the source lost it. */
export type Goal = {
  /** The official words; with what the source lost as «[…]». */
  readonly text: string;
  readonly value: number | undefined;
  readonly year: number | undefined;
  /** Whether the official text is known as a whole. */
  readonly state: 'in_force' | 'unconfirmed';
};

/** What is measured, how, and against what: a definition that people read and the program carries out. */
export type Indicator = {
  readonly code: string;
  readonly plan: PlanOfIndicators;
  readonly name: string;
  readonly mode: Mode;
  /** What the figure counts, in words; `%` for a share. */
  readonly unit: string;
  /** What the quotient is multiplied by: 100 for a percentage. */
  readonly factor: number;
  /** Which way is better. */
  readonly sense: 'higher' | 'lower';
  /** How often the figure is looked at; it is kept for longer periods too. */
  readonly frequency: PeriodKind;
  /** The list of entities that it is about. */
  readonly population: string;
  /** Over named operands; absent where nothing in the program counts it yet. */
  readonly numerator: Feel | undefined;
  /** Absent where the numerator is the figure. */
  readonly denominator: Feel | undefined;
  readonly goal: Goal | undefined;
  /** How it is computed, in words. */
  readonly method: string;
  /** What it is computed from, in words. */
  readonly source: string;
  readonly version: number;
  readonly dimensions: readonly Dimension[];
  /** What does not exist yet, without which it is not measured, or not as a whole. */
  readonly missing: string | undefined;
  /** What must be shown beside the figure, or instead of it. */
  readonly evidence: string | undefined;
  /** SHA-256 over all that decides the figure: two figures under one hash were computed alike. */
  readonly sha256: string;
};

/** By what a figure can be taken apart. */
export const dimensions = ['entity', 'department', 'procedure'] as const;
export type Dimension = (typeof dimensions)[number];

/** Whether the program computes a figure, in full or in part. */
export const isMeasured = ({ numerator }: Pick<Indicator, 'numerator'>): boolean => numerator !== undefined;

/** How other indicators name this one in their expressions: `indicador_6_2`. */
export const nameInExpressions = (code: string): string => `indicador_${code.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_')}`;
