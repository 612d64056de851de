import type { Answers } from '#modules/forms/index.ts';
import type { Db, Tx } from '#kernel/db/index.ts';
import type { StepKept } from '../../domain/ninety-days/step.ts';
import type { Programme } from '../../domain/ninety-days/programme.ts';
import { refuse } from '../../errors.ts';
import type { Keeper } from '../entries.ts';

type Of = Pick<Programme, 'entityId' | 'id'>;

/** What was kept of the steps of a programme. */
export const stepsKept = (db: Db, { entityId, id }: Of): Promise<StepKept[]> =>
  db.rows<StepKept>('select number, answers, revision from planning.programme_step where entity_id = $1 and programme_id = $2 order by number', [entityId, id]);

/** What a step was said to be at a time, and by whom. */
export type StepChange = { readonly revision: number; readonly answers: Answers; readonly at: Date; readonly byName: string };

const changesMax = 50;

/** How a step came to be what it is, the newest first. */
export const changesOf = (db: Db, { entityId, id }: Of, number: number): Promise<StepChange[]> => db.rows<StepChange>(`
  select revision, answers, changed_at as at, by_name as "byName" from planning.programme_step_change
  where entity_id = $1 and programme_id = $2 and number = $3 order by revision desc limit ${changesMax}`, [entityId, id, number]);

/** Keeps a step and what it was said to be; refuses a state that somebody else has changed since `revision`, which is 0 while nobody has touched it. */
export async function keepStep(tx: Tx, { entityId, by, byName, now }: Keeper & { readonly byName: string }, { id }: Of, number: number, revision: number, answers: Answers): Promise<void> {
  const kept = await tx.rows(`
    with changed as (
      insert into planning.programme_step as s (entity_id, programme_id, number, answers, revision) select $1, $2, $3, $5, 1 where $4 = 0
      on conflict do nothing returning revision
    ), updated as (
      update planning.programme_step set answers = $5, revision = revision + 1 where entity_id = $1 and programme_id = $2 and number = $3 and revision = $4 and $4 > 0 returning revision
    )
    insert into planning.programme_step_change (entity_id, programme_id, number, revision, answers, changed_at, changed_by, by_name)
    select $1, $2, $3, revision, $5, $6, $7, $8 from (select * from changed union all select * from updated) as kept returning revision`,
  [entityId, id, number, revision, JSON.stringify(answers), now, by, byName]);
  if (kept.length === 0) refuse('programme_changed');
}
