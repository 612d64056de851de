import type { Db } from '../db/index.ts';
import type { Metric } from './text.ts';

/** What waits to be told, how long it has been waiting, and what was given up. */
export async function outboxMetrics(db: Db): Promise<readonly Metric[]> {
  const [found] = await db.rows<{ due: number; later: number; oldest: number; retried: number; failed: number }>(`
    select count(*) filter (where run_at <= now())::int as due, count(*) filter (where run_at > now())::int as later, count(*) filter (where last_error is not null)::int as retried,
      coalesce(extract(epoch from now() - min(run_at) filter (where run_at <= now())), 0)::float8 as oldest, (select count(*)::int from kernel.outbox_failed) as failed
    from kernel.outbox`);
  const { due = 0, later = 0, oldest = 0, retried = 0, failed = 0 } = found ?? {};
  return [
    {
      name: 'ventanilla_outbox_messages', help: 'Mensajes por entregar: los que ya tocan, los de más tarde y los que ya fallaron alguna vez.', type: 'gauge',
      rows: [{ labels: { state: 'due' }, value: due }, { labels: { state: 'later' }, value: later }, { labels: { state: 'retried' }, value: retried }],
    },
    { name: 'ventanilla_outbox_oldest_seconds', help: 'Cuánto hace que toca el mensaje más atrasado.', type: 'gauge', rows: [{ value: oldest }] },
    { name: 'ventanilla_outbox_failed', help: 'Mensajes que se dejaron de intentar: alguien debe mirarlos.', type: 'gauge', rows: [{ value: failed }] },
  ];
}
