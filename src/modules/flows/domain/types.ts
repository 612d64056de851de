import type { Json } from '#kernel/json.ts';
import type { Decisions } from './decision.ts';

/** What can live in the state of a case: anything JSON can say. */
export type { Json };

/** What officers can be asked for. */
export const taskKinds = ['review', 'decision', 'opinion', 'inspection'] as const;
export type TaskKind = (typeof taskKinds)[number];

/** Variables of a flow by name. */
export type Variables = Readonly<Record<string, unknown>>;

/** A token's number: counts from 1 within one case and is never used twice. */
export type TokenId = number;

/** Kinds of element that are executed; `elements/index.ts` holds one leaf for each. */
export type ElementKind =
  | 'startEvent' | 'endEvent' | 'catchEvent' | 'throwEvent' | 'boundaryEvent'
  | 'task' | 'userTask' | 'manualTask' | 'serviceTask' | 'sendTask' | 'receiveTask' | 'scriptTask' | 'businessRuleTask'
  | 'exclusiveGateway' | 'parallelGateway' | 'inclusiveGateway' | 'eventGateway' | 'complexGateway'
  | 'subProcess' | 'eventSubProcess' | 'callActivity';

/** When a timer fires: exactly one of the four, as written in the diagram. */
export type TimerWhen =
  | { readonly duration: string }
  | { readonly date: string }
  /** `R3/P1D` or `R/P1D`: fires one interval from now; the engine asks again for each repetition. */
  | { readonly cycle: string }
  /** Name of a term of procedure.yaml: the legal clock computes the date. */
  | { readonly term: string };

/** What an event waits for or throws. */
export type Trigger =
  | { readonly kind: 'timer'; readonly when: TimerWhen; /** The value is FEEL, computed when the timer starts. */ readonly computed?: true }
  | { readonly kind: 'message' | 'signal'; readonly name: string }
  /** Without a code, a catching event takes every code. */
  | { readonly kind: 'error' | 'escalation'; readonly code?: string }
  | { readonly kind: 'link'; readonly name: string }
  | { readonly kind: 'terminate' };

/** How often an activity is done: for each item of a list, a number of times, or while a condition holds. */
export type Repeat =
  | {
      readonly kind: 'each'; readonly sequential: boolean;
      /** FEEL: how many. */ readonly cardinality?: string;
      /** FEEL: a list. */ readonly collection?: string;
      /** Name under which each round finds its own item. */ readonly item?: string;
      /** FEEL: stops the rest once true; sees `nrOfInstances`, `nrOfCompletedInstances`, `nrOfActiveInstances`. */ readonly until?: string;
    }
  | { readonly kind: 'while'; readonly before: boolean; /** FEEL. */ readonly condition?: string; readonly roundsMax?: number };

/** One executable element of a flow, as plain data. */
export type FlowElement = {
  readonly id: string;
  readonly kind: ElementKind;
  readonly name?: string;
  /** The sub-process that contains it; absent at the top. */
  readonly inside?: string;
  /** Ids of sequence flows, in the order of the file. */
  readonly incoming: readonly string[];
  readonly outgoing: readonly string[];
  /** The sequence flow taken when no condition holds. */
  readonly default?: string;
  /** Boundary events that hang on this activity. */
  readonly boundary?: readonly string[];
  /** Of a boundary event: the activity it hangs on. */
  readonly attachedTo?: string;
  /** Of a boundary event or the start of an event sub-process: `false` lets the activity go on. */
  readonly interrupting?: boolean;
  readonly trigger?: Trigger;
  readonly repeat?: Repeat;
  /** FEEL of a script task. */
  readonly script?: string;
  /** FEEL of a converging complex gateway, over `activationCount`. */
  readonly activation?: string;
  /** Id of the flow that a call activity runs. */
  readonly called?: string;
  /** Attributes of the `v:` namespace by their local name, such as `unit`, `kind`, `result`, `service`. */
  readonly attributes: Readonly<Record<string, string>>;
};

export type SequenceFlow = {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly name?: string;
  /** FEEL; absent means always. */
  readonly condition?: string;
};

/** A compiled flow: immutable, plain JSON, kept with the published version of its procedure. */
export type Flow = {
  readonly id: string;
  readonly name?: string;
  readonly elements: Readonly<Record<string, FlowElement>>;
  readonly flows: Readonly<Record<string, SequenceFlow>>;
  /** Start events of the process (key ``) and of each sub-process (its id). */
  readonly starts: Readonly<Record<string, readonly string[]>>;
  /** Event sub-processes of the process (key ``) and of each sub-process (its id). */
  readonly eventSubProcesses: Readonly<Record<string, readonly string[]>>;
};

/** How far a repetition is. `total` is absent while a condition decides; `items` are kept only while rounds follow one another. */
export type Rounds = {
  readonly total?: number;
  readonly begun: number;
  readonly done: number;
  readonly results: readonly Json[];
  readonly items?: readonly Json[];
};

/** One token: one visit of one element. Its number is never used again, so that a task done twice can't complete the next one. A token at a sub-process, call or repetition is the scope of the tokens that say it is `inside`. */
export type Token = {
  readonly id: TokenId;
  /** Id of the element. */
  readonly at: string;
  /** The token whose scope this one lives in; absent at the top. */
  readonly inside?: TokenId;
  /** The sequence flow by which it came; a join counts these. */
  readonly via?: string;
  /** Variables that only this scope sees. */
  readonly local?: Readonly<Record<string, Json>>;
  /** Of a repetition: rounds begun and done, the results so far, and the items still to come. */
  readonly rounds?: Rounds;
  /** `true` on a token that is one round of a repetition. */
  readonly round?: true;
  /** Of a complex join that has fired and still takes in late tokens. */
  readonly fired?: true;
  /** Why it stands still, in Spanish, and what `retry` does again: start the events on its border, its work, or only finding its way on. */
  readonly incident?: { readonly reason: string; readonly stage: 'border' | 'work' | 'way' };
};

