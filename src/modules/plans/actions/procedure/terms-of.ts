import { instantOf, type LocalDate } from '#kernel/clock.ts';
import { invariant } from '#kernel/errors/index.ts';
import type { Db } from '#kernel/db/index.ts';
import type { EntityId } from '#kernel/ids.ts';
import { pigeProcedure } from '../../content/procedure/index.ts';
import type { PlanId } from '../../domain/plan/plan.ts';
import { begun } from '../../domain/procedure/move.ts';
import { recompute } from '../../domain/procedure/terms.ts';
import { plansWithTerms } from '../../store/procedure/lists.ts';
import { getStanding } from '../../store/procedure/proceedings.ts';
import { findAgency, planWorld } from './world.ts';

/** A term of a plan that an entity has to keep: of its own plan, or of the plan of another one that waits for the agency. Days are legal days. */
export type TermToKeep = {
  readonly planId: PlanId; readonly planTitle: string; readonly isOwn: boolean; readonly step: string; readonly title: string; readonly norm: string;
  readonly originalDue: LocalDate; readonly due: LocalDate;
  /** When it was done, late or not; `null` while it runs. */
  readonly metOn: LocalDate | null;
};

/**
 * The terms that an entity has to keep in the procedure of plans (Plan de Implementación de Gobierno Electrónico 2025-2028, cap. 6.1), by the working days
 * known today: also that of a draft, which no fact has written yet, and those that a change of the calendar is about to move. Examples have none.
 */
export async function planTermsOf(db: Db, entityId: EntityId, today: LocalDate): Promise<readonly TermToKeep[]> {
  const ids = await plansWithTerms(db, entityId, (await findAgency(db))?.id === entityId), terms: TermToKeep[] = [];
  for (const id of ids) terms.push(...await termsIn(db, entityId, id, today));
  return terms;
}

async function termsIn(db: Db, entityId: EntityId, id: PlanId, today: LocalDate): Promise<readonly TermToKeep[]> {
  const { plan, proceeding } = await getStanding(db, id), isOwn = plan.entityId === entityId, world = await planWorld(db, plan.entityId, instantOf(today, '12:00'));
  const place = isOwn ? 'entity' : 'agency', running = recompute(begun(pigeProcedure, proceeding, world).terms, pigeProcedure.terms, world);
  return running.flatMap(({ name, originalDue, currentDue, metOn }) => {
    const rule = pigeProcedure.terms[name];
    invariant(rule, `the term ${name} has a rule`);
    return rule.place === place ? [{ planId: id, planTitle: plan.title, isOwn, step: name, title: rule.title, norm: rule.norm, originalDue, due: currentDue, metOn }] : [];
  });
}
