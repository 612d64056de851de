import { findEntity } from '#modules/identity/index.ts';
import { loadCalendar, parseDepartment } from '#modules/calendars/index.ts';
import { parseId } from '#kernel/ids.ts';
import { revisionSeen, type Context } from '#kernel/http/index.ts';
import type { Planner } from '../actions/plan/keep-content.ts';
import { isOpen, type Plan, type PlanHead } from '../domain/plan/plan.ts';
import type { PlanEntity } from '../domain/plan/text.ts';
import { refuse } from '../errors.ts';
import { getPlan } from '../store/plan/plans.ts';

/** Who works on plans: somebody of an entity. */
export function plannerOf({ person }: Context): Planner {
  return person?.entityId === undefined ? refuse('no_entity') : { ...person, entityId: person.entityId };
}

/** Whether somebody writes plans, or only reads them. */
export const mayWrite = ({ person }: Context): boolean => person?.roles.some((role) => role === 'designer' || role === 'egov_head') ?? false;

/** Whether this person may write in this plan now. */
export const mayEdit = (ctx: Context, plan: PlanHead): boolean => mayWrite(ctx) && isOpen(plan);

/** The person's entity, with the working days of its department. */
export async function entityOf(ctx: Context): Promise<PlanEntity & { readonly key: string; readonly department: string | null }> {
  const entity = (await findEntity(ctx.db, plannerOf(ctx).entityId)) ?? refuse('no_entity'), department = parseDepartment(entity.department ?? undefined);
  return { name: entity.name, key: entity.key, department: entity.department, calendar: await loadCalendar(ctx.db, department === undefined ? {} : { department }) };
}

/** The plan at this address, if it is of the person's entity. */
export const planOf = (ctx: Context): Promise<Plan> => getPlan(ctx.db, plannerOf(ctx).entityId, parseId(ctx.params.id));

/** The revision that the person saw when the page was drawn: what others changed since then is not written over. */
export const revisionIn = (ctx: Context, { revision }: { readonly revision: number }): number => revisionSeen(ctx, revision);
