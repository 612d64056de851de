import type { Spending } from './budget.ts';

/** What was done in a quarter, what comes next, and what threatens it. */
export type Note = { readonly year: number; readonly quarter: 1 | 2 | 3 | 4; readonly done: string; readonly next: string; readonly risks: string };

/** A note with when it was written. */
export type FollowUpNote = Note & { readonly at: Date };

/** A report on a plan: a note on a quarter, how far a task is (percent), or what was spent on a line of the budget (centavos). */
export type FollowUpDetail =
  | { readonly kind: 'note'; readonly detail: Note }
  | { readonly kind: 'progress'; readonly detail: { readonly task: string; readonly percent: number } }
  | { readonly kind: 'spending'; readonly detail: Spending & { readonly day: string; readonly about: string } };
