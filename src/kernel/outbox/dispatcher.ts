import type { Clock } from '../clock.ts';
import type { Db } from '../db/types.ts';
import { codeOf } from '../errors/index.ts';
import type { Log } from '../log.ts';
import { createLanes } from './lanes.ts';
import type { Delivery, Job, Subscription } from './types.ts';

/** Delivers messages and runs repeated jobs until stopped. Any number of processes may do so on one database. */
export type Dispatcher = {
  readonly start: () => void;
  /** Waits for what is being delivered, then returns; nothing new is begun. */
  readonly stop: () => Promise<void>;
  /** Looks for due messages now rather than at the next tick: called after a commit, so that people need not wait. */
  readonly wake: () => void;
  /** Delivers everything that is due and what follows from it; for tests, commands, and pages that must show the effect at once. */
  readonly drain: () => Promise<number>;
};

export type DispatcherDeps = {
  readonly db: Db; readonly clock: Clock; readonly log: Log;
  readonly subscriptions: readonly Subscription[]; readonly jobs: readonly Job[];
};

const batchMax = 24, attemptsMax = 12, leaseSeconds = 60, tickMillis = 500, drainRoundsMax = 2_000;

type Row = { readonly id: string; readonly topic: string; readonly key: string; readonly payload: Record<string, unknown>; readonly attempts: number };

/** Makes the dispatcher; nothing runs before `start` or `drain`. */
export function createDispatcher(deps: DispatcherDeps): Dispatcher {
  const byTopic = Map.groupBy(deps.subscriptions, (subscription) => subscription.topic);
  // Told, and not yet taken out of the table: that goes along with the next look, or when everything is told.
  const told: string[] = [];
  const lanes = createLanes(async (row: Row) => {
    const isTold = await deliver(deps, byTopic.get(row.topic) ?? [], row).catch((cause: unknown) => deps.log.error('dispatcher', { cause }));
    if (isTold === true) told.push(row.id);
  });
  let timer: NodeJS.Timeout | undefined, running: Promise<unknown> = Promise.resolve(), stopped = false, again = false, busy = false;

  const look = async (howMany: number): Promise<Row[]> => {
    const gone = told.splice(0);
    if (howMany === 0 && gone.length === 0) return [];
    try { return await exchange(deps.db, gone, howMany, deps.clock.now()); } catch (caught) { told.push(...gone); throw caught; }
  };
  const drain = async (): Promise<number> => {
    let delivered = 0;
    for (let i = 0; i < drainRoundsMax && !stopped; i++) {
      const before = lanes.ended(), rows = await look(lanes.hasRoom() ? batchMax : 0);
      lanes.take(rows);
      delivered += rows.length;
      // What ended while we looked may have left something new to deliver.
      if (lanes.ended() > before) continue;
      if (rows.length === 0 && lanes.isEmpty() && told.length === 0) break;
      if (rows.length === 0 || !lanes.hasRoom()) await lanes.moved();
    }
    return delivered;
  };
  const tick = async (): Promise<void> => {
    if (busy) { again = true; lanes.nudge(); return; }
    busy = true;
    try {
      do { again = false; await drain(); } while (again && !stopped);
    } catch (caught) {
      deps.log.error('dispatcher', { cause: caught });
    } finally { busy = false; }
    await lanes.emptied();
    // What was told and stays would only be told again.
    if (stopped) await look(0).catch((cause: unknown) => deps.log.warn('dispatcher', { cause }));
  };
  // Jobs go beside the deliveries: with a thousand messages a second to deliver there is never a moment after them.
  let working: Promise<void> | undefined;
  const work = (): Promise<void> => (working ??= runJobs(deps).catch((cause: unknown) => { deps.log.error('dispatcher', { cause }); }).finally(() => { working = undefined; }));
  const wake = (): void => {
    if (stopped) return;
    const ended = Promise.all([tick(), work()]);
    running = Promise.all([running, ended]);
  };
  return {
    start: () => { timer = setInterval(wake, tickMillis); timer.unref(); wake(); },
    stop: async () => { stopped = true; clearInterval(timer); await running; },
    wake, drain,
  };
}

// What was told goes and what is due is leased, in one statement that waits for nobody's lock. Leasing moves run_at forward, so that a message whose process dies comes back by itself.
const exchange = (db: Db, gone: readonly string[], howMany: number, now: Date): Promise<Row[]> => db.rows<Row>(`
  with gone as (delete from kernel.outbox where id in (select id from kernel.outbox where id = any($2::bigint[]) for update skip locked))
  update kernel.outbox o set run_at = $1::timestamptz + make_interval(secs => ${leaseSeconds}), attempts = attempts + 1
  from (select id from kernel.outbox where run_at <= $1 and id <> all($2::bigint[]) order by run_at, id limit $3 for update skip locked) due
  where o.id = due.id returning o.id::text, o.topic, o.key, o.payload, o.attempts`, [now, gone, howMany]).then((rows) => rows.sort((a, b) => Number(a.id) - Number(b.id)));

/** Whether everybody was told; otherwise the message waits for another time. */
async function deliver(deps: DispatcherDeps, subscriptions: readonly Subscription[], row: Row): Promise<boolean> {
  const delivery: Delivery = { topic: row.topic, key: row.key, payload: row.payload, attempt: row.attempts, now: deps.clock.now() };
  try {
    for (const subscription of subscriptions) await subscription.handle(deps.db, delivery);
    return true;
  } catch (caught) {
    deps.log.warn('delivery failed', { topic: row.topic, key: row.key, attempt: row.attempts, cause: caught });
    await postpone(deps.db, row, delivery.now, caught);
    return false;
  }
}

async function postpone(db: Db, row: Row, now: Date, cause: unknown): Promise<void> {
  const said = cause instanceof Error ? cause.message : String(cause), code = codeOf(cause);
  if (row.attempts >= attemptsMax) await db.rows(giveUp, [row.id, said, code, now]);
  else await db.rows(tryLater, [row.id, said, code, now, retryAt(row.attempts, now)]);
}

const tryLater = 'update kernel.outbox set run_at = $5, last_error = $2, error_code = $3, failing_since = coalesce(failing_since, $4) where id = $1';

const giveUp = `
  with gone as (delete from kernel.outbox where id = $1 returning *)
  insert into kernel.outbox_failed (id, topic, key, payload, attempts, last_error, error_code, created_at, failing_since, failed_at)
  select id, topic, key, payload, attempts, $2, $3, created_at, coalesce(failing_since, $4::timestamptz), $4 from gone`;

// 2, 4, 8 … seconds, never more than an hour.
const retryAt = (attempt: number, now: Date): Date => new Date(now.getTime() + Math.min(2 ** attempt, 3_600) * 1000);

async function runJobs(deps: DispatcherDeps): Promise<void> {
  for (const job of deps.jobs) {
    if (!(await claimJob(deps.db, job, deps.clock.now()))) continue;
    try { await job.run(deps.db, deps.clock.now()); } catch (caught) { deps.log.error('job failed', { job: job.name, cause: caught }); }
  }
}

const claimJob = async (db: Db, job: Job, now: Date): Promise<boolean> => {
  const next = new Date(now.getTime() + job.everySeconds * 1000);
  const claimed = await db.rows(`
    insert into kernel.job (name, next_at) values ($1, $3)
    on conflict (name) do update set next_at = $3 where kernel.job.next_at <= $2 returning name`, [job.name, now, next]);
  return claimed.length > 0;
};
