import { page, type Answer, type Context } from '#kernel/http/index.ts';
import { registerOf } from '../domain/once-only/register.ts';
import { onceOnlySheets } from '../domain/sheets/write-figures.ts';
import { onceOnlyPage } from '../pages/once-only-page.ts';
import { candidatesOf } from '../store/rankings.ts';
import { exported } from './exported.ts';
import { entityOf, plannerOf } from './planner.ts';

/** `GET /plan/una-sola-vez`: what the entity asks of people although the State has it. */
export async function showOnceOnly(ctx: Context): Promise<Answer> {
  const { entityId } = plannerOf(ctx), [entity, procedures] = await Promise.all([entityOf(ctx), candidatesOf(ctx.db, entityId)]);
  return page(onceOnlyPage(entity, registerOf(procedures)));
}

/** `GET /plan/una-sola-vez/exportacion/:formato`: the same as a sheet, one row for each procedure that asks. */
export async function exportOnceOnly(ctx: Context): Promise<Answer> {
  const { entityId } = plannerOf(ctx), [entity, procedures] = await Promise.all([entityOf(ctx), candidatesOf(ctx.db, entityId)]);
  return exported(ctx, onceOnlySheets(registerOf(procedures)), 'una-sola-vez', entity.key);
}
