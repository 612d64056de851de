import type { Fee, Procedure, Term } from '#modules/catalog/index.ts';
import type { Decisions, Flow, FlowState, Json, TokenId } from '#modules/flows/index.ts';
import type { Answers, Form } from '#modules/forms/index.ts';
import type { CaseId, EntityId, PersonId } from '#kernel/ids.ts';

/** What a person may do with a procedure on line, compiled from its folder. A published version never changes. */
export type Definition = {
  readonly procedureId: string;
  readonly version: number;
  readonly slug: string;
  readonly entityId: EntityId;
  readonly entityKey: string;
  readonly entityName: string;
  readonly name: string;
  /** Only officers of the units that work on it may open a confidential case; others don't see that it exists. */
  readonly confidential: boolean;
  readonly department: string | undefined;
  readonly form: Form;
  readonly flow: Flow;
  readonly decisions: Decisions | undefined;
  /** The terms of the law; each has every member that the legal clock asks of a rule. */
  readonly terms: Readonly<Record<string, Term>>;
  readonly fees: readonly Fee[];
  readonly procedure: Procedure;
  /** Raw texts of the folder's files by name, for the modules that read their own: certificate.typ, messages.yaml, procedure.yaml. */
  readonly files: Readonly<Record<string, string>>;
};

/** Who does something to a case. */
export type Actor = {
  readonly kind: 'applicant' | 'officer' | 'system';
  readonly id: PersonId | null;
  readonly name: string;
  /** Units of an officer; tasks of other units are out of reach. */
  readonly units: readonly string[];
  readonly supervisor: boolean;
};

/** Where a case stands, as people speak of it. It is derived from the flow, never set by hand. */
export const caseStatuses = [
  'awaiting_payment', 'awaiting_appointment', 'in_review', 'observed', 'granted', 'refused', 'referred', 'abandoned', 'withdrawn', 'closed',
] as const;
export type CaseStatus = (typeof caseStatuses)[number];

/** The outcomes with which a case ends; `v:outcome` of an end event names one. */
export type CaseOutcome = Extract<CaseStatus, 'granted' | 'refused' | 'referred' | 'abandoned' | 'withdrawn' | 'closed'>;

/** Key of a task within its case: `f<token>` when the flow asked for it, `o<number>` when an officer asked another unit. */
export type TaskKey = string;

/** Work that waits for an officer of one unit. */
export type Task = {
  readonly key: TaskKey;
  readonly element: string;
  readonly name: string;
  readonly unit: string;
  readonly kind: 'review' | 'decision' | 'opinion' | 'inspection';
  /** Answers the officer may choose from, as the diagram names them. */
  readonly outcomes: readonly string[];
  /** Element whose performer may not also do this one. */
  readonly fourEyesWith?: string;
  readonly openedAt: string;
  /** Last day of its own term, where it has one. */
  readonly due?: string;
  readonly assignee?: { readonly id: PersonId; readonly name: string };
  /** Of an opinion that an officer asked for: the question, and the task it serves. */
  readonly question?: string;
  readonly askedFor?: TaskKey;
};

/** One field that the applicant must correct, with the officer's reason. */
export type FieldToCorrect = { readonly field: string; readonly reason: string };

/** An observation: what must be corrected, asked by whom, until when. */
export type Observation = {
  readonly fields: readonly FieldToCorrect[];
  readonly reason: string;
  readonly element: string;
  readonly at: string;
};

/** Something outside that the case waits for. */
export type Wait = { readonly token: TokenId; readonly element: string; readonly for: string };

/** A term of the law that runs, or has run, in this case. Days are `YYYY-MM-DD`. */
export type CaseTerm = {
  readonly name: string;
  readonly from: string;
  readonly suspensions: readonly { readonly from: string; readonly until?: string; readonly reason: string }[];
  readonly originalDue: string | null;
  readonly currentDue: string | null;
  /** When what the term demands was done; a met term runs no more. */
  readonly metAt?: string;
  /** The engine's timer that fires when it runs out; such a term binds the person who is waited for, not the entity. */
  readonly timer?: string;
};

