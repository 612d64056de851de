import { findEntity, findEntityByKey } from '#modules/identity/index.ts';
import type { Context } from '#kernel/http/index.ts';
import { refuse } from '../../errors.ts';
import { getRound, type Round } from '../../store/evaluation/rounds.ts';
import { declarerOf } from '../declared/inbox.ts';

/** Whether this person is of the agency that answers evaluations. */
export const isAgency = (ctx: Context): boolean => declarerOf(ctx).roles.includes('reviewer');

/** The year that the address names, if it is open or was. */
export const roundIn = ({ db, params }: Context): Promise<Round> => getRound(db, /^\d{4}$/.test(params.year ?? '') ? Number(params.year) : undefined);

/** The own entity. */
export const ownEntity = async (ctx: Context) => (await findEntity(ctx.db, declarerOf(ctx).entityId)) ?? refuse('no_entity');

/** The entity that the address names: any for the agency, for everybody else only their own. */
export async function entityIn(ctx: Context) {
  const entity = (await findEntityByKey(ctx.db, (ctx.params.key ?? '').slice(0, 60))) ?? refuse('entity_not_found');
  return isAgency(ctx) || entity.id === declarerOf(ctx).entityId ? entity : refuse('entity_not_found');
}
