import { page, postedText, seeOther, type Answer, type Context } from '#kernel/http/index.ts';
import { mergeEntries, retireOrBringBack, tellApart } from '../../actions/retire-entry.ts';
import { entryForm } from '../../content/entry-form.ts';
import { similarPairs } from '../../domain/duplicates/similar.ts';
import { differencesBetween } from '../../domain/inventory/differences.ts';
import type { Entry } from '../../domain/inventory/entry.ts';
import { entryHref } from '../../pages/inventory/addresses.ts';
import { duplicatesPage, mergePage, type LikePair } from '../../pages/inventory/duplicates-pages.ts';
import { retirePage } from '../../pages/inventory/retire-page.ts';
import { getEntry } from '../../store/entries.ts';
import { distinctPairs } from '../../store/entry-life.ts';
import { candidatesOf } from '../../store/rankings.ts';
import { entityOf, mayWrite, plannerOf } from '../planner.ts';

const reasonMax = 500, pairsMax = 50, duplicatesHref = '/plan/inventario/duplicados';

const entryAt = (ctx: Context, slug: string | undefined): Promise<Entry> => getEntry(ctx.db, plannerOf(ctx).entityId, slug ?? '');

/** `GET /plan/inventario/tramite/:slug/retiro`: asks why a procedure is no longer in the inventory. */
export const askEntryRetirement = async (ctx: Context): Promise<Answer> => page(retirePage(ctx, await entryAt(ctx, ctx.params.slug), '', undefined));

/** `POST /plan/inventario/tramite/:slug/retiro`: retires it with the reason. */
export async function retireOne(ctx: Context): Promise<Answer> {
  const planner = plannerOf(ctx), entry = await entryAt(ctx, ctx.params.slug), reason = postedText(ctx, 'motivo');
  if (reason === '' || reason.length > reasonMax) return page(retirePage(ctx, entry, reason, reason === '' ? 'Escriba por qué se retira.' : `Escriba el motivo en ${reasonMax} letras como máximo.`), 422);
  await retireOrBringBack(ctx.db, planner, entry, reason, ctx.now);
  return seeOther(entryHref(entry.slug), 'El trámite quedó retirado del inventario. Puede volver a ponerlo en uso.');
}

/** `POST /plan/inventario/tramite/:slug/reposicion`: brings a retired procedure back. */
export async function bringBackOne(ctx: Context): Promise<Answer> {
  const entry = await entryAt(ctx, ctx.params.slug);
  await retireOrBringBack(ctx.db, plannerOf(ctx), entry, undefined, ctx.now);
  return seeOther(entryHref(entry.slug), 'El trámite está otra vez en el inventario.');
}

/** `GET /plan/inventario/duplicados`: procedures whose names say nearly the same. */
export async function showDuplicates(ctx: Context): Promise<Answer> {
  const { entityId } = plannerOf(ctx), [entity, all, distinct] = await Promise.all([entityOf(ctx), candidatesOf(ctx.db, entityId), distinctPairs(ctx.db, entityId)]), byId = new Map(all.map((one) => [one.procedureId, one]));
  const pairs = similarPairs(all).filter(({ first, second }) => !distinct.has([first, second].toSorted().join(' '))).flatMap(({ first, second }): LikePair[] => { const [a, b] = [byId.get(first), byId.get(second)]; return a && b ? [[a, b]] : []; });
  return page(duplicatesPage({ ctx, entity, pairs: pairs.slice(0, pairsMax), all: pairs.length, mayWrite: mayWrite(ctx) }));
}

const pairIn = async (ctx: Context): Promise<readonly [Entry, Entry]> => [await entryAt(ctx, ctx.params.a), await entryAt(ctx, ctx.params.b)];

/** `GET /plan/inventario/duplicados/:a/:b`: two entries side by side, to choose which one stays. */
export async function askMerge(ctx: Context): Promise<Answer> {
  const [first, second] = await pairIn(ctx);
  return page(mergePage({ ctx, first, second, differences: differencesBetween(entryForm, first.answers, second.answers), problem: undefined }));
}

/** `POST /plan/inventario/duplicados/:a/:b`: keeps one and retires the other, or says that they are two. */
export async function keepMerge(ctx: Context): Promise<Answer> {
  const planner = plannerOf(ctx), [first, second] = await pairIn(ctx), { queda } = ctx.form;
  if (queda === 'las-dos') {
    await tellApart(ctx.db, planner, first, second, ctx.now);
    return seeOther(duplicatesHref, 'Anotamos que son dos trámites distintos.');
  }
  const stays = [first, second].find(({ slug }) => slug === queda), goes = stays === first ? second : first;
  if (!stays) return page(mergePage({ ctx, first, second, differences: differencesBetween(entryForm, first.answers, second.answers), problem: 'Elija cuál de las dos queda.' }), 422);
  await mergeEntries(ctx.db, planner, stays, goes, ctx.form.completar === 'si', ctx.now);
  return seeOther(entryHref(stays.slug), 'Quedó una sola ficha. La otra está retirada, y su historia se conserva.');
}
