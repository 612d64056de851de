import { measured, type Taken } from '../measurement.ts';
import { barePool } from '../support/bare-pool.ts';
import type { Bench, Suite } from '../support/bench.ts';
import { herdTail } from '../support/herd.ts';
import { pgbench, submissionScript } from '../support/pgbench.ts';
import { perSecond, race } from '../support/rounds.ts';
import { Drafts, recordSubmission, submitByDriver, submitByProduct } from '../support/submissions.ts';
import { openWorld } from '../support/world.ts';

/** Drafts handed in by the product's function, beside the same statements by the bare driver and by pgbench. */
export const submission: Suite = {
  name: 'submission',
  title: 'Submissions',
  needs: ['pgbench'],
  inTheWay: `A submission is six statements in four turns, and its answers are checked as a whole before; pgbench does no checking.`,
  method: `A complete draft is handed in: its answers are checked as a whole, it gets its number, its files change hands, and the first fact is written with all that follows.
The statements are recorded and sent again as for a transition. Drafts are made beforehand, and each is handed in once.`,
  run: measure,
};

// More than the fastest contender can hand in.
const draftsPerSecond = 8_000;

async function* measure({ scale, postgres }: Bench): AsyncGenerator<Taken> {
  const world = await openWorld(postgres), pool = barePool(world.url);
  try {
    const statements = await recordSubmission(world);
    const own = new Drafts(0), bare = new Drafts(10_000_000), theirs = new Drafts(20_000_000);
    for (const clients of [8, 32]) {
      const ready = (drafts: Drafts, seconds: number) => drafts.prepare(world, Math.ceil(Math.max(1, seconds) * draftsPerSecond));
      const contest = await race({
        product: async (seconds) => { await ready(own, seconds); return perSecond(() => submitByProduct(world, own.take()), clients, seconds); },
        driver: async (seconds) => { await ready(bare, seconds); return perSecond(() => submitByDriver(pool, statements, bare.take()), clients, seconds); },
        pgbench: async (seconds) => {
          const first = herdTail(await ready(theirs, seconds)), each = Math.floor(Math.max(1, seconds) * draftsPerSecond / clients);
          theirs.spend();
          return pgbench(world.url, submissionScript({ first, each, statements }), clients, seconds);
        },
      }, scale.rounds, scale.roundSeconds);
      const value = contest.value('product');
      for (const [limit, atLeast] of [['pgbench', 0.5], ['driver', 0.85]] as const) {
        yield measured({ name: `submission_${clients}_of_${limit}`, value, unit: 'per second', limit: contest.value(limit), ratio: contest.ratio('product', limit), beside: `${limit === 'driver' ? '`pg` alone' : 'pgbench'}, ${clients} at once`, goal: { of: 'ratio', atLeast } });
      }
    }
  } finally {
    await pool.end();
    await world.close();
  }
}
