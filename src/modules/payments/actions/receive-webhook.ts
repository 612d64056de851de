import type { Db } from '#kernel/db/index.ts';
import { isRefusal } from '#kernel/errors/index.ts';
import { newId, parseId } from '#kernel/ids.ts';
import { enqueue, type Delivery } from '#kernel/outbox/index.ts';
import { refuse } from '../errors.ts';
import { insertDiscrepancy } from '../store/discrepancies.ts';
import { findOrderByTransaction } from '../store/orders.ts';
import { insertWebhook } from '../store/webhooks.ts';
import { providerNamed, type Wiring } from '../wiring.ts';
import { askOrder } from './ask-order.ts';

/** Topic of the question that follows a webhook. */
export const askTopic = 'payments.ask';

// Most characters of a webhook that is kept.
const webhookCharactersMax = 16_384;

/**
 * Takes in what a provider tells by itself: keeps it as it came and has the provider asked. Answering means that it is stored; it settles
 * nothing, however often it comes. Refuses strangers, what cannot be read, and transactions that nobody here opened.
 */
export async function receiveWebhook(wiring: Wiring, db: Db, name: string, body: unknown, headers: Readonly<Record<string, string | undefined>>, now: Date): Promise<void> {
  const provider = providerNamed(wiring, name) ?? refuse('unknown_provider');
  const news = await provider.readWebhook(body, headers);
  if ('fault' in news) return refuse(news.fault);
  const payload = JSON.stringify(body);
  if (payload.length > webhookCharactersMax) refuse('webhook_too_large', { bytes: webhookCharactersMax });
  const order = await findOrderByTransaction(db, name, news.transaction);
  await db.transaction(async (tx) => {
    const id = newId<'webhook'>(now);
    await insertWebhook(tx, { id, provider: name, transaction: news.transaction, orderId: order?.id, payload, receivedAt: now });
    if (order) await enqueue(tx, [{ topic: askTopic, key: `${askTopic}:${id}`, payload: { orderId: order.id } }]);
    else await insertDiscrepancy(tx, { kind: 'unknown_transaction', subject: `${name}:${news.transaction}`, detail: { transaction: news.transaction }, at: now });
  });
  if (!order) refuse('transaction_unknown');
}

/** Asks about the order that a webhook spoke of. A silent provider is asked again by the reconciliation, so it is no failure here. */
export async function askAfterWebhook(wiring: Wiring, db: Db, { payload, now }: Delivery): Promise<void> {
  const id = parseId<'payment-order'>(payload['orderId']);
  if (id) await askOrder(wiring, db, id, now).catch((caught: unknown) => {
    if (!isRefusal(caught, 'payments.provider_unavailable')) throw caught;
  });
}
