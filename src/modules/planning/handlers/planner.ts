import { findEntity } from '#modules/identity/index.ts';
import type { Context } from '#kernel/http/index.ts';
import type { Planner } from '../actions/keep-entry.ts';
import { refuse } from '../errors.ts';

/** Who plans: the route table has let in only roles of an entity. */
export function plannerOf({ person }: Context): Planner {
  return person?.entityId === undefined ? refuse('no_entity') : { ...person, entityId: person.entityId };
}

/** Whether somebody writes in the inventory, or only reads it. */
export const mayWrite = ({ person }: Context): boolean => person?.roles.some((role) => role === 'designer' || role === 'egov_head') ?? false;

/** The entity that is planned for. */
export const entityOf = async (ctx: Context) => (await findEntity(ctx.db, plannerOf(ctx).entityId)) ?? refuse('no_entity');
