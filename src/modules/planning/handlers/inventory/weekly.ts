import { audit } from '#kernel/audit/index.ts';
import { isRefusal } from '#kernel/errors/index.ts';
import { page, postedText, seeOther, type Answer, type Context } from '#kernel/http/index.ts';
import { checkedAddress } from '#kernel/net/index.ts';
import { announceDue, folderOf } from '../../actions/weekly/read-weekly.ts';
import { weeklyPage } from '../../pages/inventory/weekly-page.ts';
import { findWeeklySource, hastenSource, setWeeklySource } from '../../store/weekly-sources.ts';
import { entityOf, plannerOf } from '../planner.ts';

const askHref = '/plan/inventario/importacion', addressMax = 500;

/** `GET /plan/inventario/semanal`: where the new file is looked for every week. */
export async function askWeekly(ctx: Context): Promise<Answer> {
  const { entityId } = plannerOf(ctx), [source, entity] = await Promise.all([findWeeklySource(ctx.db, entityId), entityOf(ctx)]);
  return page(weeklyPage({ ctx, address: source?.address ?? '', watches: source?.folder ?? false, folder: folderOf(entity.key), source, problem: undefined }));
}

/** `POST /plan/inventario/semanal`: keeps it, and looks at once; nothing chosen stops it. */
export async function keepWeekly(ctx: Context): Promise<Answer> {
  const planner = plannerOf(ctx), address = postedText(ctx, 'direccion'), watches = ctx.form.carpeta === 'si', problem = problemOf(address);
  if (problem !== undefined) return page(weeklyPage({ ctx, address, watches, folder: folderOf((await entityOf(ctx)).key), source: await findWeeklySource(ctx.db, planner.entityId), problem }), 422);
  await ctx.db.transaction(async (tx) => {
    await setWeeklySource(tx, planner.entityId, { address: address === '' ? null : address, folder: watches }, planner.id, ctx.now);
    await audit(tx, { action: 'planning.weekly_source_set', subject: `inventory:${planner.entityId}`, person: planner, at: ctx.now, detail: { address: address !== '', folder: watches } });
  });
  await announceDue(ctx.db, ctx.now);
  return seeOther(askHref, address === '' && !watches ? 'Ya no buscamos un archivo cada semana.' : 'Buscaremos el archivo cada semana, y ahora mismo por primera vez.');
}

function problemOf(address: string): string | undefined {
  if (address.length > addressMax) return `Escriba una dirección de ${addressMax} letras como máximo.`;
  if (address === '') return undefined;
  try { checkedAddress(address); return undefined; } catch (caught) { if (isRefusal(caught)) return caught.message; throw caught; }
}

/** `POST /plan/inventario/semanal/ahora`: looks for the file now. */
export async function readNow(ctx: Context): Promise<Answer> {
  await hastenSource(ctx.db, plannerOf(ctx).entityId, ctx.now);
  await announceDue(ctx.db, ctx.now);
  return seeOther(askHref, 'Estamos buscando el archivo. Vuelva a abrir esta página en un momento.');
}
