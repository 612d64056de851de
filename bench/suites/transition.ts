import type pg from 'pg';
import { measured, type Taken } from '../measurement.ts';
import { barePool } from '../support/bare-pool.ts';
import type { Bench, Suite } from '../support/bench.ts';
import { breed, herdTail } from '../support/herd.ts';
import { pgbench, stepScript } from '../support/pgbench.ts';
import { perSecond, race } from '../support/rounds.ts';
import { bareStep, Field, productStep, recordTransitions, type Transitions } from '../support/transitions.ts';
import { openWorld, submittedCase, type World } from '../support/world.ts';

/** Steps of a case through the product's functions, beside the same statements by the bare driver and by pgbench. */
export const transition: Suite = {
  name: 'transition',
  title: 'Steps of a case',
  needs: ['pgbench'],
  inTheWay: `The driver parses and plans both statements each time, because a pooler may stand between and so none is named, and Node sends, receives and decides in one thread that shares the cores with the server.`,
  method: `An officer takes a task, then answers it with a reason so that the flow passes a gateway and opens it again: each step is one read and one
statement that writes fact, case, task, command key, audit row and outbox row. The statements are written down while the product runs and sent again, word
for word, by \`pg\` alone with the parameters ready, and by pgbench (prepared, in C), each to cases of its own in the same tables, through the same socket.
Every commit reaches the disk. Cases are picked at random.`,
  run: measure,
};

async function* measure({ scale, postgres }: Bench): AsyncGenerator<Taken> {
  const world = await openWorld(postgres), pool = barePool(world.url);
  try {
    const like = await submittedCase(world), third = Math.floor(scale.cases / 3);
    await breed(world, { from: 0, to: 3 * third, like });
    const ground = { scale, world, pool, transitions: await recordTransitions(world, like), fields: [new Field(0, third), new Field(third, third), new Field(2 * third, third)] as const, third };
    for (const clients of [8, 32]) yield* compare(ground, clients);
  } finally {
    await pool.end();
    await world.close();
  }
}

type Ground = {
  readonly scale: Bench['scale']; readonly world: World; readonly pool: pg.Pool; readonly transitions: Transitions; readonly third: number;
  readonly fields: readonly [own: Field, bare: Field, pgbench: Field];
};

async function* compare({ scale, world, pool, transitions, fields: [own, bare, theirs], third }: Ground, clients: number): AsyncGenerator<Taken> {
  const script = stepScript({ first: herdTail(theirs.from), last: herdTail(theirs.from + third - 1), transitions });
  const contest = await race({
    product: (seconds) => perSecond((lane) => productStep(world, transitions, own.pick(lane, clients)), clients, seconds),
    driver: (seconds) => perSecond((lane) => bareStep(pool, transitions, bare.pick(lane, clients)), clients, seconds),
    pgbench: (seconds) => pgbench(world.url, script, clients, seconds),
  }, scale.rounds, scale.roundSeconds);
  const value = contest.value('product');
  for (const [limit, atLeast] of [['pgbench', 0.5], ['driver', 0.85]] as const) {
    yield measured({ name: `transition_${clients}_of_${limit}`, value, unit: 'per second', limit: contest.value(limit), ratio: contest.ratio('product', limit), beside: `${limit === 'driver' ? '`pg` alone' : 'pgbench'}, ${clients} at once`, goal: { of: 'ratio', atLeast } });
  }
}
