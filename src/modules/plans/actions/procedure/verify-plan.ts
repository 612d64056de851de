import { canonicalJson, firstBrokenLink } from '#modules/cases/index.ts';
import type { Db } from '#kernel/db/index.ts';
import type { PlanId } from '../../domain/plan/plan.ts';
import { foldPlanFacts } from '../../domain/procedure/fold.ts';
import { getStanding, planFactIn, planFacts } from '../../store/procedure/proceedings.ts';

/** What checking the facts of a plan found. */
type PlanVerdict = { readonly holds: true; readonly facts: number } | { readonly holds: false; readonly reason: string };

/** Checks that each fact of a plan follows from the one before, and that together they give what is kept of it. */
export async function verifyPlan(db: Db, id: PlanId): Promise<PlanVerdict> {
  const { plan, proceeding } = await getStanding(db, id), facts = await planFacts(db, plan.entityId, id), broken = firstBrokenLink({ plan: id }, facts);
  if (broken !== undefined) return { holds: false, reason: `El hecho ${broken} no sigue al anterior.` };
  if (facts.length !== proceeding.seq || (facts.at(-1)?.hash ?? proceeding.head) !== proceeding.head) return { holds: false, reason: 'Faltan hechos al final.' };
  if (canonicalJson(foldPlanFacts(facts.map(planFactIn))) !== canonicalJson(proceeding.process)) return { holds: false, reason: 'Lo guardado no es lo que dicen los hechos.' };
  return { holds: true, facts: facts.length };
}

const pageSize = 200;

/** The first plan whose facts do not hold, or `undefined` when all do. `onProgress` is told how many have been checked. */
export async function verifyPlans(db: Db, onProgress: (done: number) => void = () => undefined): Promise<{ readonly title: string; readonly reason: string } | undefined> {
  let after: PlanId | null = null, done = 0;
  for (;;) {
    const page: { id: PlanId; title: string }[] = await db.rows(`select id, title from plans.plan where $1::uuid is null or id > $1 order by id limit ${pageSize}`, [after]);
    for (const { id, title } of page) {
      const verdict = await verifyPlan(db, id);
      if (!verdict.holds) return { title, reason: verdict.reason };
      onProgress(++done);
    }
    if (page.length < pageSize) return undefined;
    after = page.at(-1)?.id ?? null;
  }
}
