import { leaves } from '../elements/index.ts';
import { broadcast, fire, isSpent, openScope, throwFrom } from './fire.ts';
import { awaitedMessage, correlates, listeners, timerId, unlisten } from './listening.ts';
import { drain } from './drain.ts';
import { done, enter, finish, halt } from './moves.ts';
import { closeRun, openRun, type Run } from './run.ts';
import { elementOf, findToken, processScope, putToken } from './tokens.ts';
import type { Command, Environment, Flow, FlowState, StepResult, Unapplied } from './types.ts';
import { keep, resultName } from './variables.ts';

const notStarted: FlowState = { status: 'running', tokens: [], variables: {}, next: 1 };

/**
 * What one command makes of a flow: a new state, the story of what happened, and what the world must do. Pure: the same input gives the
 * same result, nothing given is changed. Never throws for what a designer wrote: what can't be computed becomes an incident.
 */
export function step(flow: Flow, state: FlowState | undefined, command: Command, environment: Environment): StepResult {
  const before = state ?? notStarted;
  const early = isEarly(state, command);
  if (early) return { state: before, trace: [], effects: [], unapplied: early };
  const run = openRun(flow, before, environment, leaves);
  const unapplied = apply(run, command);
  if (unapplied) return { state: before, trace: [], effects: [], unapplied };
  drain(run);
  return { state: closeRun(run), trace: run.trace, effects: run.effects };
}

function isEarly(state: FlowState | undefined, command: Command): Unapplied | undefined {
  if (command.kind === 'start') return state ? 'already_started' : undefined;
  if (!state) return 'not_started';
  return state.status === 'running' ? undefined : 'already_ended';
}

const again = { border: 'arrive', work: 'resume', way: 'done' } as const;

type Applying = { readonly [Kind in Command['kind']]: (run: Run, command: Extract<Command, { kind: Kind }>) => Unapplied | undefined };

const applying: Applying = {
  start: (run, { variables, at }) => {
    const first = startOf(run.flow, at);
    if (first === undefined) return 'no_such_start';
    for (const [name, value] of Object.entries(variables ?? {})) keep(run, undefined, name, value);
    const token = enter(run, first, undefined);
    const reason = openScope(run, undefined);
    if (reason !== undefined) halt(run, token, reason);
    return undefined;
  },
  complete: (run, { token: id, result }) => {
    const token = findToken(run, id);
    if (!token) return 'no_such_token';
    const element = elementOf(run, token);
    if (!run.leaves[element.kind].completable || token.rounds || token.incident) return 'not_waiting';
    if (element.trigger) unlisten(run, token, element);
    if (result !== undefined) keep(run, token, resultName(element), result);
    done(run, token);
    return undefined;
  },
  message: (run, { name, correlation, variables }) => {
    const heard = listeners(run).find((listening) => awaitedMessage(listening.element) === name && correlates(run, listening, correlation));
    if (!heard) return 'not_awaited';
    fire(run, heard, variables);
    return undefined;
  },
  signal: (run, { name, variables }) => (broadcast(run, name, variables) === 0 ? 'not_awaited' : undefined),
  timer: (run, { id }) => {
    const heard = listeners(run).find(({ owner, element }) => element.trigger?.kind === 'timer' && timerId(owner?.id ?? processScope, element.id) === id);
    if (!heard || isSpent(run, heard.owner, heard.element)) return 'not_awaited';
    fire(run, heard);
    return undefined;
  },
  error: (run, { token: id, code, reason }) => {
    const token = findToken(run, id);
    if (!token) return 'no_such_token';
    const payload = { code, reason: reason ?? null };
    if (throwFrom(run, token, { kind: 'error', code, payload })) return undefined;
    const element = elementOf(run, token);
    if (!token.incident && !token.rounds) run.leaves[element.kind].withdraw?.(run, token, element);
    halt(run, token, `Falló con el código «${code}», que el flujo no atiende.${reason === undefined ? '' : ` ${reason}`}`);
    return undefined;
  },
  retry: (run, { token: id, variables }) => {
    const token = findToken(run, id);
    if (!token) return 'no_such_token';
    if (!token.incident) return 'no_incident';
    const { incident, ...mended } = token;
    putToken(run, mended);
    for (const [name, value] of Object.entries(variables ?? {})) keep(run, mended, name, value);
    run.queue.push({ what: again[incident.stage], token: id });
    return undefined;
  },
  cancel: (run) => {
    finish(run, 'cancelled');
    return undefined;
  },
};

function apply(run: Run, command: Command): Unapplied | undefined {
  switch (command.kind) {
    case 'start': return applying.start(run, command);
    case 'complete': return applying.complete(run, command);
    case 'message': return applying.message(run, command);
    case 'signal': return applying.signal(run, command);
    case 'timer': return applying.timer(run, command);
    case 'error': return applying.error(run, command);
    case 'retry': return applying.retry(run, command);
    case 'cancel': return applying.cancel(run, command);
  }
}

function startOf(flow: Flow, at: string | undefined): string | undefined {
  const starts = flow.starts[''] ?? [];
  if (at !== undefined) return starts.find((id) => id === at);
  return starts.find((id) => flow.elements[id]?.trigger === undefined) ?? (starts.length === 1 ? starts[0] : undefined);
}
