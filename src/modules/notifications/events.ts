import type { OutboxMessage } from '#kernel/outbox/index.ts';
import type { DeliveryId } from './domain/notice.ts';

/** Topic of letters that wait to be sent: `{deliveryId, attempt}`. */
export const deliverTopic = 'notifications.deliver';

/** The message that has a letter sent, now or at `runAt`. */
export const deliveryMessage = (deliveryId: DeliveryId, attempt: number, runAt?: Date): OutboxMessage =>
  ({ topic: deliverTopic, key: `${deliverTopic}:${deliveryId}:${attempt}`, payload: { deliveryId, attempt }, ...(runAt && { runAt }) });

/** The message that has a letter sent from the beginning. Its key is of this instant: the one of the first attempt may just be leaving the outbox. */
export const resendMessage = (deliveryId: DeliveryId, now: Date): OutboxMessage =>
  ({ ...deliveryMessage(deliveryId, 1), key: `${deliverTopic}:${deliveryId}:again:${now.getTime()}` });
