import type { Person } from '#kernel/access.ts';
import { audit } from '#kernel/audit/index.ts';
import type { Db } from '#kernel/db/index.ts';
import type { EntityId } from '#kernel/ids.ts';
import { isOpen, type Plan } from '../../domain/plan/plan.ts';
import { refuse } from '../../errors.ts';
import { getPlan, updateContent, type Changed } from '../../store/plan/plans.ts';

/** Somebody who writes the plan of an entity. */
export type Planner = Person & { readonly entityId: EntityId };

/** Keeps what was written into a plan. Refuses where the plan may not be written any more, and where somebody else changed it since it was read. */
export const keepContent = (db: Db, planner: Planner, plan: Pick<Plan, 'id' | 'revision'>, changed: Changed, now: Date): Promise<number> => db.transaction(async (tx) => {
  const revision = await updateContent(tx, { entityId: planner.entityId, by: planner.id, now }, plan, changed);
  if (revision === undefined) return refuse(isOpen(await getPlan(tx, planner.entityId, plan.id)) ? 'changed_meanwhile' : 'plan_fixed');
  await audit(tx, { action: 'plans.content_kept', subject: `plan:${plan.id}`, person: planner, detail: { revision } });
  return revision;
});
