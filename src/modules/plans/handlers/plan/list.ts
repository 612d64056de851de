import { page, seeOther, type Answer, type Context } from '#kernel/http/index.ts';
import { oruroExample } from '../../content/examples/oruro.ts';
import { nationalPlan } from '../../content/national-plan.ts';
import { beginPlan, newVersion } from '../../actions/plan/begin-plan.ts';
import { keepContent } from '../../actions/plan/keep-content.ts';
import { problemsOf } from '../../domain/plan/problems.ts';
import { readHead } from '../../domain/plan/read-head.ts';
import { contentsPage } from '../../pages/plan/contents-page.ts';
import { headPage } from '../../pages/plan/begin-page.ts';
import { listPage } from '../../pages/plan/list-page.ts';
import { planHref } from '../../pages/plan/addresses.ts';
import { standingLink } from '../../pages/procedure/standing-link.ts';
import { plansOf } from '../../store/plan/plans.ts';
import { entityOf, mayEdit, mayWrite, planOf, plannerOf, revisionIn } from '../planner.ts';

const begins = { heading: 'Empezar un plan', backHref: '/plan/pige', action: '/plan/pige/nuevo' };

/** `GET /plan/pige`: the plans of the entity. A demonstration offers an example to begin with. */
export const showPlans = (isDemo: boolean) => async (ctx: Context): Promise<Answer> => {
  const { entityId } = plannerOf(ctx), [entity, plans] = await Promise.all([entityOf(ctx), plansOf(ctx.db, entityId)]);
  return page(listPage({ ctx, entity, plans, mayWrite: mayWrite(ctx), hasExample: isDemo }));
};

/** `POST /plan/pige/ejemplo`: begins a plan with everything that the plan of Oruro says; only in a demonstration. */
export async function beginExample(ctx: Context): Promise<Answer> {
  const { title, fromYear, toYear, content } = oruroExample;
  return seeOther(planHref(await beginPlan(ctx.db, plannerOf(ctx), { title, fromYear, toYear, content, isExample: true }, ctx.now)), 'Empezamos un plan con el ejemplo de Oruro.');
}

/** `GET /plan/pige/nuevo`: asks for name and years. */
export const askHead = (ctx: Context): Answer => page(headPage(ctx, { titulo: 'Plan institucional de gobierno electrónico', desde: '2025', hasta: '2028', problems: [] }, begins));

/** `POST /plan/pige/nuevo`: begins a plan and leads to its sections. */
export async function begin(ctx: Context): Promise<Answer> {
  const read = readHead(ctx.form);
  if (read.problems.length > 0) return page(headPage(ctx, read, begins), 422);
  return seeOther(planHref(await beginPlan(ctx.db, plannerOf(ctx), { ...read.head, content: {}, isExample: false }, ctx.now)));
}

/** `GET /plan/pige/:id`: a plan by its sections. */
export async function showPlan(ctx: Context): Promise<Answer> {
  const [plan, entity] = await Promise.all([planOf(ctx), entityOf(ctx)]);
  const problems = problemsOf({ plan, content: plan.content, frame: nationalPlan, calendar: entity.calendar });
  return page(contentsPage({ ctx, plan, entity, problems, mayEdit: mayEdit(ctx, plan), mayBegin: mayWrite(ctx) && plan.state !== 'draft', procedure: standingLink(plan) }));
}

/** `GET /plan/pige/:id/datos`: name and years of a plan. */
export async function showHead(ctx: Context): Promise<Answer> {
  const plan = await planOf(ctx);
  return mayEdit(ctx, plan) ? page(headPage(ctx, { titulo: plan.title, desde: String(plan.fromYear), hasta: String(plan.toYear), problems: [] }, changes(plan.id, plan.revision))) : seeOther(planHref(plan.id));
}

/** `POST /plan/pige/:id/datos`: changes name and years. */
export async function keepHead(ctx: Context): Promise<Answer> {
  const plan = await planOf(ctx), read = readHead(ctx.form);
  if (read.problems.length > 0) return page(headPage(ctx, read, changes(plan.id, revisionIn(ctx, plan))), 422);
  await keepContent(ctx.db, plannerOf(ctx), { id: plan.id, revision: revisionIn(ctx, plan) }, { ...read.head, content: plan.content }, ctx.now);
  return seeOther(planHref(plan.id), 'Guardamos el nombre y los años.');
}

/** `POST /plan/pige/:id/version`: begins a new version with what this one says. */
export async function beginVersion(ctx: Context): Promise<Answer> {
  return seeOther(planHref(await newVersion(ctx.db, plannerOf(ctx), await planOf(ctx), ctx.now)), 'Empezamos una nueva versión con lo que decía la anterior.');
}

const changes = (id: Parameters<typeof planHref>[0], revision: number) => ({ heading: 'Nombre y años del plan', backHref: planHref(id), action: planHref(id, `/datos?revision=${revision}`) });
