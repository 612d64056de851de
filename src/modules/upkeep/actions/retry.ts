import { resendLetter } from '#modules/notifications/index.ts';
import type { Person } from '#kernel/access.ts';
import { audit } from '#kernel/audit/index.ts';
import type { Db } from '#kernel/db/index.ts';
import type { EntityId, Id } from '#kernel/ids.ts';
import { retryMessage } from '#kernel/outbox/index.ts';

/** Who asks, as the audit wants it. */
export type Asker = { readonly person: Person; readonly entityId: EntityId; readonly requestId: string };

/** Has a message that was given up tried again; `false` where there is none, or somebody did it before. */
export const retryGivenUp = (db: Db, id: string, { person, requestId }: Asker): Promise<boolean> => db.transaction(async (tx) => {
  const topic = await retryMessage(tx, id);
  if (topic !== undefined) await audit(tx, { action: 'upkeep.message_retried', subject: `message:${id}`, person, detail: { topic }, requestId });
  return topic !== undefined;
});

/** Has a letter of the asker's entity that was given up sent again; `false` where there is none, or it is on its way. */
export const resendFailed = (db: Db, id: Id<'delivery'>, { person, entityId, requestId }: Asker, now: Date): Promise<boolean> => db.transaction(async (tx) => {
  const isSent = await resendLetter(tx, entityId, id, now);
  if (isSent) await audit(tx, { action: 'upkeep.letter_resent', subject: `delivery:${id}`, person, requestId });
  return isSent;
});
