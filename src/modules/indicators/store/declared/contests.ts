import type { Db, Tx } from '#kernel/db/index.ts';
import type { Person } from '#kernel/access.ts';
import { newId, type EntityId } from '#kernel/ids.ts';
import type { Contest, ContestId } from '../../domain/declared/contest.ts';
import { refuse } from '../../errors.ts';

const contests = `
  select c.entity_id as "entityId", c.id, e.name as "entityName", c.indicator, c.period, c.value::float8, c.reason, c.evidence, c.contested_at as "contestedAt", c.contested_by as "contestedBy", c.contested_by_name as "contestedByName",
    a.accepted, a.answer, a.answered_at as "answeredAt", a.answered_by_name as "answeredByName"
  from indicators.contest c join identity.v_entity e on e.id = c.entity_id left join indicators.contest_answer a on a.entity_id = c.entity_id and a.contest_id = c.id`;

/** Contested figures of an entity, or of all, the newest first; those after an id. */
export const contestsOf = (db: Db, entityId: EntityId | undefined, before: ContestId | undefined, limit: number): Promise<Contest[]> =>
  db.rows<Contest>(`${contests} where ($1::uuid is null or c.entity_id = $1) and ($2::uuid is null or c.id < $2) order by c.id desc limit $3`, [entityId ?? null, before ?? null, limit]);

/** A contested figure, or a refusal; of one entity where one is named. */
export async function getContest(db: Db, id: ContestId | undefined, entityId: EntityId | undefined): Promise<Contest> {
  const [row] = id === undefined ? [] : await db.rows<Contest>(`${contests} where c.id = $1 and ($2::uuid is null or c.entity_id = $2)`, [id, entityId ?? null]);
  return row ?? refuse('contest_not_found');
}

/** How many entities contest a figure of an indicator and year, and how many of them have no answer yet. */
export async function countContests(db: Db, indicator: string, year: string): Promise<{ readonly all: number; readonly open: number }> {
  const [row] = await db.rows<{ all: number; open: number }>(`
    select count(*)::int as all, (count(*) filter (where a.contest_id is null))::int as open from indicators.contest c left join indicators.contest_answer a on a.entity_id = c.entity_id and a.contest_id = c.id
    where c.indicator = $1 and c.period_kind = 'year' and c.period = $2`, [indicator, year]);
  return row ?? { all: 0, open: 0 };
}

/** Which figure is contested. */
export type Contested = { readonly entityId: EntityId; readonly indicator: string; readonly year: string };

/** Holds a computed figure; gives its value and whether a contest of it waits for an answer. `undefined` where nothing was computed. */
export async function holdFigure(tx: Tx, { entityId, indicator, year }: Contested): Promise<{ readonly value: number | null; readonly waits: boolean } | undefined> {
  const [row] = await tx.rows<{ value: number | null }>(`select value::float8 from indicators.observation where entity_id = $1 and indicator = $2 and period_kind = 'year' and period = $3 and origin = 'computed' for update`, [entityId, indicator, year]);
  if (!row) return undefined;
  const waiting = await tx.rows(`select 1 from indicators.contest c where c.entity_id = $1 and c.indicator = $2 and c.period_kind = 'year' and c.period = $3 and not exists (select 1 from indicators.contest_answer a where a.entity_id = c.entity_id and a.contest_id = c.id)`, [entityId, indicator, year]);
  return { value: row.value, waits: waiting.length > 0 };
}

/** Writes that a figure is contested. */
export async function insertContest(tx: Tx, { entityId, indicator, year }: Contested, value: number | null, { reason, evidence }: { readonly reason: string; readonly evidence: string }, person: Person, now: Date): Promise<ContestId> {
  const id: ContestId = newId(now);
  await tx.rows(`insert into indicators.contest (entity_id, id, indicator, period_kind, period, value, reason, evidence, contested_at, contested_by, contested_by_name) values ($1, $2, $3, 'year', $4, $5, $6, $7, $8, $9, $10)`, [entityId, id, indicator, year, value, reason, evidence, now, person.id, person.name]);
  return id;
}

/** Writes the answer; false where there is one already. */
export async function insertAnswer(tx: Tx, { entityId, id }: Pick<Contest, 'entityId' | 'id'>, accepted: boolean, answer: string, person: Person, now: Date): Promise<boolean> {
  return (await tx.rows('insert into indicators.contest_answer (entity_id, contest_id, accepted, answer, answered_at, answered_by, answered_by_name) values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning 1', [entityId, id, accepted, answer, now, person.id, person.name])).length > 0;
}
