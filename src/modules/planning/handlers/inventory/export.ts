import { sheetAnswer, type Sheet } from '#modules/office/index.ts';
import { attachment, page, type Answer, type Context } from '#kernel/http/index.ts';
import { entryForm } from '../../content/entry-form.ts';
import { exampleEntry } from '../../content/example-entry.ts';
import { explanations, inventoryLines, inventorySheet, inventorySheets, templateSheets } from '../../domain/sheets/write-inventory.ts';
import { templatePage } from '../../pages/inventory/template-page.ts';
import { candidatesOf } from '../../store/rankings.ts';
import { fileName } from '../exported.ts';
import { entityOf, plannerOf } from '../planner.ts';

/** `GET /plan/inventario/exportacion/:formato`: the whole inventory as a file that `importacion` reads again: sheets, or lines of JSON. */
export async function exportInventory(ctx: Context): Promise<Answer> {
  const { entityId } = plannerOf(ctx), [entity, entries] = await Promise.all([entityOf(ctx), candidatesOf(ctx.db, entityId)]), name = fileName(ctx, 'inventario', entity.key);
  if (ctx.params.formato === 'jsonl') return attachment(`${name}.jsonl`, 'application/jsonl; charset=utf-8', inventoryLines(entryForm, entries));
  return sheetAnswer(ctx.params.formato === 'csv' ? [inventorySheet(entryForm, entries)] : inventorySheets(entryForm, entries), ctx.params.formato, name);
}

/** `GET /plan/inventario/plantilla`: what goes into each column, and the empty sheets. */
export const showTemplate = (): Answer => page(templatePage(explanations(entryForm)));

/** `GET /plan/inventario/plantilla/:formato`: empty sheets with an example and what each column takes; a CSV has only the heads. */
export function downloadTemplate(ctx: Context): Promise<Answer> {
  const sheets: readonly Sheet[] = ctx.params.formato === 'csv' ? [inventorySheet(entryForm, [])] : templateSheets(entryForm, exampleEntry);
  return sheetAnswer(sheets, ctx.params.formato, 'plantilla-inventario');
}
