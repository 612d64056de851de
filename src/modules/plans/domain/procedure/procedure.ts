import type { TermCount } from '#modules/calendars/index.ts';
import type { Flow } from '#modules/flows/index.ts';

/** From what a term is counted: the moment its task opens, the day of the resolution, or a day of the national calendar. */
export const countingFrom = ['task', 'resolution', 'national_plan', 'minimum_contents', 'component'] as const;
export type CountsFrom = (typeof countingFrom)[number];

/** Whose working days count: those of the entity's department, or of the agency. */
export const termPlaces = ['entity', 'agency'] as const;
export type TermPlace = (typeof termPlaces)[number];

/** A term of the procedure of plans, as its norm sets it. */
export type PlanTermRule = TermCount & {
  readonly name: string;
  readonly title: string;
  readonly countsFrom: CountsFrom;
  readonly place: TermPlace;
  readonly norm: string;
  /** What the norm does not say and was chosen here, in Spanish; shown beside the date. */
  readonly unconfirmed?: string;
};

/** The procedure of a plan: its steps, and its terms by name. */
export type Procedure = { readonly flow: Flow; readonly terms: Readonly<Record<string, PlanTermRule>> };