/** What other modules made for the case: under the element that asked for it. */
export type ServiceResult = { readonly element: string; readonly service: string; readonly result: Json };

/** The state of a case: a pure fold over its facts. Plain JSON. */
export type CaseState = {
  readonly status: CaseStatus;
  readonly flow: FlowState;
  readonly tasks: readonly Task[];
  /** Last performer of each element, for four eyes. */
  readonly doneBy: Readonly<Record<string, PersonId>>;
  readonly waits: readonly Wait[];
  readonly observation?: Observation;
  readonly terms: readonly CaseTerm[];
  readonly services: readonly ServiceResult[];
  /** Timers that run, by the engine's id, with the instant at which they fire. */
  readonly timers: Readonly<Record<string, string>>;
  readonly opinions: number;
  readonly incident?: string;
  readonly closedAt?: string;
};

/** A case with everything an event needs to know of it. */
export type Case = {
  readonly id: CaseId;
  readonly entityId: EntityId;
  readonly number: string;
  readonly procedureId: string;
  readonly version: number;
  readonly applicantId: PersonId;
  readonly applicant: Applicant;
  /** Number of its last fact; a write that expects another is refused. */
  readonly seq: number;
  readonly head: string;
  readonly state: CaseState;
  readonly answers: Answers;
  readonly submittedAt: Date;
  /** The last day on which the entity has to decide, where a term runs. */
  readonly due: string | null;
};

/** Who asks, as the identity provider vouched when the case was submitted. */
export type Applicant = {
  readonly name: string;
  readonly documentType?: string;
  readonly documentNumber?: string;
  readonly birthDate?: string;
  readonly email?: string;
  readonly phone?: string;
};

/** What came of an event besides its own data; enough to compute the next state without running the flow again. */
export type Consequences = {
  readonly flow?: FlowState;
  readonly opened?: readonly Task[];
  readonly closed?: readonly TaskKey[];
  /** All waits after the event, when they changed. */
  readonly waits?: readonly Wait[];
  /** All terms after the event, when they changed. */
  readonly terms?: readonly CaseTerm[];
  readonly timers?: Readonly<Record<string, string>>;
  readonly status?: CaseStatus;
  readonly incident?: string | null;
  /** Elements entered and left, for the time line and the diagram. */
  readonly trace?: readonly string[];
};

/** A fact before it is chained: what happened, who did it, when, and what came of it. */
export type Fact = {
  readonly type: FactType;
  readonly at: string;
  readonly by: { readonly kind: Actor['kind']; readonly id: PersonId | null; readonly name: string };
  readonly data: Readonly<Record<string, Json>>;
  readonly then: Consequences;
};

/** Everything that can happen to a case. */
export type FactType =
  | 'submitted' | 'task_claimed' | 'task_released' | 'task_handed_over' | 'task_completed' | 'corrected' | 'opinion_requested' | 'opinion_given'
  | 'note_added' | 'message_received' | 'service_done' | 'service_failed' | 'timer_fired' | 'withdrawn' | 'incident_retried' | 'term_recomputed'
  | 'certificate_revoked';

/** Something for the world to do after the facts are safe: delivered through the outbox. */
export type Follow =
  | { readonly kind: 'service'; readonly token: TokenId; readonly element: string; readonly service: string; readonly parameters: Readonly<Record<string, Json>> }
  | { readonly kind: 'message'; readonly element: string; readonly message: string; readonly to: string }
  | { readonly kind: 'timer'; readonly id: string; readonly at: Date }
  | { readonly kind: 'cancelTimer'; readonly id: string };

/** What a decision about an event gives: one fact, and what follows in the world. */
export type Decided = { readonly fact: Fact; readonly follows: readonly Follow[] };

