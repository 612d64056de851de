import { loadCalendar } from '#modules/calendars/index.ts';
import { isRefusal } from '#kernel/errors/index.ts';
import type { Db } from '#kernel/db/index.ts';
import { parseId, type CaseId } from '#kernel/ids.ts';
import { enqueue, type Delivery } from '#kernel/outbox/index.ts';
import { topics } from '../events.ts';
import { openCaseIds } from '../store/read.ts';
import { perform, systemActor } from './perform.ts';

const batchSize = 200;

/**
 * The calendar changed: computes the open terms of every case again, two hundred cases a delivery, each delivery announcing the next.
 * A case whose dates don't move gets no fact.
 */
export async function recomputeAll(db: Db, { payload, now }: Delivery): Promise<void> {
  const revision = Number(payload.revision ?? 0);
  await loadCalendar(db, {}, { atLeast: revision });
  const ids = await openCaseIds(db, parseId<'case'>(payload.after), batchSize);
  for (const id of ids) await recompute(db, id, now);
  const after = ids.at(-1);
  if (ids.length === batchSize && after) await enqueue(db, [{ topic: topics.recompute, key: `${topics.recompute}:${revision}:${after}`, payload: { revision, after } }]);
}

async function recompute(db: Db, id: CaseId, now: Date): Promise<void> {
  await perform<'recompute_terms'>(db, id, now, () => ({ event: { type: 'recompute_terms', by: systemActor } }))
    .catch((caught: unknown) => { if (!isRefusal(caught, 'cases.not_awaited') && !isRefusal(caught, 'cases.closed')) throw caught; });
}
