import type { Answers } from '#modules/forms/index.ts';
import type { LocalDate } from '#kernel/clock.ts';
import type { Weights } from '../ranking/criteria.ts';
import type { FrozenLine } from '../ranking/frozen.ts';
import type { Stage } from './stages.ts';
import type { Chosen, GenericNorm } from './guide.ts';

/** A picture with what it says in words; `narrow` is the same for a telephone. The SVG needs no style sheet. */
export type Picture = { readonly svg: string; readonly narrow?: string; readonly alt: string };

/** A line of the inventory, as the diagnosis shows it. */
export type InventoryLine = { readonly procedureId: string; readonly name: string; readonly answers: Answers };

/** The order that the strategy begins from, as it was frozen. */
export type FrozenOrder = { readonly day: LocalDate; readonly sha256: string; readonly weights: Weights; readonly lines: readonly FrozenLine[] };

/** Who takes part in a procedure that runs on line, and in which steps. */
export type Actor = { readonly name: string; readonly does: readonly string[] };

/** A tool of electronic government that a flow uses. `where` are the steps; `mentions` finds it in a text. */
export type Tool = { readonly name: string; readonly why: string; readonly where: readonly string[]; readonly mentions: string };

/** A requirement, and who of the State has it already, where somebody does. */
export type RequirementFact = { readonly name: string; readonly issuer: string; readonly held?: string };

/** What one request costs: hours in offices, trips, copies, centavos, hours of the entity. What nobody knows is absent. */
export type Cost = { readonly visits: number | undefined; readonly hours: number | undefined; readonly copies: number | undefined; readonly applicantMinor: number | undefined; readonly entityHours: number | undefined };

/** The burden of a procedure now and once the solution runs, and what the second figure rests on. Where the fee is not known, no amount has it. */
export type BurdenChange = { readonly before: Cost; readonly after: Cost; readonly assumption: string; readonly isDeclared: boolean; readonly isFeeKnown: boolean; readonly timesAYear: number | undefined; /** What the entity has given no figure for, so that no amount counts it. */ readonly missing: readonly string[] };

/** Everything that is known of a chosen procedure. */
export type Solution = Chosen & {
  readonly answers: Answers; readonly place: number | null;
  readonly survey: readonly (readonly [label: string, value: string])[];
  readonly requirements: readonly RequirementFact[]; readonly norms: readonly { readonly norm: string; readonly article: string }[];
  /** The flow that runs, or the draft made from the entry. */
  readonly flow?: { readonly origin: 'published' | 'draft'; readonly version?: number; /** One picture, or its parts from left to right where one would be too small to read on paper. */ readonly pictures: readonly Picture[]; readonly actors: readonly Actor[]; readonly tools: readonly Tool[] };
  readonly burden: BurdenChange;
  readonly stages: readonly Stage[]; readonly schedule?: Picture;
};

/** A plan of electronic government of the entity, as the plans say it is. */
export type PlanState = { readonly title: string; readonly state: string; readonly years: string };

/** What the data of the entity say on a day: everything in a strategy that nobody writes. */
export type Projections = {
  readonly day: LocalDate; readonly entity: { readonly key: string; readonly name: string; readonly acronym: string };
  readonly inventory: { readonly all: number; readonly lines: readonly InventoryLine[] };
  readonly order: FrozenOrder; readonly points?: Picture; readonly effort?: Picture; readonly schedule?: Picture;
  readonly norms: readonly GenericNorm[]; readonly plans: readonly PlanState[]; readonly solutions: readonly Solution[];
};

/** A strategy with its texts by section and the data it stands on. */
export type StrategyContent = {
  readonly title: string; readonly from: LocalDate; readonly until: LocalDate; readonly texts: Readonly<Record<string, string>>; readonly projections: Projections;
};
