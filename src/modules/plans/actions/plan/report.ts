import { audit } from '#kernel/audit/index.ts';
import type { Db } from '#kernel/db/index.ts';
import { isFollowed, type FollowUpDetail } from '../../domain/plan/follow-up.ts';
import type { PlanHead } from '../../domain/plan/plan.ts';
import { refuse } from '../../errors.ts';
import { insertFollowUp, type FollowUpId } from '../../store/plan/follow-up.ts';
import type { Planner } from './keep-content.ts';

/** Reports on a plan in force. The same report sent twice, under the same id, is one. Refuses where the plan is not in force. */
export const report = (db: Db, planner: Planner, plan: PlanHead, id: FollowUpId, detail: FollowUpDetail, now: Date): Promise<void> => db.transaction(async (tx) => {
  if (!isFollowed(plan)) return refuse('not_followed');
  if (await insertFollowUp(tx, { entityId: planner.entityId, by: planner.id, now }, plan, id, detail)) await audit(tx, { action: 'plans.reported', subject: `plan:${plan.id}`, person: planner, detail: { kind: detail.kind } });
});
