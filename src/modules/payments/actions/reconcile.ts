import type { Db } from '#kernel/db/index.ts';
import { isRefusal } from '#kernel/errors/index.ts';
import type { EntityId } from '#kernel/ids.ts';
import type { OrderId } from '../domain/settlement.ts';
import { takeDue, takeOpenOf } from '../store/orders.ts';
import type { Wiring } from '../wiring.ts';
import { askOrder } from './ask-order.ts';

const ordersMax = 40, atOnce = 4, holdSeconds = 120;

/** How many orders were asked about, and whether the provider went silent half way; the rest are asked later. */
export type Reconciliation = { readonly asked: number; readonly isSilent: boolean };

/** Asks again about orders whose question is due: those whose webhook never came, above all. */
export const reconcileDue = async (wiring: Wiring, db: Db, now: Date): Promise<Reconciliation> =>
  askAll(wiring, db, await takeDue(db, now, holdUntil(now), ordersMax), now);

/** Asks about every open order of an entity at once, due or not. */
export const reconcileEntity = async (wiring: Wiring, db: Db, entityId: EntityId, now: Date): Promise<Reconciliation> =>
  askAll(wiring, db, await takeOpenOf(db, entityId, holdUntil(now), ordersMax), now);

const holdUntil = (now: Date): Date => new Date(now.getTime() + holdSeconds * 1000);

async function askAll(wiring: Wiring, db: Db, ids: readonly OrderId[], now: Date): Promise<Reconciliation> {
  let asked = 0, isSilent = false;
  for (let from = 0; from < ids.length && !isSilent; from += atOnce) {
    const answers = await Promise.allSettled(ids.slice(from, from + atOnce).map((id) => askOrder(wiring, db, id, now)));
    asked += answers.filter(({ status }) => status === 'fulfilled').length;
    const reasons = answers.flatMap((answer): unknown[] => (answer.status === 'rejected' ? [answer.reason] : []));
    for (const cause of reasons) wiring.log.warn('payment not reconciled', { cause });
    // One silence is enough: who asks on would keep everybody waiting.
    isSilent = reasons.some((cause) => isRefusal(cause, 'payments.provider_unavailable'));
  }
  return { asked, isSilent };
}
