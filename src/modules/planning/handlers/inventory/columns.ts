import type { Sheet } from '#modules/office/index.ts';
import { page, postedText, seeOther, type Answer, type Context } from '#kernel/http/index.ts';
import { goOn } from '../../actions/imports/receive.ts';
import { kinds } from '../../actions/imports/compare-rows.ts';
import type { SheetRole } from '../../domain/sheets/columns.ts';
import { emptyMemory, guessMapping, remember, type SheetMapping } from '../../domain/sheets/guess.ts';
import { mappingFaults } from '../../domain/sheets/mapping-faults.ts';
import { refuse } from '../../errors.ts';
import { importHref } from '../../pages/inventory/addresses.ts';
import { columnName, columnsPage, roleName } from '../../pages/inventory/columns-page.ts';
import { findSheets, getImport, keepMappings, type WaitingSheets } from '../../store/imports.ts';
import { keepMemory, memoryOf } from '../../store/sheet-memory.ts';
import { plannerOf } from '../planner.ts';
import { importIdIn } from './import.ts';

async function sheetsOf(ctx: Context): Promise<WaitingSheets> {
  return (await findSheets(ctx.db, plannerOf(ctx).entityId, importIdIn(ctx))) ?? refuse('import_not_found');
}

/** `GET /plan/inventario/importacion/:id/columnas`: what each sheet and column of a file is taken for, to be confirmed or changed. */
export async function askColumns(ctx: Context): Promise<Answer> {
  const head = await getImport(ctx.db, plannerOf(ctx).entityId, importIdIn(ctx)), { sheets, mappings } = await sheetsOf(ctx);
  return page(columnsPage({ ctx, head, kinds, sheets, mappings, faults: [] }));
}

/** `POST /plan/inventario/importacion/:id/columnas`: keeps what somebody said, remembers it for the next file, and compares. */
export async function keepColumns(ctx: Context): Promise<Answer> {
  const planner = plannerOf(ctx), id = importIdIn(ctx), head = await getImport(ctx.db, planner.entityId, id), { sheets, mappings: before } = await sheetsOf(ctx);
  const said = sheets.map((sheet, at) => saidOf(ctx, sheet, at, before[at]));
  if (said.some(({ role }, at) => role !== before[at]?.role)) {
    await keepMappings(ctx.db, planner.entityId, id, said, 'mapping');
    return seeOther(importHref(id, '/columnas'), 'Cambió lo que trae una hoja. Revise ahora sus columnas.');
  }
  const faults = mappingFaults(sheets, said, kinds);
  if (faults.length > 0) return page(columnsPage({ ctx, head, kinds, sheets, mappings: said, faults }), 422);
  await ctx.db.transaction(async (tx) => {
    await keepMappings(tx, planner.entityId, id, said, 'comparing');
    await keepMemory(tx, planner.entityId, remember(await memoryOf(tx, planner.entityId), sheets, said), planner.id, ctx.now);
  });
  await goOn(ctx.db, planner.entityId, id, sheets.reduce((sum, { rows }) => sum + rows.length, 0), ctx.now);
  return seeOther(importHref(id));
}

// What was posted of a sheet; where it becomes another kind of sheet, its columns are guessed anew.
function saidOf(ctx: Context, sheet: Sheet, at: number, before: SheetMapping | undefined): SheetMapping {
  const posted = postedText(ctx, roleName(at)), wanted = posted === '' ? before?.role : posted, kind = kinds.find(({ role }) => role === wanted), role: SheetRole = kind?.role ?? 'ninguno';
  if (role !== before?.role) return guessMapping([{ ...sheet, name: kind?.name ?? '' }], kinds, emptyMemory).mappings.map(({ columns }) => ({ role, columns: role === 'ninguno' ? columns.map(() => '') : columns }))[0] ?? { role, columns: [] };
  return { role, columns: sheet.head.map((_, column) => { const key = postedText(ctx, columnName(at, column)); return kind?.columns.some((one) => one.key === key) ? key : ''; }) };
}
