import { readPage, unposted, type FormPage, type PostedState } from '#modules/forms/index.ts';
import { newId, parseId } from '#kernel/ids.ts';
import { page, seeOther, type Answer, type Context } from '#kernel/http/index.ts';
import { report } from '../../actions/plan/report.ts';
import { followUpForm } from '../../content/plan/follow-up-form.ts';
import { cell, rowsIn } from '../../domain/plan/content.ts';
import { isFollowed, reportOf, type ReportPage } from '../../domain/plan/follow-up.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { scheduleOf } from '../../domain/schedule/of-plan.ts';
import { refuse } from '../../errors.ts';
import { planHref } from '../../pages/plan/addresses.ts';
import { followUpPage, reportPage } from '../../pages/plan/follow-up-page.ts';
import { followUpOf, type FollowUpId } from '../../store/plan/follow-up.ts';
import { entityOf, mayWrite, planOf, plannerOf } from '../planner.ts';

/** `GET /plan/pige/:id/seguimiento`: how a plan goes. */
export async function showFollowUp(ctx: Context): Promise<Answer> {
  const [plan, { calendar }] = await Promise.all([planOf(ctx), entityOf(ctx)]);
  return page(followUpPage({ plan, tasks: scheduleOf(plan, plan.content, calendar).tasks, followUp: await followUpOf(ctx.db, plan), mayWrite: mayWrite(ctx) }));
}

// What a report is about: the plan, one of its tasks, or a line of its budget.
const groups = { nota: undefined, avance: ['tareas', 'nombre'], gasto: ['partidas', 'detalle'] } as const satisfies Record<ReportPage, readonly [group: string, name: string] | undefined>;

type Asked = { readonly plan: Plan; readonly form: FormPage; readonly code: string; readonly about: string };

async function askedIn(ctx: Context, kind: ReportPage): Promise<Asked> {
  const plan = await planOf(ctx), form = followUpForm.pages.find(({ id }) => id === kind) ?? refuse('section_not_found'), of = groups[kind], code = ctx.params.code ?? '';
  if (of === undefined) return { plan, form, code, about: plan.title };
  const row = rowsIn(plan.content, of[0]).find((one) => cell(one, 'codigo') === code) ?? refuse('row_not_found');
  return { plan, form, code, about: `${code}. ${cell(row, of[1])}` };
}

/** `GET /plan/pige/:id/seguimiento/nota`, `…/avance/:code`, `…/gasto/:code`: asks for a report. What is sent carries an id, so that sending it twice is sending it once. */
export const askReport = (kind: ReportPage) => async (ctx: Context): Promise<Answer> => {
  const asked = await askedIn(ctx, kind);
  return isFollowed(asked.plan) ? shown(ctx, asked, newId(ctx.now), unposted) : seeOther(planHref(asked.plan.id, '/seguimiento'));
};

const shown = (ctx: Context, { plan, form, about }: Asked, id: FollowUpId, state: PostedState): Answer => page(reportPage(ctx, plan, form, about, `${ctx.path}?clave=${id}`, state), state.errors.length > 0 ? 422 : 200);

/** `POST` to the same addresses: keeps the report. */
export const keepReport = (kind: ReportPage) => async (ctx: Context): Promise<Answer> => {
  const asked = await askedIn(ctx, kind), id: FollowUpId = parseId(ctx.query.clave) ?? newId(ctx.now), reading = readPage({ ...followUpForm, pages: [asked.form] }, kind, ctx.form, {}, { now: ctx.now });
  if (reading.stay || reading.errors.length > 0) return shown(ctx, asked, id, reading);
  await report(ctx.db, plannerOf(ctx), asked.plan, id, reportOf(kind, asked.code, reading.answers), ctx.now);
  return seeOther(planHref(asked.plan.id, '/seguimiento'), 'Quedó anotado.');
};
