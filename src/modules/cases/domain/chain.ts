import { canonicalJson, genesis, linkHash } from './canonical.ts';
import type { Fact } from './types.ts';

/** A fact as it is stored: its place in the chain, its canonical text, and the hash that ties it to the one before. */
export type ChainedFact = { readonly seq: number; readonly type: string; readonly text: string; readonly hash: string };

/** Whose facts a chain holds, such as `{ case: '0190…' }`. */
export type ChainOf = Readonly<Record<string, string>>;

/** Ties a fact to the last one of its chain; `previous` is its hash, or `genesis` before the first. Whose it is and its number are part of the text, so that a fact can't be moved. */
export function chainFact(of: ChainOf, seq: number, previous: string, fact: { readonly type: string }): ChainedFact {
  const text = canonicalJson({ ...of, seq, ...fact });
  return { seq, type: fact.type, text, hash: linkHash(previous, text) };
}

/** A fact read back from its canonical text, which only `chainFact` writes. */
export const factIn = (text: string): Fact => JSON.parse(text);

/** Number of the first fact that doesn't follow from the one before; `undefined` when the whole chain holds. */
export function firstBrokenLink(of: ChainOf, facts: readonly ChainedFact[]): number | undefined {
  let previous = genesis;
  for (const [index, fact] of facts.entries()) {
    const own: Readonly<Record<string, unknown>> = JSON.parse(fact.text);
    const isOwn = Object.entries(of).every(([name, id]) => own[name] === id);
    const holds = fact.seq === index + 1 && own.seq === fact.seq && isOwn && own.type === fact.type && linkHash(previous, fact.text) === fact.hash;
    if (!holds) return index + 1;
    previous = fact.hash;
  }
  return undefined;
}
