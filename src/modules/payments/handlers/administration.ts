import type { Person } from '#kernel/access.ts';
import { audit } from '#kernel/audit/index.ts';
import { localDateOf } from '#kernel/clock.ts';
import { invariant } from '#kernel/errors/index.ts';
import { askedDay } from '#kernel/html/day-boxes.ts';
import { page, postedText, seeOther, type Answer, type Context } from '#kernel/http/index.ts';
import { parseId, type EntityId } from '#kernel/ids.ts';
import { reconcileEntity, type Reconciliation } from '../actions/reconcile.ts';
import { recordUfv } from '../actions/ufv.ts';
import { readUfvForm, type UfvForm } from '../domain/ufv-form.ts';
import { refuse } from '../errors.ts';
import { dayPage } from '../pages/day.ts';
import { emptyUfvForm, ufvPage } from '../pages/ufv.ts';
import { ordersOfDay, totalsOfDay } from '../store/day.ts';
import { insertReview, openDiscrepancies } from '../store/discrepancies.ts';
import { listUfv, ufvOn } from '../store/ufv.ts';
import type { Wiring } from '../wiring.ts';

const pageSize = 50, noteCharactersMax = 300;

/** Payments of the administrator's entity on one day, today unless another is asked for. */
export async function showDay(ctx: Context): Promise<Answer> {
  const { entityId } = administrator(ctx), today = localDateOf(ctx.now), day = askedDay(ctx.query, 'dia') ?? today;
  const before = parseId<'payment-order'>(ctx.query['antes']);
  const [orders, totals, discrepancies] = await Promise.all([ordersOfDay(ctx.db, entityId, day, pageSize + 1, before), totalsOfDay(ctx.db, entityId, day), openDiscrepancies(ctx.db, entityId)]);
  const next = orders.length > pageSize ? `/administracion/pagos?dia=${day}&antes=${orders[pageSize - 1]?.id ?? ''}` : undefined;
  return page(dayPage({ day, isToday: day === today, totals, orders: orders.slice(0, pageSize), next, discrepancies, csrf: ctx.csrf }));
}

/** Asks the provider about every open order of the entity at once. */
export const reconcileNow = (wiring: Wiring) => async (ctx: Context): Promise<Answer> => {
  const { entityId, person } = administrator(ctx);
  const done = await reconcileEntity(wiring, ctx.db, entityId, ctx.now);
  await audit(ctx.db, { action: 'payments.reconciled', subject: `entity:${entityId}`, person, detail: { asked: done.asked }, requestId: ctx.requestId });
  return seeOther('/administracion/pagos', sayDone(done));
};

function sayDone({ asked, isSilent }: Reconciliation): string {
  if (isSilent) return 'La pasarela no respondió. Lo que falta se preguntará más tarde.';
  return asked === 0 ? 'No había ninguna orden por confirmar.' : `Se preguntó por ${asked === 1 ? 'una orden' : `${asked} órdenes`}.`;
}

/** Writes how a discrepancy was settled. */
export async function reviewDiscrepancy(ctx: Context): Promise<Answer> {
  const { entityId, person } = administrator(ctx), id = parseId<'discrepancy'>(ctx.params['id']), note = postedText(ctx, 'nota').slice(0, noteCharactersMax);
  if (note === '') return seeOther('/administracion/pagos', 'Escriba cómo se resolvió la discrepancia y vuelva a enviarla.');
  const isWritten = id !== undefined && await ctx.db.transaction(async (tx) => {
    const written = await insertReview(tx, id, entityId, { note, by: person.id, at: ctx.now });
    if (written) await audit(tx, { action: 'payments.discrepancy_reviewed', subject: `discrepancy:${id}`, person, requestId: ctx.requestId });
    return written;
  });
  return isWritten ? seeOther('/administracion/pagos', 'La discrepancia quedó resuelta.') : refuse('discrepancy_not_found');
}

/** Values of the UFV and the form for a new one. */
export const showUfv = async (ctx: Context): Promise<Answer> => page(ufvPage(await listUfv(ctx.db), emptyUfvForm, [], ctx.csrf));

/** Records the value of a day. */
export async function keepUfv(ctx: Context): Promise<Answer> {
  const today = localDateOf(ctx.now), form = ufvFormOf(ctx);
  const { entry, problems } = readUfvForm(form, today, (await ufvOn(ctx.db, today))?.valueE5);
  if (!entry) return page(ufvPage(await listUfv(ctx.db), form, problems, ctx.csrf), 422);
  await recordUfv(ctx.db, entry, administrator(ctx).person, ctx.now, ctx.requestId);
  return seeOther('/administracion/ufv', 'El valor quedó registrado.');
}

const ufvFormOf = (ctx: Context): UfvForm => ({
  day: postedText(ctx, 'dia-day'), month: postedText(ctx, 'dia-month'), year: postedText(ctx, 'dia-year'), value: postedText(ctx, 'valor'), source: postedText(ctx, 'fuente'), confirmed: postedText(ctx, 'confirmado') === 'si',
});

function administrator({ person }: Context): { readonly person: Person; readonly entityId: EntityId } {
  invariant(person?.entityId, 'an administrator belongs to an entity');
  return { person, entityId: person.entityId };
}
