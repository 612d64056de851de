/** How well the copy of the plan, from which a text was taken, could be read: as it stands, mended in a way that the note explains, or not whole, so that it is to be confirmed. */
export type Fidelity = 'literal' | 'repaired' | 'lost';

/** A goal of the national plan with the result that it measures. Result and goal are the official words (Plan de Implementación de Gobierno Electrónico 2025-2028, capítulo V, cuadro 3). */
export type NationalGoal = {
  /** Its place in the plan: `6.2` is the second result of line 6, `10.1.2` the second of sub-line 10.1. */
  readonly code: string;
  /** Number of its line. */
  readonly line: number;
  readonly result: string;
  /** What is to be reached by 2028; where it was lost, that it is to be confirmed. */
  readonly goal: string;
  /** What can be read of a lost goal. */
  readonly remains: readonly string[];
  /** The figure of the goal, where it is one, with its unit («%»). */
  readonly value?: number;
  readonly unit?: string;
  /** Of what the figure is counted. */
  readonly population?: string;
  readonly responsible: readonly string[];
  /** Bodies that coordinate; empty where the plan names none. */
  readonly coordinators: readonly string[];
  readonly fidelity: Fidelity;
  /** What was mended or lost, in our words. */
  readonly note?: string;
};

/** A part of a line that has results of its own: `10.2`. */
export type NationalSubline = { readonly code: string; readonly name: string; readonly about: string; readonly goals: readonly NationalGoal[] };

/** A strategic line. It has goals of its own or sub-lines that have them. */
export type NationalLine = {
  readonly number: number;
  readonly axis: number;
  readonly name: string;
  /** What it is for, in our words. */
  readonly about: string;
  readonly sublines: readonly NationalSubline[];
  /** All of its goals, those of its sub-lines too, in the order of the plan. */
  readonly goals: readonly NationalGoal[];
};

/** One of the axes under which the lines are. */
export type NationalAxis = { readonly number: number; readonly name: string; readonly about: string; readonly source: string; readonly lines: readonly NationalLine[] };

/** An abbreviation by which the plan names a body or a system; `inSource` where the plan itself says what it stands for. */
export type Acronym = { readonly short: string; readonly name: string; readonly inSource: boolean };

/** A norm on which the plan rests (capítulo I). */
export type NationalNorm = { readonly name: string; readonly fidelity: Fidelity; readonly note?: string };

/** The national plan of electronic government 2025-2028. */
export type NationalPlan = {
  readonly title: string; readonly fromYear: number; readonly toYear: number; readonly preparedBy: string; readonly reviewedBy: string;
  /** Whether it is known which line is worked on in which year (capítulo VII). */
  readonly schedule: Fidelity;
  readonly axes: readonly NationalAxis[];
  /** The lines of all axes, by number. */
  readonly lines: readonly NationalLine[];
  /** The goals of all lines, in the order of the plan. */
  readonly goals: readonly NationalGoal[];
  readonly acronyms: readonly Acronym[];
  readonly norms: readonly NationalNorm[];
};

/** The words that stand in the place of what was lost. */
export const toConfirm = /por confirmar/i;
