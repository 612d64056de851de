import type { Answers } from '#modules/forms/index.ts';
import type { Db, Tx } from '#kernel/db/index.ts';
import type { EntityId, PersonId } from '#kernel/ids.ts';
import type { FactKey } from '../domain/follow-up/acts.ts';
import type { Consequence } from '../domain/follow-up/consequences.ts';
import type { State } from '../domain/follow-up/states.ts';

/** What happened to a recommendation, or to a whole examination: who did what and when, and what it led to. */
export type Fact = {
  readonly seq: number; readonly act: FactKey; readonly state: State; readonly detail: Answers;
  readonly termDays: number | null; readonly termNorm: string | null; readonly until: string | null;
  readonly at: Date; readonly by: PersonId; readonly byName: string; readonly byEntityId: EntityId;
};

const columns = 'seq, act, state, detail, term_days as "termDays", term_norm as "termNorm", until::text, at, by, by_name as "byName", by_entity_id as "byEntityId"';

const factsMax = 500;

/** What happened to a recommendation, in order. */
export const factsOf = (db: Db, entityId: EntityId, subjectId: string): Promise<Fact[]> =>
  db.rows<Fact>(`select ${columns} from supervision.fact where entity_id = $1 and subject_id = $2 order by seq limit ${factsMax}`, [entityId, subjectId]);

/** Who did something, for whom. */
export type Actor = { readonly id: PersonId; readonly name: string; readonly entityId: EntityId };

/** One fact to be written about each of these; `seq` is the place it takes in the history of each. */
export type NewFact = { readonly entityId: EntityId; readonly subjectIds: readonly string[]; readonly seq: number; readonly act: FactKey; readonly detail: Answers; readonly leads: Consequence };

/** Writes a fact about each subject whose history ends just before `seq`; gives how many were written. */
export async function appendFacts(tx: Tx, { entityId, subjectIds, seq, act, detail, leads }: NewFact, actor: Actor, now: Date): Promise<number> {
  const rows = await tx.rows(`
    insert into supervision.fact (entity_id, subject_id, seq, act, state, detail, term_days, term_norm, until, at, by, by_name, by_entity_id)
    select $1, s.id, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13 from unnest($2::uuid[]) s(id)
    where coalesce((select max(f.seq) from supervision.fact f where f.entity_id = $1 and f.subject_id = s.id), 0) = $3 - 1
    on conflict do nothing returning 1`,
  [entityId, subjectIds, seq, act, leads.state, JSON.stringify(detail), leads.term?.days ?? null, leads.term?.norm ?? null, leads.until ?? null, now, actor.id, actor.name, actor.entityId]);
  return rows.length;
}
