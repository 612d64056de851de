import type { Db } from '#kernel/db/index.ts';
import { parseId } from '#kernel/ids.ts';
import type { Log } from '#kernel/log.ts';
import { enqueue, type Delivery } from '#kernel/outbox/index.ts';
import type { Outcome, Sender } from '../channels/contract.ts';
import { retryAt } from '../domain/notice.ts';
import { deliveryMessage } from '../events.ts';
import { letterOf } from '../pages/letter.ts';
import { findDelivery, markFailed, markSent } from '../store/deliveries.ts';

/** What sending needs: the open channels by name, and where the site is. */
export type DeliverDeps = { readonly senders: ReadonlyMap<string, Sender>; readonly publicUrl: () => string; readonly log: Log };

/**
 * Sends one letter and notes what became of it. A failure that may pass plans the next attempt, from a minute to half a day later; after the last
 * one, or when the server says never, the letter is given up with its reason. A crash in between sends the same Message-ID again.
 */
export async function deliver({ senders, publicUrl, log }: DeliverDeps, db: Db, { payload, now }: Delivery): Promise<void> {
  const id = parseId<'delivery'>(payload['deliveryId']), attempt = Number(payload['attempt']);
  const carried = id && await findDelivery(db, id);
  if (!id || carried?.delivery.state !== 'queued') return;
  const sender = senders.get(carried.delivery.channel);
  const outcome: Outcome = sender ? await sender.send(letterOf(carried, publicUrl())) : { kind: 'never', reason: 'Este canal ya no existe.' };
  if (outcome.kind === 'sent') return markSent(db, id, now);
  log.warn('letter not sent', { delivery: id, attempt, reason: outcome.reason });
  const again = outcome.kind === 'later' ? retryAt(attempt, now) : undefined;
  await db.transaction(async (tx) => {
    await markFailed(tx, id, outcome.reason, again ? undefined : now);
    if (again) await enqueue(tx, [deliveryMessage(id, attempt + 1, again)]);
  });
}
