import type { Db, Tx } from '#kernel/db/index.ts';
import type { Person } from '#kernel/access.ts';
import type { EntityId } from '#kernel/ids.ts';
import type { EvaluatedGoal, Evaluation, KeptState, Narrative } from '../../domain/evaluation/evaluation.ts';
import type { DeclaredSoFar } from '../../domain/evaluation/prefill.ts';

/** What an entity says of a year, if it has begun. */
export async function findEvaluation(db: Db, entityId: EntityId, year: number): Promise<Evaluation | undefined> {
  const [row] = await db.rows<Evaluation>(`select entity_id as "entityId", year, state, revision, narrative, figures, moved_by as "movedBy", moved_at as "movedAt" from indicators.evaluation where entity_id = $1 and year = $2`, [entityId, year]);
  return row;
}

/** What is written of an evaluation in one step, made from a revision: 0 where there was none. */
export type Written = {
  readonly entityId: EntityId; readonly year: number; readonly from: number; readonly state: KeptState; readonly narrative: Narrative; readonly figures: readonly EvaluatedGoal[] | null;
  readonly step: string; readonly reason: string;
};

/** Writes the next state of an evaluation with its step; false where somebody changed it since it was read. */
export async function writeEvaluation(tx: Tx, { entityId, year, from, state, narrative, figures, step, reason }: Written, person: Person, now: Date): Promise<boolean> {
  const given = [entityId, year, from, state, JSON.stringify(narrative), figures === null ? null : JSON.stringify(figures), now, person.id];
  const rows = from === 0
    ? await tx.rows('insert into indicators.evaluation (entity_id, year, revision, state, narrative, figures, moved_at, moved_by) values ($1, $2, $3::int + 1, $4, $5, $6, $7, $8) on conflict do nothing returning 1', given)
    : await tx.rows('update indicators.evaluation set revision = revision + 1, state = $4, narrative = $5, figures = $6, moved_at = $7, moved_by = $8 where entity_id = $1 and year = $2 and revision = $3 returning 1', given);
  if (rows.length === 0) return false;
  await tx.rows(`insert into indicators.evaluation_step (entity_id, year, revision, step, state, reason, narrative, figures, at, by, by_name)
    select entity_id, year, revision, $3, state, $4, narrative, figures, moved_at, moved_by, $5 from indicators.evaluation where entity_id = $1 and year = $2`, [entityId, year, step, reason, person.name]);
  return true;
}

/** One step that was taken with an evaluation. */
export type EvaluationStepTaken = { readonly step: string; readonly state: KeptState; readonly reason: string; readonly at: Date; readonly byName: string };

const stepsMax = 100;

/** The steps of an evaluation, the newest first; of words written several times in a row only the last. */
export const evaluationStepsOf = (db: Db, entityId: EntityId, year: number): Promise<EvaluationStepTaken[]> => db.rows<EvaluationStepTaken>(`
  select step, state, reason, at, by_name as "byName" from (select *, lead(step) over (order by revision) as next from indicators.evaluation_step where entity_id = $1 and year = $2) s
  where step <> 'write' or next is distinct from 'write' order by revision desc limit ${stepsMax}`, [entityId, year]);

/** What an entity declared for a year, at whatever step it is. */
export const declaredOfYear = (db: Db, entityId: EntityId, year: number): Promise<DeclaredSoFar[]> =>
  db.rows<DeclaredSoFar>(`select indicator, value::float8, state, evidence from indicators.declaration where entity_id = $1 and period_kind = 'year' and period = $2 order by indicator`, [entityId, String(year)]);
