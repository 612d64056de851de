import type { Db } from '../db/types.ts';

/** A message that does not get through. Who it is about is not told: its payload stays where it is. */
export type TroubledMessage = {
  readonly id: string;
  readonly topic: string;
  /** Since when it fails, or should have been delivered where nobody tried yet. */
  readonly since: Date;
  readonly attempts: number;
  /** What the last attempt ended with: code of a refusal, of the system or of Postgres, and what it said. */
  readonly error?: { readonly code?: string; readonly said: string };
};

/** Messages that are due, or fail, for longer than this are in trouble: shorter ones are about to be delivered. */
const patienceSeconds = 300;

/** Messages that wait too long and are still tried, at most `limit`: those that fail, the oldest first, then those that nobody got to. */
export async function lateMessages(db: Db, now: Date, limit: number): Promise<readonly TroubledMessage[]> {
  const before = new Date(now.getTime() - patienceSeconds * 1000);
  const rows = await db.rows<Row>(`
    (select ${columns}, failing_since as since from kernel.outbox where failing_since <= $1 order by failing_since, id limit $2)
    union all
    (select ${columns}, run_at as since from kernel.outbox where run_at <= $1 and failing_since is null order by run_at, id limit $2)
    limit $2`, [before, limit]);
  return rows.map(toMessage);
}

/** Messages that are not tried any more, the latest first, at most `limit`. */
export async function givenUpMessages(db: Db, limit: number): Promise<readonly TroubledMessage[]> {
  const rows = await db.rows<Row>(`select ${columns}, coalesce(failing_since, created_at) as since from kernel.outbox_failed order by failed_at desc, id desc limit $1`, [limit]);
  return rows.map(toMessage);
}

/**
 * Has a message that was given up tried again from the beginning: its topic, or `undefined` where it is not among those given up, because it
 * never was or because somebody did this before. Where the same key waits already, that one tells it.
 */
export async function retryMessage(db: Db, id: string): Promise<string | undefined> {
  const [row] = await db.rows<{ topic: string }>(`
    with back as (delete from kernel.outbox_failed where id = $1::bigint returning topic, key, payload),
    again as (insert into kernel.outbox (topic, key, payload) select topic, key, payload from back on conflict (key) do nothing)
    select topic from back`, [id]);
  return row?.topic;
}

const columns = 'id::text, topic, attempts, error_code as code, last_error as said';

type Row = Pick<TroubledMessage, 'id' | 'topic' | 'since' | 'attempts'> & { readonly code: string | null; readonly said: string | null };

const toMessage = ({ code, said, ...row }: Row): TroubledMessage => ({ ...row, ...(said !== null && { error: { said, ...(code !== null && { code }) } }) });
