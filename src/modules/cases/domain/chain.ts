import { canonicalJson, genesis, linkHash } from './canonical.ts';
import type { Fact } from './types.ts';

/** A fact as it is stored: its place in the case, its canonical text, and the hash that ties it to the one before. */
export type ChainedFact = { readonly seq: number; readonly type: string; readonly text: string; readonly hash: string };

/** Ties a fact to the case's last one. The case's id and the number are part of the text, so that a fact can't be moved. */
export function chainFact(caseId: string, seq: number, previous: string, fact: Fact): ChainedFact {
  const text = canonicalJson({ case: caseId, seq, ...fact });
  return { seq, type: fact.type, text, hash: linkHash(previous, text) };
}

/** A fact read back from its canonical text, which only `chainFact` writes. */
export const factIn = (text: string): Fact => JSON.parse(text);

/** Number of the first fact that doesn't follow from the one before; `undefined` when the whole chain holds. */
export function firstBrokenLink(caseId: string, facts: readonly ChainedFact[]): number | undefined {
  let previous = genesis;
  for (const [index, fact] of facts.entries()) {
    const own: { readonly case?: unknown; readonly seq?: unknown; readonly type?: unknown } = JSON.parse(fact.text);
    const holds = fact.seq === index + 1 && own.seq === fact.seq && own.case === caseId && own.type === fact.type && linkHash(previous, fact.text) === fact.hash;
    if (!holds) return index + 1;
    previous = fact.hash;
  }
  return undefined;
}
