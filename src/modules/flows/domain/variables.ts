import { compileFeel, toPlain, tryFeel, type FeelOutcome } from '#kernel/feel/index.ts';
import type { Run } from './run.ts';
import { findToken, putToken } from './tokens.ts';
import type { FlowElement, Json, Token, Variables } from './types.ts';

/**
 * Every variable that a token sees: the environment's, the state's, and what its scopes keep for themselves, inner before outer. Where only some
 * `names` are asked for and the state has them all, the environment's need not be worked out.
 */
export function visible(run: Run, token: Token | undefined, names?: readonly string[]): Variables {
  const base = names?.every((name) => Object.hasOwn(run.variables, name)) ? run.variables : (run.seen ??= { ...run.environment.variables, ...run.variables });
  return token === undefined ? base : within(run, token, base);
}

function within(run: Run, token: Token, base: Variables): Variables {
  const scope = token.inside === undefined ? undefined : findToken(run, token.inside);
  const outer = scope ? within(run, scope, base) : base;
  const counted = token.round && scope?.rounds?.total === undefined ? { ...outer, loopCounter: scope?.rounds?.begun ?? 1 } : outer;
  return token.local ? { ...counted, ...token.local } : counted;
}

/** Keeps a value under a name in the innermost scope that has variables of its own, or in the state. */
export function keep(run: Run, token: Token | undefined, name: string, value: unknown): void {
  const plain: Json = toPlain(value);
  for (let at = token && findToken(run, token.id); at; at = at.inside === undefined ? undefined : findToken(run, at.inside)) {
    if (at.local) return void putToken(run, { ...at, local: { ...at.local, [name]: plain } });
  }
  run.variables = { ...run.variables, [name]: plain };
  run.seen = undefined;
}

/** Name under which the result of an element is kept. */
export const resultName = (element: FlowElement): string => element.attributes['result'] ?? element.id;

/** The value of an expression as a token sees it, or why there is none. */
export function compute(run: Run, token: Token | undefined, text: string, more: Variables = {}): FeelOutcome {
  const { expression, problem } = compileFeel(text);
  if (!expression) return { value: null, reason: `«${text}» no puede leerse: ${problem?.message ?? ''}` };
  const seen = visible(run, token, expression.names);
  return tryFeel(expression, Object.keys(more).length === 0 ? seen : { ...seen, ...more });
}

/** Whether a condition holds; a reason when it gave neither yes nor no because something was missing or isn't a condition. */
export function holds(run: Run, token: Token | undefined, text: string, more: Variables = {}): { readonly yes: boolean; readonly reason?: string } {
  const { value, reason } = compute(run, token, text, more);
  if (typeof value === 'boolean') return { yes: value };
  if (value === null || value === undefined) return reason === undefined ? { yes: false } : { yes: false, reason };
  return { yes: false, reason: `«${text}» debe dar sí o no, y dio otra cosa.` };
}

/** An attribute's value: computed when it is written with a leading `=`, otherwise as it is. */
export function attributeValue(run: Run, token: Token, written: string): { readonly value: Json; readonly reason?: string } {
  if (!written.startsWith('=')) return { value: written };
  const { value, reason } = compute(run, token, written.slice(1));
  return reason === undefined ? { value: toPlain(value) } : { value: null, reason };
}
