import { getDefinition, getOwnCase, type Case, type Definition } from '#modules/cases/index.ts';
import type { Context } from '#kernel/http/index.ts';
import { applicantOf, idOf } from '../applicant.ts';

/** A person's own case, with the definition that it runs on. */
export async function openOwn(ctx: Context): Promise<{ readonly current: Case; readonly definition: Definition }> {
  const current = await getOwnCase(ctx.db, idOf(ctx), applicantOf(ctx).id);
  return { current, definition: await getDefinition(ctx.db, current.procedureId, current.version) };
}
