import { audit } from '#kernel/audit/index.ts';
import type { Db } from '#kernel/db/index.ts';
import type { Plan, PlanId } from '../../domain/plan/plan.ts';
import { refuse } from '../../errors.ts';
import { insertPlan, type Beginning } from '../../store/plan/plans.ts';
import type { Planner } from './keep-content.ts';

/** Begins the next version of the entity's plan; refuses where somebody else has begun it in the same moment. */
export const beginPlan = (db: Db, planner: Planner, beginning: Beginning, now: Date): Promise<PlanId> => db.transaction(async (tx) => {
  const id = await insertPlan(tx, { entityId: planner.entityId, by: planner.id, now }, beginning) ?? refuse('begun_meanwhile');
  await audit(tx, { action: 'plans.plan_begun', subject: `plan:${id}`, person: planner, detail: { example: beginning.isExample } });
  return id;
});

/** Begins a new version with what a plan says, while that one stays as it is. */
export const newVersion = (db: Db, planner: Planner, { title, fromYear, toYear, content, isExample }: Plan, now: Date): Promise<PlanId> =>
  beginPlan(db, planner, { title, fromYear, toYear, content, isExample }, now);
