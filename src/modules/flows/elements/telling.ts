import { done, halt } from '../domain/moves.ts';
import type { Run } from '../domain/run.ts';
import { ask } from '../domain/tokens.ts';
import type { FlowElement, Token } from '../domain/types.ts';
import { sendMessage } from './parameters.ts';

/** Sends the element's message and goes on; where one of its parameters can't be computed the token stops with the reason. */
export function tellMessage(run: Run, token: Token, element: FlowElement): void {
  const reason = sendMessage(run, token, element);
  return reason === undefined ? done(run, token) : halt(run, token, reason);
}

/** Throws the element's signal to whoever listens and goes on. */
export function tellSignal(run: Run, token: Token, element: FlowElement): void {
  const name = element.trigger?.kind === 'signal' ? element.trigger.name : '';
  ask(run, { kind: 'throwSignal', name, element: element.id });
  run.signals.push(name);
  done(run, token);
}
