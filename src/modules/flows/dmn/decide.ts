import type { Decisions, Variables } from '../domain/types.ts';

/** The answer of a decision. */
export function decide(decisions: Decisions | undefined, id: string, variables: Variables): { readonly value: unknown; readonly reason?: string } {
  void variables;
  return { value: null, reason: `No se encuentra la decisión «${id}»${decisions ? '' : '.'}` };
}
