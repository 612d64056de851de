import type { Run } from './run.ts';
import { ask, elementOf, flowInside, flowOf, processScope, tokensInside } from './tokens.ts';
import type { Flow, FlowElement, TimerWhen, Token, TokenId } from './types.ts';
import { sayTimer, timerWhen } from './timer-when.ts';
import { compute } from './variables.ts';
import { toPlain } from '#kernel/feel/index.ts';

/** Somebody who would hear a message, a signal or a timer: a token that waits, an event on its border, or a whole scope. */
export type Listening = {
  readonly how: 'catch' | 'choice' | 'boundary' | 'scope';
  /** The token that waits or owns the scope; absent for the process itself. */
  readonly owner: Token | undefined;
  /** The event or receive task. */
  readonly element: FlowElement;
};

/** The id under which a timer is started, found again and cancelled. */
export const timerId = (owner: TokenId, element: string): string => `${owner}:${element}`;

/** Name of the message that an element waits for, if it waits for one. */
export const awaitedMessage = (element: FlowElement): string | undefined =>
  element.trigger?.kind === 'message' ? element.trigger.name : undefined;

/** Asks the world for what an event waits for. Returns the reason in Spanish when its time can't be computed. */
export function listen(run: Run, owner: Token | undefined, element: FlowElement): string | undefined {
  const token = owner?.id ?? processScope;
  const waits = awaitedMessage(element);
  if (waits !== undefined) ask(run, { kind: 'wait', token, element: element.id, waits, ...correlationOf(run, owner, element) });
  if (element.trigger?.kind !== 'timer') return undefined;
  const { when, reason } = timeOf(run, owner, element.trigger);
  if (when) ask(run, { kind: 'startTimer', id: timerId(token, element.id), token, element: element.id, when });
  return reason;
}

/** Tells the world that an event isn't waited for any more; `heard` is the one that has just happened. */
export function unlisten(run: Run, owner: Token | undefined, element: FlowElement, heard?: FlowElement): void {
  const token = owner?.id ?? processScope;
  const id = timerId(token, element.id);
  if (Object.hasOwn(run.ticks, id)) run.ticks = Object.fromEntries(Object.entries(run.ticks).filter(([timer]) => timer !== id));
  if (element.id === heard?.id) return;
  if (awaitedMessage(element) !== undefined) ask(run, { kind: 'cancelWait', token, element: element.id });
  if (element.trigger?.kind === 'timer') ask(run, { kind: 'cancelTimer', id });
}

/** Whether what came along is what the element waits for; without `v:correlation` every correlation will do. */
export function correlates(run: Run, heard: Listening, correlation: string | undefined): boolean {
  const written = heard.element.attributes['correlation'];
  if (written === undefined || correlation === undefined) return true;
  return String(compute(run, heard.owner, written.replace(/^=/, '')).value) === correlation;
}

/** Everybody who listens now, in the order of the tokens, the process last. */
export function listeners(run: Run): readonly Listening[] {
  return [...run.tokens.flatMap((token) => listenersAt(run, token)), ...scopeListeners(run, undefined)];
}

function listenersAt(run: Run, token: Token): readonly Listening[] {
  const element = elementOf(run, token);
  const own = token.incident ? [] : ownListeners(run, token, element);
  const boundary = boundaryOf(run, token).map((event): Listening => ({ how: 'boundary', owner: token, element: event }));
  return [...own, ...boundary, ...scopeListeners(run, token)];
}

function ownListeners(run: Run, token: Token, element: FlowElement): readonly Listening[] {
  if (token.rounds) return [];
  if (element.kind === 'catchEvent' || element.kind === 'receiveTask') return [{ how: 'catch', owner: token, element }];
  if (element.kind !== 'eventGateway') return [];
  return choicesOf(flowOf(run, token), element).map((choice) => ({ how: 'choice', owner: token, element: choice }));
}

/** The events among which an event-based gateway chooses. */
export const choicesOf = (flow: Flow, gateway: FlowElement): readonly FlowElement[] =>
  gateway.outgoing.flatMap((id) => flow.elements[flow.flows[id]?.to ?? ''] ?? []);

/** The events on the border of the activity that a token does; none once it is done or when it is one round of many. */
export function boundaryOf(run: Run, token: Token): readonly FlowElement[] {
  if (token.round || token.incident?.stage === 'way' || token.incident?.stage === 'border') return [];
  const flow = flowOf(run, token);
  return (flow.elements[token.at]?.boundary ?? []).flatMap((id) => flow.elements[id] ?? []);
}

/** The starts of the event sub-processes of a scope; none once one of them has interrupted it. */
export function scopeListeners(run: Run, owner: Token | undefined): readonly Listening[] {
  if (owner && !isScope(run, owner)) return [];
  const flow = flowInside(run, owner?.id);
  const key = owner && elementOf(run, owner).kind !== 'callActivity' ? owner.at : '';
  const found = flow.eventSubProcesses[key] ?? [];
  if (found.length === 0 || isInterrupted(run, owner, flow)) return [];
  return found.flatMap((id) => flow.elements[flow.starts[id]?.[0] ?? ''] ?? []).map((element) => ({ how: 'scope', owner, element }));
}

const scopes = new Set<FlowElement['kind']>(['subProcess', 'eventSubProcess', 'callActivity']);

const isScope = (run: Run, token: Token): boolean => !token.rounds && !token.incident && scopes.has(elementOf(run, token).kind);

const isInterrupted = (run: Run, owner: Token | undefined, flow: Flow): boolean =>
  tokensInside(run, owner?.id).some(({ at }) => flow.elements[at]?.kind === 'eventSubProcess' && flow.elements[flow.starts[at]?.[0] ?? '']?.interrupting !== false);

function correlationOf(run: Run, owner: Token | undefined, element: FlowElement): { readonly correlation?: string } {
  const written = element.attributes['correlation'];
  if (written === undefined) return {};
  const { value } = compute(run, owner, written.replace(/^=/, ''));
  return value === null || value === undefined ? {} : { correlation: String(value) };
}

type Timer = Extract<NonNullable<FlowElement['trigger']>, { kind: 'timer' }>;

function timeOf(run: Run, owner: Token | undefined, timer: Timer): { readonly when?: TimerWhen; readonly reason?: string } {
  if (!timer.computed) return { when: timer.when };
  const { kind, text: written } = sayTimer(timer.when);
  const { value, reason } = compute(run, owner, written);
  const text = toPlain(value);
  if (typeof text !== 'string') return { reason: reason ?? `«${written}» debe dar un tiempo, y dio otra cosa.` };
  return { when: timerWhen(kind, text) };
}
