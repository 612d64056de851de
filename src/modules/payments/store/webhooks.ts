import type { Db } from '#kernel/db/index.ts';
import type { Id } from '#kernel/ids.ts';
import type { OrderId } from '../domain/settlement.ts';

/** What a provider told by itself, as it came. */
export type StoredWebhook = {
  readonly id: Id<'webhook'>; readonly provider: string; readonly transaction: string; readonly orderId?: OrderId | undefined;
  /** The body as JSON text, already within its limit. */
  readonly payload: string; readonly receivedAt: Date;
};

/** Keeps a webhook as evidence. */
export async function insertWebhook(db: Db, { id, provider, transaction, orderId, payload, receivedAt }: StoredWebhook): Promise<void> {
  await db.rows('insert into payments.webhook (id, provider, transaction, order_id, payload, received_at) values ($1, $2, $3, $4, $5, $6)', [id, provider, transaction, orderId, payload, receivedAt]);
}
