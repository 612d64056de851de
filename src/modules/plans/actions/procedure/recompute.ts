import type { Db } from '#kernel/db/index.ts';
import { isRefusal } from '#kernel/errors/index.ts';
import { parseId } from '#kernel/ids.ts';
import { enqueue, type Delivery } from '#kernel/outbox/index.ts';
import { runningAfter } from '../../store/procedure/lists.ts';
import { proceed } from './proceed.ts';

/** Topic of the message with which the next plans are computed. */
export const recomputeTopic = 'plans.recompute';

const batchSize = 100;

/** The calendar changed: computes the term that runs in every plan again, a hundred plans a delivery, each announcing the next. A plan whose date stays gets no fact. */
export async function recomputePlans(db: Db, { payload, now }: Delivery): Promise<void> {
  const revision = Number(payload.revision ?? 0), ids = await runningAfter(db, parseId<'plan'>(payload.after), batchSize);
  for (const id of ids) {
    await proceed<'recompute_terms'>(db, { id, now, person: undefined, key: `recompute:${revision}`, atLeast: revision, make: (_standing, by) => ({ type: 'recompute_terms', by }) })
      .catch((caught: unknown) => { if (!isRefusal(caught, 'plans.plan_not_at_step')) throw caught; });
  }
  const after = ids.at(-1);
  if (ids.length === batchSize && after) await enqueue(db, [{ topic: recomputeTopic, key: `${recomputeTopic}:${revision}:${after}`, payload: { revision, after } }]);
}
