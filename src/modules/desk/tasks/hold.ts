import { actAsOfficer } from '#modules/cases/index.ts';
import { seeOther, type Answer, type Context } from '#kernel/http/index.ts';
import { doneHref } from '../case/next.ts';
import { caseHref, caseIdOf, officerOf } from '../officer.ts';
import { commandKey } from '../once.ts';

/** `POST …/tareas/:key/toma`: the officer takes a task of their unit that nobody holds. */
export const claimTask = (ctx: Context): Promise<Answer> => hold(ctx, 'claim', caseHref(caseIdOf(ctx)), 'Usted tomó la tarea.');

/** `POST …/tareas/:key/liberacion`: the task goes back to the unit. */
export const releaseTask = (ctx: Context): Promise<Answer> => hold(ctx, 'release', doneHref(caseIdOf(ctx)), 'La tarea quedó libre para su unidad.');

async function hold(ctx: Context, type: 'claim' | 'release', href: string, said: string): Promise<Answer> {
  await actAsOfficer(ctx.db, caseIdOf(ctx), officerOf(ctx), { type, task: ctx.params.key ?? '' }, ctx.now, commandKey(ctx, type));
  return seeOther(href, said);
}
