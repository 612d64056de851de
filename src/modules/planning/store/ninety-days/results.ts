import type { Db, Tx } from '#kernel/db/index.ts';
import { newId } from '#kernel/ids.ts';
import type { Programme } from '../../domain/ninety-days/programme.ts';
import { resultOf, type KeyResult, type Measure, type ResultId, type ResultKept } from '../../domain/ninety-days/results.ts';
import { refuse } from '../../errors.ts';
import type { Keeper } from '../entries.ts';

type Of = Pick<Programme, 'entityId' | 'id'>;

/** How many key results a programme may have. */
export const resultsMax = 40;

const measuresMax = 4_000;

/** The key results of a programme with their values, in the order in which they were added. */
export async function resultsOf(db: Db, { entityId, id }: Of): Promise<readonly KeyResult[]> {
  const kept = await db.rows<ResultKept>(`select id, answers, revision from planning.programme_result where entity_id = $1 and programme_id = $2 order by id limit ${resultsMax}`, [entityId, id]);
  const measures = await db.rows<Measure & { resultId: ResultId }>(`
    select * from (select result_id as "resultId", id, day::text, value, note, by_name as "byName" from planning.programme_measure where entity_id = $1 and programme_id = $2 order by id desc limit ${measuresMax}) as latest order by id`, [entityId, id]);
  return kept.map((result) => resultOf(result, measures.filter(({ resultId }) => resultId === result.id).map(({ day, value, note, byName }) => ({ day, value, note, byName }))));
}

/** Adds a key result; refuses one whose name is there already, so that pressing twice adds one, and one more than a programme may have. */
export async function addResult(tx: Tx, { entityId }: Keeper, { id }: Of, result: Omit<ResultKept, 'revision'>): Promise<void> {
  await tx.rows('select from planning.programme where entity_id = $1 and id = $2 for update', [entityId, id]);
  const [known] = await tx.rows(`select from planning.programme_result where entity_id = $1 and programme_id = $2 and answers->>'nombre' = $3`, [entityId, id, String(result.answers.nombre)]);
  if (known) refuse('result_known');
  const added = await tx.rows(`
    insert into planning.programme_result (entity_id, programme_id, id, answers, revision) select $1, $2, $3, $4, 1
    where (select count(*) from planning.programme_result where entity_id = $1 and programme_id = $2) < ${resultsMax} returning id`, [entityId, id, result.id, JSON.stringify(result.answers)]);
  if (added.length === 0) refuse('too_many_results', { max: resultsMax });
}

/** Keeps what changed of a key result; refuses a state that somebody else has changed. */
export async function changeResult(tx: Tx, { entityId }: Keeper, { id }: Of, result: ResultKept): Promise<void> {
  const changed = await tx.rows('update planning.programme_result set answers = $4, revision = revision + 1 where entity_id = $1 and programme_id = $2 and id = $3 and revision = $5 returning id', [entityId, id, result.id, JSON.stringify(result.answers), result.revision]);
  if (changed.length === 0) refuse('programme_changed');
}

/** Writes a value of a key result down. */
export const addMeasure = (tx: Tx, { entityId, by, now }: Keeper, { id }: Of, resultId: ResultId, { day, value, note, byName }: Measure): Promise<unknown> => tx.rows(`
  insert into planning.programme_measure (entity_id, programme_id, result_id, id, day, value, note, measured_at, measured_by, by_name) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
[entityId, id, resultId, newId(now), day, value, note, now, by, byName]);
