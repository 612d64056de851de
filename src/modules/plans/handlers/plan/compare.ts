import { page, type Answer, type Context } from '#kernel/http/index.ts';
import { comparePlans } from '../../domain/plan/compare.ts';
import { comparePage } from '../../pages/plan/compare-page.ts';
import { getPlan, plansOf } from '../../store/plan/plans.ts';
import { planOf, plannerOf } from '../planner.ts';

/** `GET /plan/pige/:id/comparacion[?con=]`: what a plan says otherwise than another version; than the one before where none is named. */
export async function showComparison(ctx: Context): Promise<Answer> {
  const { entityId } = plannerOf(ctx), [plan, all] = await Promise.all([planOf(ctx), plansOf(ctx.db, entityId)]), others = all.filter(({ id }) => id !== plan.id);
  const other = others.find(({ id }) => id === ctx.query.con) ?? others.find(({ version }) => version < plan.version) ?? others[0];
  const sections = other === undefined ? [] : comparePlans((await getPlan(ctx.db, entityId, other.id)).content, plan.content);
  return page(comparePage({ plan, others, other, sections }));
}
