import { localDateOf } from '#kernel/clock.ts';
import type { Html } from '#kernel/html/html.ts';
import type { Context } from '#kernel/http/index.ts';
import { nationalPlan } from '../../content/national-plan.ts';
import { phasesOf } from '../../domain/plan/budget.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { PlanEntity } from '../../domain/plan/text.ts';
import { scheduleOf } from '../../domain/schedule/of-plan.ts';
import { budgetPart } from '../../pages/plan/budget-part.ts';
import { crossingsPart, enablersPart, goalsPart, inventoryPart, risksPart } from '../../pages/plan/figures-part.ts';
import { schedulePart } from '../../pages/plan/schedule-part.ts';
import { inventoryFigures } from '../../store/plan/inventory.ts';
import { followUpOf } from '../../store/plan/follow-up.ts';

type Beside = (ctx: Context, plan: Plan, entity: PlanEntity) => Html | Promise<Html>;

// What the program knows or computes for a section, so that nobody copies it.
const beside: Readonly<Record<string, Beside>> = {
  diagnostico: async ({ db }, { entityId }) => inventoryPart(await inventoryFigures(db, entityId)),
  foda: (_ctx, { content }) => crossingsPart(content),
  contribuciones: (_ctx, { content }) => goalsPart(content, nationalPlan),
  riesgos: (_ctx, { content }) => risksPart(content),
  pilares: (_ctx, { content }) => enablersPart(content),
  proyectos: async ({ db, now }, plan, { calendar }) => schedulePart({ plan, scheduled: scheduleOf(plan, plan.content, calendar), calendar, today: localDateOf(now), followUp: await followUpOf(db, plan) }),
  presupuesto: async ({ db }, plan) => budgetPart(phasesOf(plan.content, (await followUpOf(db, plan)).spendings)),
};

/** What stands beside a section; nothing for one that has only its own words. */
export const besideSection = async (ctx: Context, plan: Plan, section: string, entity: PlanEntity): Promise<Html | undefined> => beside[section]?.(ctx, plan, entity);
