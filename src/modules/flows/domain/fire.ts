import { choicesOf, listen, listeners, timerId, unlisten, type Listening } from './listening.ts';
import { cancel, closeScope, depart, done, emptied, enter, finish } from './moves.ts';
import type { Run } from './run.ts';
import { elementOf, findToken, flowInside, flowOf, processScope, tokensInside } from './tokens.ts';
import type { FlowElement, Token, Trigger } from './types.ts';
import { keep, resultName } from './variables.ts';

/** What an event waits for has happened: whoever listens goes on, or is interrupted, with what came along. */
export function fire(run: Run, heard: Listening, payload?: unknown): void {
  if (heard.how === 'catch' && heard.owner) return fireCatch(run, heard.owner, heard.element, payload);
  if (heard.how === 'choice' && heard.owner) return fireChoice(run, heard.owner, heard.element, payload);
  if (heard.how === 'boundary' && heard.owner) return fireBoundary(run, heard.owner, heard.element, payload);
  return fireScope(run, heard.owner, heard.element, payload);
}

/** Lets everybody who waits for a signal hear it; says how many did. */
export function broadcast(run: Run, name: string, payload?: unknown): number {
  const hearing = listeners(run).filter(({ element }) => element.trigger?.kind === 'signal' && element.trigger.name === name);
  const still = hearing.filter((heard) => {
    if (heard.owner && !findToken(run, heard.owner.id)) return false;
    fire(run, heard, payload);
    return true;
  });
  return still.length;
}

function fireCatch(run: Run, token: Token, element: FlowElement, payload: unknown): void {
  if (payload !== undefined) keep(run, token, resultName(element), payload);
  done(run, token);
}

function fireChoice(run: Run, token: Token, chosen: FlowElement, payload: unknown): void {
  const flow = flowOf(run, token);
  const gateway = elementOf(run, token);
  for (const choice of choicesOf(flow, gateway)) unlisten(run, token, choice, chosen);
  const along = gateway.outgoing.flatMap((id) => flow.flows[id] ?? []).filter(({ to }) => to === chosen.id).slice(0, 1);
  depart(run, token, along);
  passThrough(run, payload);
}

/** The token entered last has already what it would wait for. */
function passThrough(run: Run, payload: unknown): void {
  const due = run.queue.pop();
  const token = due && findToken(run, due.token);
  if (!token) return;
  if (payload !== undefined) keep(run, token, resultName(elementOf(run, token)), payload);
  done(run, token);
}

function fireBoundary(run: Run, host: Token, event: FlowElement, payload: unknown): void {
  const again = event.interrupting === false && tick(run, host, event);
  const entered = (): void => {
    const token = enter(run, event.id, host.inside);
    if (payload !== undefined) keep(run, token, resultName(event), payload);
  };
  if (event.interrupting !== false) cancel(run, host, event);
  entered();
  if (again) listen(run, host, event);
}

function fireScope(run: Run, owner: Token | undefined, start: FlowElement, payload: unknown): void {
  const again = start.interrupting === false && tick(run, owner, start);
  if (start.interrupting !== false) {
    closeScope(run, owner, start);
    for (const token of tokensInside(run, owner?.id)) cancel(run, token);
  }
  const scope = enter(run, start.inside ?? '', owner?.id);
  if (payload !== undefined) keep(run, scope, resultName(start), payload);
  if (again) listen(run, owner, start);
}

/** Counts a timer that lets its owner go on; says whether it must be waited for again. */
function tick(run: Run, owner: Token | undefined, event: FlowElement): boolean {
  const trigger = event.trigger;
  if (trigger?.kind === 'message') return true;
  if (trigger?.kind !== 'timer') return false;
  const id = timerId(owner?.id ?? processScope, event.id);
  run.ticks = { ...run.ticks, [id]: (run.ticks[id] ?? 0) + 1 };
  return !isSpent(run, owner, event);
}

/** Whether a timer has already fired as often as it may: a second delivery must change nothing. */
export function isSpent(run: Run, owner: Token | undefined, event: FlowElement): boolean {
  const trigger = event.trigger;
  if (trigger?.kind !== 'timer') return false;
  const most = 'cycle' in trigger.when ? /^R(\d*)\//.exec(trigger.when.cycle)?.[1] : '1';
  return most !== undefined && most !== '' && (run.ticks[timerId(owner?.id ?? processScope, event.id)] ?? 0) >= Number(most);
}

type Thrown = { readonly kind: 'error' | 'escalation'; readonly code: string | undefined; readonly payload?: unknown };

/** Looks for whoever catches an error or escalation, from a token outwards to the process; says whether somebody did. */
export function throwFrom(run: Run, token: Token | undefined, thrown: Thrown): boolean {
  const heard = catcherOf(run, token, thrown);
  if (!heard) return false;
  fire(run, heard, thrown.payload ?? { code: thrown.code ?? null });
  return true;
}

function catcherOf(run: Run, token: Token | undefined, thrown: Thrown): Listening | undefined {
  const reachable = listeners(run).filter(({ element }) => catches(element.trigger, thrown));
  for (let at = token; at; at = at.inside === undefined ? undefined : findToken(run, at.inside)) {
    const id = at.id;
    const found = best(reachable.filter(({ how, owner }) => (how === 'boundary' || how === 'scope') && owner?.id === id), thrown);
    if (found) return found;
  }
  return best(reachable.filter(({ how, owner }) => how === 'scope' && owner === undefined), thrown);
}

const catches = (trigger: Trigger | undefined, thrown: Thrown): boolean =>
  trigger?.kind === thrown.kind && (trigger.code === undefined || trigger.code === thrown.code);

/** An event that names the code comes before one that takes every code. */
const best = (found: readonly Listening[], thrown: Thrown): Listening | undefined =>
  found.find(({ element }) => element.trigger?.kind === thrown.kind && element.trigger.code === thrown.code) ?? found[0];

/** Ends the scope of a token at once, with everything in it. */
export function terminate(run: Run, token: Token): void {
  const owner = token.inside === undefined ? undefined : findToken(run, token.inside);
  if (!owner) return finish(run, 'terminated', { element: token.at });
  for (const other of tokensInside(run, owner.id)) cancel(run, other);
  emptied(run, owner.id);
}

/** Opens the event sub-processes of a scope. Says why when a timer can't be computed. */
export function openScope(run: Run, owner: Token | undefined): string | undefined {
  const flow = flowInside(run, owner?.id);
  const key = owner && elementOf(run, owner).kind !== 'callActivity' ? owner.at : '';
  const starts = (flow.eventSubProcesses[key] ?? []).flatMap((id) => flow.elements[flow.starts[id]?.[0] ?? ''] ?? []);
  return starts.map((start) => listen(run, owner, start)).find((reason) => reason !== undefined);
}
