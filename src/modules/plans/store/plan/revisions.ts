import type { Db } from '#kernel/db/index.ts';
import type { PlanContent, PlanHead } from '../../domain/plan/plan.ts';

/** An earlier state of what a plan says. */
export type PlanRevision = { readonly revision: number; readonly at: Date };

const revisionsMax = 50;

/** The earlier states of a plan, the latest first; fifty at most. */
export const revisionsOf = (db: Db, { entityId, id, revision }: Pick<PlanHead, 'entityId' | 'id' | 'revision'>): Promise<PlanRevision[]> =>
  db.rows<PlanRevision>(`select revision, at from plans.plan_revision where entity_id = $1 and plan_id = $2 and revision < $3 order by revision desc limit ${revisionsMax}`, [entityId, id, revision]);

/** What a plan said at one of its states; nothing where it had no such state. */
export async function contentAt(db: Db, { entityId, id }: Pick<PlanHead, 'entityId' | 'id'>, revision: number): Promise<PlanContent | undefined> {
  const [row] = await db.rows<{ content: PlanContent }>('select content from plans.plan_revision where entity_id = $1 and plan_id = $2 and revision = $3', [entityId, id, revision]);
  return row?.content;
}
