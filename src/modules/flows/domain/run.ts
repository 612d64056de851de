import type { Node, Note } from '../bpmn/node.ts';
import type { Effect, ElementKind, Environment, Flow, FlowElement, FlowState, Json, Token, TokenId, TraceEntry, Variables } from './types.ts';

/** Something that the drain must still do with a token: let it arrive where it stands, do its work again, or go on because its work is done. */
export type Due = { readonly what: 'arrive' | 'resume' | 'done'; readonly token: TokenId };

/** The working copy of one step. It is made from the state, changed freely, and turned into a new state; nobody else sees it. */
export type Run = {
  readonly flow: Flow;
  readonly environment: Environment;
  readonly leaves: Leaves;
  tokens: Token[];
  variables: Readonly<Record<string, Json>>;
  next: TokenId;
  status: FlowState['status'];
  outcome: string | undefined;
  ticks: Readonly<Record<string, number>>;
  readonly trace: TraceEntry[];
  readonly effects: Effect[];
  queue: Due[];
  /** Signals thrown in this step; they are heard once everything that moves has come to rest. */
  readonly signals: string[];
  /** Environment and state variables in one, made when first needed. */
  seen: Variables | undefined;
};

/** How a token goes on: by the first flow that holds, by every one that holds, by all, or as activities do. */
export type Routing = 'first' | 'holding' | 'all' | 'activity';

/** One kind of element: how it is read, what it does, what it leaves behind. One folder each; `elements/index.ts` lists them. */
export type Leaf = {
  readonly kind: ElementKind;
  /** Name of the BPMN type that it reads. */
  readonly bpmn: string;
  /** Name and purpose for designers, in Spanish; the generated reference shows them. */
  readonly name: string;
  readonly does: string;
  /** Attributes of the `v:` namespace that it understands; `any` where they are parameters for a service. */
  readonly attributes: readonly string[] | 'any';
  /** Activities may repeat and carry boundary events. */
  readonly activity?: true;
  readonly routing?: Routing;
  /** What it reads from the file besides what every element has. */
  readonly read?: (node: Node, note: Note) => Partial<FlowElement>;
  /** A token has come. The leaf calls `done` or leaves the token waiting. */
  readonly enter: (run: Run, token: Token, element: FlowElement) => void;
  /** Whether the command `complete` may end the wait of a token here. */
  readonly completable?: true;
  /** The work is done, the token is about to go on. */
  readonly finish?: (run: Run, token: Token, element: FlowElement) => void;
  /** The token is taken away before it was done: undo what `enter` asked of the world. */
  readonly withdraw?: (run: Run, token: Token, element: FlowElement) => void;
  /**
   * Everything is at rest: may the tokens that wait here in one scope go on? Says whether anything moved. `last` is true once every
   * other join has refused: then joins that wait for one another in a circle mustn't count.
   */
  readonly settle?: (run: Run, waiting: readonly Token[], element: FlowElement, last: boolean) => boolean;
};

export type Leaves = Readonly<Record<ElementKind, Leaf>>;

/** Opens a step on a state. */
export function openRun(flow: Flow, state: FlowState, environment: Environment, leaves: Leaves): Run {
  return {
    flow, environment, leaves, tokens: [...state.tokens], variables: state.variables, next: state.next, status: state.status,
    outcome: state.outcome, ticks: state.ticks ?? {}, trace: [], effects: [], queue: [], signals: [], seen: undefined,
  };
}

/** The state that a step has come to; members that say nothing are left out, to keep it small. */
export function closeRun(run: Run): FlowState {
  return {
    status: run.status, tokens: run.tokens, variables: run.variables, next: run.next,
    ...(run.outcome === undefined ? {} : { outcome: run.outcome }),
    ...(Object.keys(run.ticks).length === 0 ? {} : { ticks: run.ticks }),
  };
}
