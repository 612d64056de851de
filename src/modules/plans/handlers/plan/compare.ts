import { sayInstant } from '#kernel/clock.ts';
import { page, type Answer, type Context } from '#kernel/http/index.ts';
import { comparePlans } from '../../domain/plan/compare.ts';
import type { Plan, PlanContent } from '../../domain/plan/plan.ts';
import { comparePage, type Choice } from '../../pages/plan/compare-page.ts';
import { getPlan, plansOf } from '../../store/plan/plans.ts';
import { contentAt, revisionsOf } from '../../store/plan/revisions.ts';
import { planOf, plannerOf } from '../planner.ts';

type Comparable = Choice & { readonly content: () => Promise<PlanContent | undefined> };

/** `GET /plan/pige/:id/comparacion[?con=]`: what a plan says otherwise than another version, or than an earlier state of its own; than the version before where none is named. */
export async function showComparison(ctx: Context): Promise<Answer> {
  const plan = await planOf(ctx), choices = await choicesOf(ctx, plan), other = choices.find(({ value }) => value === ctx.query.con) ?? choices[0];
  const content = await other?.content();
  return page(comparePage({ plan, choices, other, sections: content === undefined ? [] : comparePlans(content, plan.content) }));
}

/** Other versions, the one before this first, and then the earlier states of this one. */
async function choicesOf(ctx: Context, plan: Plan): Promise<readonly Comparable[]> {
  const { db } = ctx, { entityId } = plannerOf(ctx), [all, revisions] = await Promise.all([plansOf(db, entityId), revisionsOf(db, plan)]);
  const others = all.filter(({ id }) => id !== plan.id), ordered = [...others.filter(({ version }) => version < plan.version), ...others.filter(({ version }) => version > plan.version)];
  return [
    ...ordered.map(({ id, version, title }) => ({ value: id, name: `Versión ${version}`, text: `Versión ${version}: ${title}`, content: async () => (await getPlan(db, entityId, id)).content })),
    ...revisions.map(({ revision, at }) => ({ value: `r${revision}`, name: `Como estaba el ${sayInstant(at)}`, text: `Como estaba el ${sayInstant(at)} (cambio ${revision})`, content: () => contentAt(db, plan, revision) })),
  ];
}
