import type { Tx } from '#kernel/db/index.ts';
import { enqueue } from '#kernel/outbox/index.ts';
import type { Channel, Resource } from '../domain/resource.ts';
import { holdUntil } from '../domain/waiting.ts';
import { offerMessages } from '../events.ts';
import { givePlaceBack } from '../store/slots.ts';
import { offerToFirst } from '../store/waiting.ts';

/** A place that somebody left: kept for the first of the waiting list who can come that day and who is told, or free for everybody. */
export async function freePlace(tx: Tx, resource: Resource, start: Date, channel: Channel, now: Date): Promise<void> {
  const until = holdUntil(resource, start, now);
  const waiting = until && (await offerToFirst(tx, resource, { start, channel, until }));
  if (waiting && until) await enqueue(tx, offerMessages(waiting, start, until));
  else await givePlaceBack(tx, resource, start, channel);
}
