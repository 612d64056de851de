import { findEntity, listEntities } from '#modules/identity/index.ts';
import type { Context } from '#kernel/http/index.ts';
import type { EntityId } from '#kernel/ids.ts';
import type { Board } from '../../domain/dashboard/frame.ts';
import { mayCoordinate } from '../../domain/declared/steps.ts';
import { refuse } from '../../errors.ts';
import type { Declarer } from '../../actions/declared/declare.ts';

/** Who acts for an entity: the route table has let in only roles that have one. */
export function declarerOf({ person }: Context): Declarer {
  return person?.entityId === undefined ? refuse('no_entity') : { ...person, entityId: person.entityId };
}

/** Whether this person sees the figures of every entity: who coordinates lines, and the agency. */
export const seesAll = ({ person }: Context): boolean => person?.roles.some((role) => role === 'coordinator' || role === 'reviewer') ?? false;

/** Whose figures this person may open: those of their entity, or of all. */
export const visibleTo = (ctx: Context): EntityId | undefined => (seesAll(ctx) ? undefined : declarerOf(ctx).entityId);

/** The codes of the goals that this person's body coordinates; none where they are no coordinator. */
export async function coordinatedBy(ctx: Context, { frame }: Board): Promise<readonly string[]> {
  const { roles, entityId } = declarerOf(ctx);
  if (!roles.includes('coordinator')) return [];
  const [own, all] = await Promise.all([findEntity(ctx.db, entityId), listEntities(ctx.db)]), acronyms = all.map(({ acronym }) => acronym);
  return frame.lines.flatMap(({ goals }) => goals).filter(({ coordinators }) => mayCoordinate(coordinators, own?.acronym ?? '', acronyms)).map(({ code }) => code);
}
