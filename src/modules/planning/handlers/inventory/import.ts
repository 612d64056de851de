import { setTimeout as pause } from 'node:timers/promises';
import { isRefusal } from '#kernel/errors/index.ts';
import { page, seeOther, type Answer, type Context } from '#kernel/http/index.ts';
import { parseId } from '#kernel/ids.ts';
import { confirmImport, discardImport } from '../../actions/imports/confirm.ts';
import { receiveFile } from '../../actions/imports/receive.ts';
import { refuse } from '../../errors.ts';
import { importHref } from '../../pages/inventory/addresses.ts';
import { askFilePage } from '../../pages/inventory/import-pages.ts';
import { previewPage, progressPage } from '../../pages/inventory/preview-page.ts';
import { loggedImports } from '../../store/import-log.ts';
import { dropImport, getImport, importsOf, shownRows, type ImportHead, type ImportId } from '../../store/imports.ts';
import { findWeeklySource } from '../../store/weekly-sources.ts';
import { plannerOf } from '../planner.ts';
import { readPostedFile } from './posted-file.ts';

const whole = new Intl.NumberFormat('es-BO');

/** `GET /plan/inventario/importacion`: asks for a file, and says what waits and what became of the last ones. */
export const askFile = (ctx: Context): Promise<Answer> => asked(ctx, undefined);

async function asked(ctx: Context, problem: string | undefined): Promise<Answer> {
  const { entityId } = plannerOf(ctx), [waiting, logged, weekly] = await Promise.all([importsOf(ctx.db, entityId), loggedImports(ctx.db, entityId), findWeeklySource(ctx.db, entityId)]);
  return page(askFilePage({ ctx, problem, waiting, logged, weekly }), problem === undefined ? 200 : 422);
}

/** `POST /plan/inventario/importacion`: takes the file in, reads it and compares it; nothing is brought in yet. */
export async function receivePosted(ctx: Context): Promise<Answer> {
  try {
    const { entityId, id: by } = plannerOf(ctx), id = await receiveFile(ctx.db, { entityId, by, source: 'upload' }, await readPostedFile(ctx), ctx.now), head = await getImport(ctx.db, entityId, id);
    if (head.stage !== 'failed') return seeOther(head.stage === 'mapping' ? importHref(id, '/columnas') : importHref(id));
    await dropImport(ctx.db, entityId, id);
    return await asked(ctx, head.problem ?? '');
  } catch (caught) {
    if (isRefusal(caught) && caught.status === 422) return asked(ctx, caught.message);
    throw caught;
  }
}

/** Which import an address names, or a refusal. */
export const importIdIn = ({ params }: Context): ImportId => parseId<'inventory-import'>(params.id) ?? refuse('import_not_found');

const waitsMax = 16, waitMillis = 250;

// A long file takes some seconds: whoever opens its page gets it when it is ready, or how far it is.
async function waitedFor(ctx: Context): Promise<ImportHead> {
  const { entityId } = plannerOf(ctx), id = importIdIn(ctx);
  for (let times = 0; times < waitsMax; times += 1) {
    const head = await getImport(ctx.db, entityId, id);
    if (head.stage !== 'reading' && head.stage !== 'comparing') return head;
    await pause(waitMillis);
  }
  return getImport(ctx.db, entityId, id);
}

/** `GET /plan/inventario/importacion/:id`: how far a file is, or what it would change, row by row. */
export async function showPreview(ctx: Context): Promise<Answer> {
  const head = await waitedFor(ctx);
  if (head.stage === 'mapping') return seeOther(importHref(head.id, '/columnas'));
  return page(head.stage === 'ready' ? previewPage(ctx, head, await shownRows(ctx.db, plannerOf(ctx).entityId, head.id)) : progressPage(ctx, head));
}

/** `POST /plan/inventario/importacion/:id/confirmacion`: brings in what is new and what changes, all of it or none. */
export async function confirmPosted(ctx: Context): Promise<Answer> {
  const { brought, leftAlone } = await confirmImport(ctx.db, plannerOf(ctx), importIdIn(ctx), ctx.now);
  return seeOther('/plan/inventario', `${brought === 1 ? 'Quedó un trámite' : `Quedaron ${whole.format(brought)} trámites`} en el inventario.${leftAlone === 0 ? '' : ` Otra persona cambió ${whole.format(leftAlone)} mientras tanto: no se tocaron.`}`);
}

/** `POST /plan/inventario/importacion/:id/descarte`: throws away what was read. */
export async function discardPosted(ctx: Context): Promise<Answer> {
  await discardImport(ctx.db, plannerOf(ctx), importIdIn(ctx), ctx.now);
  return seeOther('/plan/inventario', 'Descartamos el archivo. El inventario sigue como estaba.');
}
