import { packProcedure, type ProcedureFolder } from '#modules/catalog/index.ts';
import { checkFolder, rehearseFolder, type ReadTemplate } from '#modules/cases/index.ts';
import { readDrawing } from '#modules/flows/index.ts';
import { localDateOf } from '#kernel/clock.ts';
import { attachment, page, type Answer, type Context } from '#kernel/http/index.ts';
import { draftFolder } from '../domain/draft/folder.ts';
import type { Entry } from '../domain/inventory/entry.ts';
import { draftPage } from '../pages/draft-page.ts';
import { getEntry } from '../store/entries.ts';
import { entityOf, plannerOf } from './planner.ts';

async function draftOf(ctx: Context): Promise<{ readonly entry: Entry; readonly folder: ProcedureFolder }> {
  const entry = await getEntry(ctx.db, plannerOf(ctx).entityId, ctx.params.slug ?? '');
  return { entry, folder: draftFolder(entry, await entityOf(ctx), localDateOf(ctx.now)) };
}

/** `GET /plan/borradores/:slug`: the procedure that would run on line, made from the entry, checked and rehearsed. */
export const showDraft = (readTemplate: ReadTemplate) => async (ctx: Context): Promise<Answer> => {
  const { entry, folder } = await draftOf(ctx), { parts, faults } = await checkFolder(folder, readTemplate);
  const [{ rehearsed }, drawing] = await Promise.all([rehearseFolder(parts), readDrawing(folder.files['flow.bpmn'] ?? '', 'flow.bpmn')]);
  return page(draftPage({ entry, folder, faults, rehearsed, drawing: drawing.value, flow: parts.flow }));
};

/** `GET /plan/borradores/:slug/paquete`: the draft as one file, as `ventanilla import` takes it. */
export async function downloadDraft(ctx: Context): Promise<Answer> {
  const { entry, folder } = await draftOf(ctx);
  return attachment(`${entry.slug}.ventanilla.zip`, 'application/zip', packProcedure(folder));
}
