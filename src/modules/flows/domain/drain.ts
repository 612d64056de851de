import { boundaryOf, listen, unlisten } from './listening.ts';
import { broadcast } from './fire.ts';
import { halt, leave } from './moves.ts';
import { resumeRepeat, roundDone } from './repeat.ts';
import type { Due, Run } from './run.ts';
import { elementOf, findToken } from './tokens.ts';
import type { FlowElement, Token } from './types.ts';

/** Most moves in one step; a flow that goes round without ever waiting is stopped with an incident. */
const movesMax = 20_000;

/** Does everything that can be done without the world: until every token waits or the flow is over. */
export function drain(run: Run): void {
  let moves = 0;
  do {
    for (let due = run.queue.shift(); due; due = run.queue.shift()) {
      moves += 1;
      const token = findToken(run, due.token);
      if (!token || run.status !== 'running') continue;
      if (moves > movesMax) halt(run, token, `El flujo dio más de ${movesMax} pasos seguidos sin detenerse. Revise si da vueltas sin salida.`);
      else proceed(run, token, due);
    }
  } while (run.status === 'running' && (settle(run, false) || signal(run) || settle(run, true)));
}

function proceed(run: Run, token: Token, due: Due): void {
  if (due.what === 'done') return goOn(run, token);
  const reason = due.what === 'arrive' ? openBorder(run, token) : undefined;
  if (reason !== undefined) return halt(run, token, reason, 'border');
  const element = elementOf(run, token);
  if (element.repeat && !token.round) return resumeRepeat(run, token, element.repeat);
  run.leaves[element.kind].enter(run, token, element);
}

function goOn(run: Run, token: Token): void {
  const element = elementOf(run, token);
  if (token.round) return roundDone(run, token);
  run.leaves[element.kind].finish?.(run, token, element);
  leave(run, findToken(run, token.id) ?? token);
}

/** Starts the timers and waits on the border of an activity, all or none. */
function openBorder(run: Run, token: Token): string | undefined {
  const opened: FlowElement[] = [];
  for (const event of boundaryOf(run, token)) {
    const reason = listen(run, token, event);
    if (reason !== undefined) {
      for (const before of opened) unlisten(run, token, before);
      return reason;
    }
    opened.push(event);
  }
  return undefined;
}

/** Gives the joins that wait for what may still come a chance, first come first. */
function settle(run: Run, last: boolean): boolean {
  for (const token of run.tokens) {
    const element = elementOf(run, token);
    const leaf = run.leaves[element.kind];
    if (!leaf.settle || token.incident) continue;
    const waiting = run.tokens.filter((other) => other.at === token.at && other.inside === token.inside && !other.incident);
    if (leaf.settle(run, waiting, element, last)) return true;
  }
  return false;
}

function signal(run: Run): boolean {
  const name = run.signals.shift();
  if (name === undefined) return false;
  broadcast(run, name);
  return true;
}
