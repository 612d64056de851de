import { invariant } from '#kernel/errors/index.ts';
import type { Run } from './run.ts';
import type { Effect, Flow, FlowElement, Token, TokenId, TraceEntry } from './types.ts';

/** The number that stands for the whole process where a token is named as the owner of a timer or a wait. */
export const processScope: TokenId = 0;

/** A token by its number, if it is still there. */
export const findToken = (run: Run, id: TokenId): Token | undefined => run.tokens.find((token) => token.id === id);

/** Puts a token on an element without yet doing anything there. */
export function addToken(run: Run, place: Omit<Token, 'id'>): Token {
  const token: Token = { id: run.next, ...place };
  run.next += 1;
  run.tokens.push(token);
  return token;
}

/** Replaces a token by a changed one. */
export function putToken(run: Run, changed: Token): Token {
  const at = run.tokens.findIndex((token) => token.id === changed.id);
  invariant(at >= 0, 'a token that is changed exists');
  run.tokens[at] = changed;
  return changed;
}

/** Takes a token away, without a word. */
export function removeToken(run: Run, id: TokenId): void {
  run.tokens = run.tokens.filter((token) => token.id !== id);
}

/** The tokens of a scope, or those at the top. */
export const tokensInside = (run: Run, scope: TokenId | undefined): readonly Token[] => run.tokens.filter((token) => token.inside === scope);

/** The flow whose elements the tokens inside a scope stand on. */
export function flowInside(run: Run, scope: TokenId | undefined): Flow {
  if (scope === undefined) return run.flow;
  const token = findToken(run, scope);
  invariant(token, 'the scope of a token exists');
  const around = flowInside(run, token.inside);
  const element = around.elements[token.at];
  if (element?.kind !== 'callActivity' || token.rounds) return around;
  const called = run.environment.flows?.[element.called ?? ''];
  invariant(called, 'a called flow that runs is in the environment');
  return called;
}

/** The flow on whose elements a token stands: a called one inside a call. */
export const flowOf = (run: Run, token: Token): Flow => flowInside(run, token.inside);

/** The element on which a token stands. */
export function elementOf(run: Run, token: Token): FlowElement {
  const element = flowOf(run, token).elements[token.at];
  invariant(element, 'a token stands on an element of its flow');
  return element;
}

/** The called activities that lead to a token, outermost first. */
function pathOf(run: Run, token: Token): readonly string[] {
  if (token.inside === undefined) return [];
  const scope = findToken(run, token.inside);
  if (!scope) return [];
  const calls = elementOf(run, scope).kind === 'callActivity' && !scope.rounds;
  return calls ? [...pathOf(run, scope), scope.at] : pathOf(run, scope);
}

/** Adds a line to the story of the step. */
export function tell(run: Run, kind: TraceEntry['kind'], token: Token, about: { readonly via?: string | undefined; readonly reason?: string } = {}): void {
  const path = token.inside === undefined ? [] : pathOf(run, token);
  run.trace.push({
    kind, token: token.id, element: token.at,
    ...(about.via === undefined ? {} : { via: about.via }),
    ...(about.reason === undefined ? {} : { reason: about.reason }),
    ...(path.length === 0 ? {} : { path }),
  });
}

/** Asks something of the world. */
export const ask = (run: Run, effect: Effect): void => void run.effects.push(effect);
