import { localDateOf } from '#kernel/clock.ts';
import type { Context } from '#kernel/http/index.ts';
import { parseId } from '#kernel/ids.ts';
import type { Actor } from '../actions/examinations.ts';
import { isOpen, sideOf, type Examination, type Side } from '../domain/examination.ts';
import type { Standing } from '../domain/follow-up/followed.ts';
import { refuse } from '../errors.ts';
import { findExamination } from '../store/examinations.ts';
import type { FollowedOf } from '../store/follow-up.ts';
import { standingsOf, type Entities } from '../store/standings.ts';

/** Who does something here: the route table has let in only roles of an entity. */
export function actorOf({ person }: Context): Actor {
  return person?.entityId === undefined ? refuse('no_entity') : { ...person, entityId: person.entityId };
}

/** Whether somebody examines; otherwise they belong to an entity that is examined. */
export const isExaminer = ({ person }: Context): boolean => person?.roles.includes('examiner') ?? false;

/** The side on which somebody looks at lists. */
export const sideIn = (ctx: Context): Side => (isExaminer(ctx) ? 'examiner' : 'examined');

/** The examination that the address names and on which side the person stands; one that they may not see is not found. */
export async function examinationIn(ctx: Context): Promise<{ readonly examination: Examination; readonly side: Side }> {
  const examination = (await findExamination(ctx.db, parseId(ctx.params.id))) ?? refuse('examination_not_found');
  return { examination, side: sideOf(actorOf(ctx), examination) ?? refuse('examination_not_found') };
}

/** The examination that the address names, for whoever examines. */
export async function ownExamination(ctx: Context): Promise<Examination> {
  const { examination, side } = await examinationIn(ctx);
  return side === 'examiner' ? examination : refuse('examination_not_found');
}

/** The same while its report can still be written. */
export async function openExamination(ctx: Context): Promise<Examination> {
  const examination = await ownExamination(ctx);
  return isOpen(examination) ? examination : refuse('already_issued');
}

/** Recommendations as they stand now. */
export const standingsIn = ({ db, now }: Context, which: FollowedOf, entities: Entities): Promise<readonly Standing[]> => standingsOf(db, which, entities, localDateOf(now));

