import { actorOf, whyNot, type Task, type TaskAct } from '#modules/cases/index.ts';
import type { Context } from '#kernel/http/index.ts';
import { openForOfficer, type OpenCase } from '../officer.ts';
import { refuse } from '../errors.ts';

/** A task that this officer may do something with. */
export type OpenTask = OpenCase & { readonly task: Task };

/** The task in the address, for somebody who may do this with it now; otherwise the refusal that doing it would meet. */
export async function openTask(ctx: Context, act: TaskAct): Promise<OpenTask> {
  const opened = await openForOfficer(ctx);
  const key = ctx.params.key ?? '';
  const refused = whyNot(opened.definition, opened.current, key, actorOf(opened.officer), act);
  if (refused) throw refused;
  return { ...opened, task: opened.current.state.tasks.find((task) => task.key === key) ?? refuse('not_found') };
}