/** The whole state of a running flow: plain JSON, small, the only thing a case must keep. */
export type FlowState = {
  readonly status: 'running' | 'completed' | 'terminated' | 'failed' | 'cancelled';
  readonly tokens: readonly Token[];
  /** Results of elements under their names; the form's answers come with the environment and aren't kept here. */
  readonly variables: Readonly<Record<string, Json>>;
  /** Number of the next token. */
  readonly next: TokenId;
  /** `outcome` of the last end event that had one. */
  readonly outcome?: string;
  /** How often each repeating timer has fired, by timer id. */
  readonly ticks?: Readonly<Record<string, number>>;
};

/** What may happen to a flow from outside. */
export type Command =
  /** Begins; `at` names a start event when there are several, otherwise the plain one is taken. */
  | { readonly kind: 'start'; readonly variables?: Variables; readonly at?: string }
  /** A task, service call or wait is done; `result` is kept under the element's `v:result`, or its id. */
  | { readonly kind: 'complete'; readonly token: TokenId; readonly result?: unknown }
  | { readonly kind: 'message'; readonly name: string; readonly correlation?: string; readonly variables?: Variables }
  | { readonly kind: 'signal'; readonly name: string; readonly variables?: Variables }
  /** `id` as the effect `startTimer` gave it. */
  | { readonly kind: 'timer'; readonly id: string }
  /** What the token was doing failed with a business error, which a boundary event may catch. */
  | { readonly kind: 'error'; readonly token: TokenId; readonly code: string; readonly reason?: string }
  /** Tries again what ended in an incident, perhaps with variables put right. */
  | { readonly kind: 'retry'; readonly token: TokenId; readonly variables?: Variables }
  | { readonly kind: 'cancel' };

/** One line of the story of a step, in order. */
export type TraceEntry = {
  readonly kind: 'entered' | 'left' | 'cancelled' | 'failed';
  readonly token: TokenId;
  readonly element: string;
  /** The sequence flow taken to enter. */
  readonly via?: string;
  /** Of `failed`: why, in Spanish. Of an `entered` end event: nothing. */
  readonly reason?: string;
  /** Of elements inside a called flow: the ids of the call activities that lead to it, outermost first. */
  readonly path?: readonly string[];
};

/** What the world must do after a step; the caller writes each in the same transaction as the state. */
export type Effect =
  | {
      readonly kind: 'createTask'; readonly token: TokenId; readonly element: string; readonly name?: string;
      readonly unit?: string; readonly taskKind: TaskKind; readonly outcomes: readonly string[];
      readonly fourEyesWith?: string; readonly term?: string;
      /** All `v:` attributes as written, for what the engine doesn't know. */ readonly attributes: Readonly<Record<string, string>>;
      /** What only this round or scope sees, such as the item of a repetition. */ readonly local?: Readonly<Record<string, Json>>;
    }
  | { readonly kind: 'cancelTask'; readonly token: TokenId; readonly element: string }
  /** `parameters` are the other `v:` attributes; those written with a leading `=` have been computed. */
  | { readonly kind: 'callService'; readonly token: TokenId; readonly element: string; readonly service: string; readonly parameters: Readonly<Record<string, Json>> }
  | { readonly kind: 'cancelService'; readonly token: TokenId; readonly element: string }
  /** Goes out and isn't waited for. */
  | { readonly kind: 'send'; readonly token: TokenId; readonly element: string; readonly message: string; readonly to?: Json; readonly parameters: Readonly<Record<string, Json>> }
  | { readonly kind: 'wait'; readonly token: TokenId; readonly element: string; readonly waits: string; readonly correlation?: string }
  | { readonly kind: 'cancelWait'; readonly token: TokenId; readonly element: string }
  | { readonly kind: 'startTimer'; readonly id: string; readonly token: TokenId; readonly element: string; readonly when: TimerWhen }
  | { readonly kind: 'cancelTimer'; readonly id: string }
  /** A signal was thrown: already delivered within this case; the caller may tell other cases. */
  | { readonly kind: 'throwSignal'; readonly name: string; readonly element: string }
  /** The token stands still at the element until `retry`. */
  | { readonly kind: 'incident'; readonly token: TokenId; readonly element: string; readonly reason: string }
  /** The whole flow is over. */
  | { readonly kind: 'end'; readonly ended: 'completed' | 'terminated' | 'error' | 'cancelled'; readonly element?: string; readonly outcome?: string; readonly error?: string };

/** Why a command changed nothing: the task was already done, nobody waits for the message, and so on. */
export type Unapplied = 'already_started' | 'not_started' | 'already_ended' | 'no_such_token' | 'not_waiting' | 'no_such_start' | 'not_awaited' | 'no_incident';

export type StepResult = {
  readonly state: FlowState;
  readonly trace: readonly TraceEntry[];
  readonly effects: readonly Effect[];
  /** Set when the command didn't apply: then the state is as before, and trace and effects are empty. */
  readonly unapplied?: Unapplied;
};

/** Everything a step may know besides its input. */
export type Environment = {
  readonly now: Date;
  /** Variables that are seen but not kept in the state: the form's answers, `solicitante`, `tramite`, `hoy`. The state's own come first. */
  readonly variables?: Variables;
  /** Compiled decisions of the procedure. */
  readonly decisions?: Decisions;
  /** Flows that call activities may run, by id. */
  readonly flows?: Readonly<Record<string, Flow>>;
};

/** Where a case is, for drawing. */
export type Progress = { readonly done?: readonly string[]; readonly current?: readonly string[] };
