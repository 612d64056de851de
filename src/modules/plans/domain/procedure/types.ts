import type { Calendar } from '#modules/calendars/index.ts';
import type { FlowState, TokenId } from '#modules/flows/index.ts';
import type { Role } from '#kernel/access.ts';
import type { LocalDate } from '#kernel/clock.ts';
import type { EntityId, PersonId } from '#kernel/ids.ts';
import { keysOf } from '#kernel/tables.ts';
import { stateNames, type PlanId, type PlanState } from '../plan/plan.ts';
import type { CountsFrom, TermPlace } from './procedure.ts';

/** Every state of a plan. */
export const planStates = keysOf(stateNames);

/** Who does something to a plan. `Ventanilla` itself has no id and no entity. */
export type PlanActor = { readonly id: PersonId | null; readonly name: string; readonly entityId: EntityId | null; readonly roles: readonly Role[] };

/** How much an observation matters: it must be corrected, it should be, or it is a mere question of form. */
export type Severity = 'essential' | 'important' | 'minor';

/** What the agency writes about one section. */
export type NewObservation = { readonly section: string; readonly severity: Severity; readonly text: string };

/** What the entity answered to an observation in one round. */
export type ObservationAnswer = { readonly round: number; readonly text: string; readonly at: string; readonly name: string };

/** An observation with its thread. It is open until the agency finds in a later round that it is resolved. */
export type Observation = NewObservation & { readonly number: number; readonly round: number; readonly at: string; readonly name: string; readonly answers: readonly ObservationAnswer[]; readonly resolvedIn: number | null };

/** What a coordinating body says of a plan. */
export type Opinion = { readonly text: string; readonly at: string; readonly name: string; readonly entityId: EntityId | null };

/** A term that runs, or has run. Days are legal days. */
export type PlanTerm = {
  readonly name: string; readonly from: LocalDate; readonly originalDue: LocalDate; readonly currentDue: LocalDate;
  /** When what it demands was done, and how many calendar days after its last day; `null` while it runs. */
  readonly metOn: LocalDate | null; readonly daysLate: number | null;
};

/** The resolution of the highest authority. */
export type Resolution = { readonly number: string; readonly day: LocalDate; readonly text: string; readonly confidential: boolean; readonly reason: string; readonly fileId: string | null };

/** How a plan was approved in digital form: over which content, under which code, and with what evidence. */
export type Approval = { readonly sha256: string; readonly code: string; readonly provider: string; readonly evidence: Readonly<Record<string, string>>; readonly at: string; readonly name: string };

/** Everything that follows from the facts of a plan. */
export type PlanProcess = {
  readonly state: PlanState;
  readonly flow: FlowState | null;
  /** The task of the diagram that is open. */
  readonly task: { readonly token: TokenId; readonly element: string } | null;
  /** Elements of the diagram that were left, in order. */
  readonly done: readonly string[];
  /** How often the plan was registered. */
  readonly round: number;
  /** SHA-256 of the content that was last registered. */
  readonly registered: string | null;
  readonly observations: readonly Observation[];
  readonly opinions: readonly Opinion[];
  readonly terms: readonly PlanTerm[];
  readonly approval: Approval | null;
  readonly resolution: Resolution | null;
  /** Who sent the plan last, and who approved it in digital form: the next step after each is somebody else's. */
  readonly sentBy?: PersonId | null; readonly approvedBy?: PersonId | null;
};

/** The kinds of what happens to a plan. */
export type PlanFactType = 'registered' | 'observed' | 'conformed' | 'answered' | 'approved' | 'authority_approved' | 'resolution_registered' | 'superseded' | 'closed' | 'opinion_given' | 'terms_recomputed';

/** Something that happened to a plan, with what came of it, so that history does not hang on the engine of today. */
export type PlanFact = {
  readonly type: PlanFactType; readonly at: string; readonly by: { readonly id: PersonId | null; readonly name: string };
  /** What was said or attached. */
  readonly data: Readonly<Record<string, string | number | boolean>>;
  /** What is different afterwards. */
  readonly then: Partial<PlanProcess>;
};

/** A plan with what has happened to it. */
export type Proceeding = { readonly entityId: EntityId; readonly id: PlanId; readonly version: number; readonly seq: number; readonly head: string; readonly process: PlanProcess };

/** The days of the national calendar that are known: of the plan's approval, of the minimum contents, of the component. */
export type NationalDays = Partial<Readonly<Record<Exclude<CountsFrom, 'task' | 'resolution'>, LocalDate>>>;

/** What a decision may know besides the plan: the time, the working days of each place, the national calendar, and which entity is the agency that revises. */
export type PlanWorld = { readonly now: Date; readonly agencyId: EntityId | undefined; readonly calendars: Readonly<Record<TermPlace, Calendar>>; readonly national: NationalDays };
