import type { Db } from '#kernel/db/index.ts';
import type { CaseId } from '#kernel/ids.ts';
import { factIn } from '../domain/chain.ts';
import type { Fact } from '../domain/types.ts';
import { factsOf } from './read.ts';

/** The facts of a case in order, read back from their canonical text. */
export async function readFacts(db: Db, id: CaseId): Promise<Fact[]> {
  const chained = await factsOf(db, id);
  return chained.map(({ text }) => factIn(text));
}

/** One fact of a case; `undefined` where it has none of that number. */
export async function readFact(db: Db, id: CaseId, seq: number): Promise<Fact | undefined> {
  const [row] = await db.rows<{ text: string }>('select text from cases.fact where case_id = $1 and seq = $2', [id, seq]);
  return row && factIn(row.text);
}
