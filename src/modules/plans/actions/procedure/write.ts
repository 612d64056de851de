import { audit } from '#kernel/audit/index.ts';
import type { Person } from '#kernel/access.ts';
import type { Tx } from '#kernel/db/index.ts';
import { applyPlanFact } from '../../domain/procedure/fold.ts';
import type { PlanActor, PlanFact } from '../../domain/procedure/types.ts';
import { refuse } from '../../errors.ts';
import { appendPlanFact, type Standing } from '../../store/procedure/proceedings.ts';
import { tellOfPlan } from './tell.ts';

/** Writes a decided fact with its audit and what people are told; refuses where the plan has changed meanwhile. */
export async function writeFact(tx: Tx, standing: Standing, fact: PlanFact, key: string, person: Person | undefined): Promise<void> {
  const { plan, proceeding } = standing;
  if (!await appendPlanFact(tx, standing, fact, key)) refuse('plan_changed_meanwhile');
  await audit(tx, { action: `plans.${fact.type}`, subject: `plan:${plan.id}`, person, entityId: plan.entityId, at: new Date(fact.at) });
  await tellOfPlan(tx, plan, fact, applyPlanFact(proceeding.process, fact), proceeding.seq + 1);
}

/** A logged-in person as the one who does something to a plan. */
export const actorOf = (person: Person): PlanActor => ({ id: person.id, name: person.name, entityId: person.entityId ?? null, roles: person.roles });

/** Ventanilla itself, for what follows by itself. */
export const systemActor: PlanActor = { id: null, name: 'Ventanilla', entityId: null, roles: [] };
