import { setTimeout as pause } from 'node:timers/promises';
import type { Person } from '#kernel/access.ts';
import type { Db } from '#kernel/db/index.ts';
import { newId, shortCode, type ChargeId } from '#kernel/ids.ts';
import type { Charge } from '../domain/charge.ts';
import { isPayable } from '../domain/charge-view.ts';
import { nextAskAt, type OpenedOrder, type PaymentOrder } from '../domain/order.ts';
import { refuse } from '../errors.ts';
import type { Provider } from '../providers/contract.ts';
import { lockCharge } from '../store/charges.ts';
import { closeOrder, findOrder, holdOrder, insertOrder, latestOrders, openOrder, releaseOrder } from '../store/orders.ts';
import type { Wiring } from '../wiring.ts';
import { getOwnCharge } from './own-charge.ts';

const startsMax = 3, holdSeconds = 40, waitMillisMax = 6_000, pollMillis = 150;

/**
 * Opens an order at the provider and gives the page where the payer pays. An order that can still be paid is used again, however often the
 * button is pressed and in however many windows: the row is written before the provider is asked, and only one asks at a time.
 */
export async function startPayment(wiring: Wiring, db: Db, chargeId: ChargeId, person: Person, now: Date): Promise<string> {
  const charge = await getOwnCharge(db, chargeId, person);
  if (charge.state === 'settled') refuse('already_settled');
  if (charge.state === 'cancelled') refuse('cancelled');
  if (isPayable(charge.order, now) && charge.order?.opened) return charge.order.opened.redirectUrl;
  const provider = wiring.providers[0] ?? refuse('no_provider');
  for (let starts = 0; starts < startsMax; starts++) {
    const begun = await beginOrder(db, charge, provider, now);
    const opened = begun.isOurs ? await ask(db, charge, begun.order, provider, now) : await awaitOpened(db, begun.order);
    if (opened) return opened.redirectUrl;
  }
  return refuse('provider_refused', {}, { lost: startsMax });
}

type Begun = { readonly order: PaymentOrder; /** Whether this call asks the provider; otherwise another one is doing so. */ readonly isOurs: boolean };

// The charge is locked, so that two windows find or write one order between them.
const beginOrder = (db: Db, charge: Charge, provider: Provider, now: Date): Promise<Begun> => db.transaction(async (tx) => {
  await lockCharge(tx, charge.id);
  const latest = (await latestOrders(tx, [charge.id])).get(charge.id);
  if (latest && isPayable(latest, now)) return { order: latest, isOurs: false };
  const isUnanswered = latest !== undefined && latest.opened === undefined && latest.closure === undefined && latest.provider === provider.name;
  const order = isUnanswered ? latest : newOrder(charge, provider.name, now);
  if (!isUnanswered) await insertOrder(tx, order);
  return { order, isOurs: await holdOrder(tx, order.id, now, new Date(now.getTime() + holdSeconds * 1000)) };
});

// The number of the case tells people what it is; the random part keeps attempts apart.
const newOrder = ({ id, entityId, reference }: Charge, provider: string, now: Date): PaymentOrder =>
  ({ id: newId<'payment-order'>(now), entityId, chargeId: id, provider, code: `${reference.replace(/[^\w-]/g, '').slice(0, 40)}-${shortCode(8)}`, createdAt: now, asks: 0 });

async function ask(db: Db, charge: Charge, order: PaymentOrder, provider: Provider, now: Date): Promise<OpenedOrder | undefined> {
  const started = await provider.start(charge, order.code).catch(async (caught: unknown) => {
    await releaseOrder(db, order.id);
    throw caught;
  });
  if ('opened' in started) {
    await openOrder(db, order.id, started.opened, nextAskAt(0, now));
    return started.opened;
  }
  await closeOrder(db, order.id, { reason: 'lost', at: now });
  return undefined;
}

// Another call is asking. Its order may be lost meanwhile: then there is nothing to wait for, and the caller begins another.
async function awaitOpened(db: Db, order: PaymentOrder): Promise<OpenedOrder | undefined> {
  for (let waited = 0; waited < waitMillisMax; waited += pollMillis) {
    const current = await findOrder(db, order.id);
    if (current?.opened || current?.closure) return current.opened;
    await pause(pollMillis);
  }
  return refuse('order_starting');
}

