import { loadCalendar, parseDepartment } from '#modules/calendars/index.ts';
import type { Documents } from '#modules/documents/index.ts';
import { findEntityByKey, listEntities } from '#modules/identity/index.ts';
import { textAnswer, type OfficeText } from '#modules/office/index.ts';
import { page, type Answer, type Context } from '#kernel/http/index.ts';
import { sendPrint } from '../../actions/procedure/print.ts';
import { nationalPlan } from '../../content/national-plan.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { planText } from '../../domain/plan/text.ts';
import { refuse } from '../../errors.ts';
import { publishedListPage, publishedPage } from '../../pages/public/published-pages.ts';
import { getPublished, publishedPlans } from '../../store/plan/published.ts';
import { getStanding } from '../../store/procedure/proceedings.ts';
import { resolutionFile } from '../procedure/standing.ts';

/** `GET /planes`: the national plan, and the plans that entities have published. */
export async function showPublishedPlans({ db }: Context): Promise<Answer> {
  const [plans, entities] = await Promise.all([publishedPlans(db), listEntities(db)]), byId = new Map(entities.map((entity) => [entity.id, entity] as const));
  return page(publishedListPage(plans.flatMap((plan) => { const entity = byId.get(plan.entityId); return entity ? [{ ...plan, entity }] : []; })));
}

async function publishedIn({ db, params }: Context): Promise<{ readonly key: string; readonly plan: Plan; readonly text: OfficeText }> {
  const entity = (await findEntityByKey(db, params.entity ?? '')) ?? refuse('not_published'), version = /^[1-9]\d{0,4}$/.test(params.version ?? '') ? Number(params.version) : refuse('not_published');
  const plan = await getPublished(db, entity.id, version), department = parseDepartment(entity.department ?? undefined), calendar = await loadCalendar(db, department === undefined ? {} : { department });
  return { key: entity.key, plan, text: planText(plan, plan.content, nationalPlan, { name: entity.name, calendar }, { isPublic: true }) };
}

/** `GET /planes/:entity/:version`: a published plan, without what its entity reserved. */
export async function showPublished(ctx: Context): Promise<Answer> {
  const { key, plan, text } = await publishedIn(ctx);
  return page(publishedPage(key, plan, text));
}

/** `GET /planes/:entity/:version/:format`: the same as a file; the very one that was printed when it was approved. */
export async function downloadPublished(ctx: Context): Promise<Answer> {
  const { key, plan, text } = await publishedIn(ctx), { format } = ctx.params, fileName = `pige-${key}-${plan.version}`;
  return (await sendPrint(ctx.db, plan, format, fileName, true)) ?? textAnswer(text, format, fileName);
}

/** `GET /planes/:entity/:version/resolucion`: the resolution that approved it. */
export const downloadResolution = (documents: Documents) => async (ctx: Context): Promise<Answer> => resolutionFile(documents, ctx, await getStanding(ctx.db, (await publishedIn(ctx)).plan.id));
