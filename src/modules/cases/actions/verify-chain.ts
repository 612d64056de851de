import type { Db } from '#kernel/db/index.ts';
import type { CaseId } from '#kernel/ids.ts';
import { canonicalJson } from '../domain/canonical.ts';
import { factIn, firstBrokenLink } from '../domain/chain.ts';
import { foldFacts } from '../domain/fold.ts';
import { factsOf, getCase } from '../store/read.ts';

/** What checking a case found: every link holds and the row says what the facts say, or where it fails. */
export type ChainVerdict = { readonly holds: true; readonly facts: number } | { readonly holds: false; readonly reason: string };

/** Checks one case: its chain of hashes from the first fact to the head, and that folding the facts gives the stored state. */
export async function verifyChain(db: Db, id: CaseId): Promise<ChainVerdict> {
  const current = await getCase(db, id);
  const chained = await factsOf(db, id);
  const broken = firstBrokenLink({ case: id }, chained);
  if (broken !== undefined) return { holds: false, reason: `El hecho ${broken} no sigue al anterior.` };
  if (chained.length !== current.seq || chained.at(-1)?.hash !== current.head) return { holds: false, reason: 'Faltan hechos al final.' };
  const folded = foldFacts(chained.map(({ text }) => factIn(text)));
  if (canonicalJson(folded) !== canonicalJson(current.state)) return { holds: false, reason: 'El estado guardado no es el que dicen los hechos.' };
  return { holds: true, facts: chained.length };
}
