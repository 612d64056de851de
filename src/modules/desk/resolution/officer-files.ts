import { filesOf, removeFile } from '#modules/documents/index.ts';
import { taskDraft } from '#modules/cases/index.ts';
import { fileAnswers, type Answers } from '#modules/forms/index.ts';
import type { Context } from '#kernel/http/index.ts';
import type { OpenTask } from '../tasks/open-task.ts';

/** Files that an officer has attached to a task and not sent yet, under their fields. They wait in a draft of their own. */
export async function draftFiles(ctx: Context, { current, task }: OpenTask): Promise<Answers> {
  const files = await filesOf(ctx.db, current.entityId, `draft:${taskDraft(current.id, task.key)}`);
  const byField = Map.groupBy(files, (file) => file.fieldId);
  return Object.fromEntries([...byField].map(([field, some]) => [field, some.map(({ id, name, type, bytes }) => ({ id, name, type, bytes }))]));
}

/** Takes out of the draft what the officer took off the page. */
export async function dropFiles(ctx: Context, { current, task }: OpenTask, before: Answers, after: Answers): Promise<void> {
  const kept = new Set(Object.values(after).flatMap(fileAnswers).map(({ id }) => id));
  const gone = Object.values(before).flatMap(fileAnswers).filter(({ id }) => !kept.has(id));
  for (const { id } of gone) await removeFile(ctx.db, current.entityId, `draft:${taskDraft(current.id, task.key)}`, id, ctx.now);
}
