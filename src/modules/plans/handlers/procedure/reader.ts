import { findEntity } from '#modules/identity/index.ts';
import type { Person } from '#kernel/access.ts';
import { invariant, isRefusal } from '#kernel/errors/index.ts';
import { postedText, type Context } from '#kernel/http/index.ts';
import { parseId, type EntityId } from '#kernel/ids.ts';
import { nationalPlan } from '../../content/national-plan.ts';
import { pigeProcedure } from '../../content/procedure/index.ts';
import { findAgency, planWorld } from '../../actions/procedure/world.ts';
import { actorOf } from '../../actions/procedure/write.ts';
import type { Act } from '../../actions/procedure/acts.ts';
import { begun, mayTake } from '../../domain/procedure/move.ts';
import type { PlanProcess, PlanWorld } from '../../domain/procedure/types.ts';
import { goalsCoordinatedBy, goalsOf, mayReadPlan } from '../../domain/procedure/visibility.ts';
import { refuse } from '../../errors.ts';
import { getStanding, type Standing } from '../../store/procedure/proceedings.ts';

/** A plan as its procedure's pages see it: where it stands, in which world, with the open task even before the first fact. */
export type Seen = Standing & { readonly process: PlanProcess; readonly world: PlanWorld; readonly entity: { readonly key: string; readonly name: string } };

/** Who has logged in; the route table lets in nobody else. */
export function personOf({ person }: Context): Person {
  invariant(person, 'only who has logged in reaches this route');
  return person;
}

/** The plan at this address, if this person may read it; to everybody else it is not there. */
export async function seenPlan(ctx: Context): Promise<Seen> {
  const standing = await getStanding(ctx.db, parseId<'plan'>(ctx.params.id)), person = personOf(ctx);
  const coordinates = person.roles.includes('coordinator') && (await coordinatedGoals(ctx)).some((goal) => goalsOf(standing.plan).includes(goal));
  const seen = await seenAt(ctx, standing);
  return mayReadPlan(person, standing.plan, { coordinates, agencyId: seen.world.agencyId }) ? seen : refuse('plan_not_found');
}

async function seenAt(ctx: Context, standing: Standing): Promise<Seen> {
  const [world, entity] = await Promise.all([planWorld(ctx.db, standing.plan.entityId, ctx.now), findEntity(ctx.db, standing.plan.entityId)]);
  return { ...standing, world, process: begun(pigeProcedure, standing.proceeding, world), entity: entity ?? refuse('plan_not_found') };
}

/** The goals that the person's entity coordinates. */
export async function coordinatedGoals(ctx: Context): Promise<readonly string[]> {
  const { entityId } = personOf(ctx), entity = entityId && await findEntity(ctx.db, entityId);
  return entity ? goalsCoordinatedBy(nationalPlan, entity) : [];
}

/** Whether it is this person's turn at that step of the plan: the same that the decision asks. */
export const isTurnOf = (person: Person, { plan, process, world }: Pick<Seen, 'plan' | 'process' | 'world'>, element: string): boolean =>
  process.task?.element === element && mayTake(pigeProcedure, plan, actorOf(person), element, world);

/** Refuses whoever is no reviewer of the agency: other entities may give the role too, and it opens nothing to them. */
export async function agencyOnly(ctx: Context): Promise<void> {
  const agency = await findAgency(ctx.db);
  if (!isOfAgency(ctx, agency?.id)) refuse('not_the_agency');
}

/** Whether this person revises plans for the agency. */
export const isOfAgency = (ctx: Context, agencyId: EntityId | undefined): boolean => {
  const { roles, entityId } = personOf(ctx);
  return roles.includes('reviewer') && entityId !== undefined && entityId === agencyId;
};

/** Who acts, on which plan, and how far they saw it: the number of facts that the page was drawn from. */
export const actOn = (ctx: Context, { plan }: Pick<Standing, 'plan'>): Act => ({ person: personOf(ctx), id: plan.id, now: ctx.now, seen: seenIn(ctx) });

function seenIn({ form, query }: Context): number {
  const seen = Number(typeof form.paso === 'string' ? form.paso : query.paso);
  return Number.isSafeInteger(seen) && seen >= 0 ? seen : 0;
}

/** The sentence with which something was refused that the person can put right; nothing where it was done. Other refusals are passed on. */
export async function problemOf(work: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await work();
    return undefined;
  } catch (caught) {
    if (isRefusal(caught) && caught.status === 422) return caught.message;
    throw caught;
  }
}

/** A text that was posted, without spaces at its ends and no longer than `max`. */
export const posted = (ctx: Context, name: string, max = 2_000): string => postedText(ctx, name).slice(0, max);
