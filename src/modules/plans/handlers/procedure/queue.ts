import { parseLocalDate } from '#kernel/clock.ts';
import { page, seeOther, type Answer, type Context } from '#kernel/http/index.ts';
import { parseId } from '#kernel/ids.ts';
import { coordinationPage, queuePage } from '../../pages/procedure/queue-page.ts';
import { countWaiting, endOf, planQueue, plansContributing, queueSize, type AfterLine, type QueueFilter } from '../../store/procedure/lists.ts';
import { showPlans } from '../plan/list.ts';
import { agencyOnly, coordinatedGoals, personOf } from './reader.ts';

/** `GET /plan/pige`: where each role begins: people of an entity at its own plans, the agency at its queue, a coordinating body at the plans that it coordinates. */
export const openPlans = (isDemo: boolean) => async (ctx: Context): Promise<Answer> => {
  const { roles } = personOf(ctx), has = (...wanted: readonly string[]): boolean => roles.some((role) => wanted.includes(role));
  if (has('designer', 'supervisor', 'auditor', 'egov_head', 'authority')) return showPlans(isDemo)(ctx);
  return seeOther(has('reviewer') ? '/plan/pige/revision' : '/plan/pige/coordinacion');
};

const filterOf = ({ query }: Context): QueueFilter => (query.ver === 'entidad' ? 'theirs' : query.ver === 'todos' ? 'all' : 'ours');

function afterOf({ query }: Context): AfterLine | undefined {
  const due = parseLocalDate(query.vence ?? ''), id = parseId<'plan'>(query.plan);
  return due === undefined || id === undefined ? undefined : { due, id };
}

/** `GET /plan/pige/revision`: the plans that the agency revises, what is overdue first. */
export async function showQueue(ctx: Context): Promise<Answer> {
  await agencyOnly(ctx);
  const filter = filterOf(ctx), after = afterOf(ctx), [lines, waiting] = await Promise.all([planQueue(ctx.db, filter, after), countWaiting(ctx.db)]);
  const shown = lines.slice(0, queueSize), last = lines.length > queueSize ? shown.at(-1) : undefined, end = last && endOf(last);
  return page(queuePage({ filter, lines: shown, waiting, now: ctx.now, isFirst: after === undefined, next: end && `vence=${end.due}&plan=${end.id}` }));
}

/** `GET /plan/pige/coordinacion`: the plans that contribute to what the person's entity coordinates. */
export async function showCoordination(ctx: Context): Promise<Answer> {
  const goals = await coordinatedGoals(ctx);
  return page(coordinationPage(goals.length === 0 ? [] : await plansContributing(ctx.db, goals), goals, ctx.now));
}
