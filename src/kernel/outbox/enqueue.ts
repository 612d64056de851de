import type { Db } from '../db/types.ts';
import type { OutboxMessage } from './types.ts';

/**
 * Writes messages in the caller's transaction. The second message with the same key is dropped while the first waits, so a command
 * that is repeated announces itself once.
 */
export async function enqueue(db: Db, messages: readonly OutboxMessage[]): Promise<void> {
  if (messages.length === 0) return;
  await db.rows(insertSql, [outboxJson(messages)]);
}

/** The messages as the JSON array that `kernel.outbox` statements take: for writing them inside a larger statement. */
export const outboxJson = (messages: readonly OutboxMessage[]): string =>
  JSON.stringify(messages.map(({ topic, key, payload, runAt }) => ({ topic, key, payload, run_at: runAt?.toISOString() ?? null })));

const insertSql = `
  insert into kernel.outbox (topic, key, payload, run_at)
  select topic, key, payload, coalesce(run_at, now()) from jsonb_to_recordset($1::jsonb) as m(topic text, key text, payload jsonb, run_at timestamptz)
  on conflict (key) do nothing`;

/** Takes back messages that have not been delivered yet, such as timers of a case that has ended. */
export async function cancelMessages(db: Db, keys: readonly string[]): Promise<void> {
  if (keys.length > 0) await db.rows('delete from kernel.outbox where key = any($1)', [keys]);
}
