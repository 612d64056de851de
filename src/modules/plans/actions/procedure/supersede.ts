import type { Tx } from '#kernel/db/index.ts';
import { pigeProcedure } from '../../content/procedure/index.ts';
import type { PlanHead } from '../../domain/plan/plan.ts';
import { decidePlan } from '../../domain/procedure/decide.ts';
import { inForceBefore } from '../../store/procedure/lists.ts';
import { getStanding } from '../../store/procedure/proceedings.ts';
import { planWorld } from './world.ts';
import { systemActor, writeFact } from './write.ts';

/** The version that was in force until now gives way to the one that has come into force; where there is none, nothing happens. */
export async function supersedeOlder(tx: Tx, plan: PlanHead, now: Date): Promise<void> {
  const older = await inForceBefore(tx, plan);
  if (older === undefined) return;
  const standing = await getStanding(tx, older), world = await planWorld(tx, plan.entityId, now);
  await writeFact(tx, standing, decidePlan(pigeProcedure, standing.proceeding, { type: 'supersede', by: systemActor, version: plan.version }, world), `superseded-by:${plan.id}`, undefined);
}
