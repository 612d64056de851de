import type { Db } from '#kernel/db/index.ts';
import type { EntityId } from '#kernel/ids.ts';
import { enqueue } from '#kernel/outbox/index.ts';
import type { DeliveryId } from '../domain/notice.ts';
import { resendMessage } from '../events.ts';
import { takeBackFailure } from '../store/failed-letters.ts';

/**
 * Has a letter that was given up sent once more, with all its attempts before it. Joins the caller's transaction. `false` where there is nothing to
 * do: another entity's, unknown, or on its way again already.
 */
export const resendLetter = (db: Db, entityId: EntityId, id: DeliveryId, now: Date): Promise<boolean> => db.transaction(async (tx) => {
  const isBack = await takeBackFailure(tx, entityId, id);
  if (isBack) await enqueue(tx, [resendMessage(id, now)]);
  return isBack;
});
