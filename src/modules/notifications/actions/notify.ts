import type { Db, Tx } from '#kernel/db/index.ts';
import { invariant } from '#kernel/errors/index.ts';
import { newId } from '#kernel/ids.ts';
import { enqueue } from '#kernel/outbox/index.ts';
import { channels } from '../channels/index.ts';
import type { DeliveryId, NoticeId } from '../domain/notice.ts';
import { oneLine, paragraphs } from '../domain/render.ts';
import type { NotifyRequest } from '../domain/request.ts';
import { deliveryMessage } from '../events.ts';
import { insertDelivery } from '../store/deliveries.ts';
import { insertNotice } from '../store/notices.ts';

/**
 * Puts a message into the person's mailbox and, in the same transaction, a delivery in the outbox for every external channel that reaches them. Joins the
 * caller's transaction. Repeated with the same key it tells nobody twice.
 */
export async function notify(db: Db, request: NotifyRequest): Promise<void> {
  invariant(request.link === undefined || /^\/(?![/\\])/.test(request.link), 'a notice leads to a page of our own');
  await db.transaction(async (tx) => {
    const id = newId<'notice'>(request.now);
    if (await insertNotice(tx, { ...request, id, subject: oneLine(request.subject), body: paragraphs(request.body), mail: paragraphs(request.mail ?? '') })) await queue(tx, id, request);
  });
}

async function queue(tx: Tx, noticeId: NoticeId, { entityId, email, channels: wanted, now }: NotifyRequest): Promise<void> {
  for (const channel of channels) {
    const address = wanted === undefined || wanted.includes(channel.name) ? channel.addressOf({ email }) : undefined;
    if (address === undefined) continue;
    const id: DeliveryId = newId<'delivery'>(now);
    await insertDelivery(tx, { id, entityId, noticeId, channel: channel.name, address, createdAt: now });
    await enqueue(tx, [deliveryMessage(id, 1)]);
  }
}
