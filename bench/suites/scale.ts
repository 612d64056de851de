import { localDateOf } from '#kernel/clock.ts';
import { queueCounts, queuePage, queueProcedures } from '#modules/cases/index.ts';
import { measured, type Taken } from '../measurement.ts';
import type { Bench, Suite } from '../support/bench.ts';
import { breed } from '../support/herd.ts';
import { perSecond, race } from '../support/rounds.ts';
import { asOwner } from '../support/site.ts';
import { Field, productStep, recordTransitions } from '../support/transitions.ts';
import { openWorld, submittedCase, type World } from '../support/world.ts';

/** The officer's queue and a transition when there are ever more cases. */
export const scale: Suite = {
  name: 'scale',
  title: 'With ever more cases',
  inTheWay: `The more cases, the fewer of the pages that a step touches are in the server's memory, and the first change of each after a checkpoint is written whole.`,
  method: `Three databases on one server hold 10⁴, 10⁵ and 10⁶ open cases, each with its facts and a task, spread over four units and four hundred legal dates. They take turns:
a page of the queue is what \`/escritorio\` reads (25 lines, the four counts, the procedures of the filter), one after the other; a transition is that of above, eight at once,
on a thousand cases that lie all over the tables, as many as an office has in hand. The limit is the smallest of the three.`,
  run: measure,
};

type Stand = { readonly cases: number; readonly world: World; readonly queue: () => Promise<unknown>; readonly transition: (lane: number, lanes: number) => Promise<unknown> };

const inHand = 1_000, lanes = 8;

async function* measure({ scale: { caseCounts, rounds, roundSeconds }, postgres }: Bench): AsyncGenerator<Taken> {
  const stands: Stand[] = [];
  try {
    for (const cases of caseCounts) stands.push(await standOf(cases, postgres));
    yield* compare('queue_page', (stand, seconds) => perSecond(stand.queue, 1, seconds), stands, rounds, roundSeconds);
    yield* compare('transition', (stand, seconds) => perSecond((lane) => stand.transition(lane, lanes), lanes, seconds), stands, rounds, roundSeconds);
  } finally {
    for (const { world } of stands) await world.close();
  }
}

async function standOf(cases: number, postgres: Bench['postgres']): Promise<Stand> {
  const world = await openWorld(postgres), like = await submittedCase(world);
  await breed(world, { from: 0, to: cases, like });
  const transitions = await recordTransitions(world, like);
  await asOwner(world.ownerUrl, 'checkpoint');
  const { db, officer, definition: { entityId } } = world, today = localDateOf(new Date());
  const apart = Math.max(1, Math.floor(cases / inHand)), field = new Field(0, Math.min(cases, inHand));
  return {
    cases, world,
    queue: () => Promise.all([
      queuePage(db, { entityId, units: officer.units, held: 'all', personId: officer.id, limit: 26 }), queueCounts(db, entityId, officer.units, officer.id, today),
      queueProcedures(db, entityId, officer.units),
    ]),
    transition: (lane, all) => {
      const { n, done } = field.pick(lane, all);
      return productStep(world, transitions, { n: n * apart, done });
    },
  };
}

async function* compare(name: string, work: (stand: Stand, seconds: number) => Promise<number>, stands: readonly Stand[], rounds: number, seconds: number): AsyncGenerator<Taken> {
  const contest = await race(Object.fromEntries(stands.map((stand) => [String(stand.cases), (time: number) => work(stand, time)])), rounds, seconds);
  const smallest = String(stands[0]?.cases);
  for (const [at, { cases }] of stands.entries()) {
    const value = contest.value(String(cases)), found = { name: `${name}_${cases}_cases`, value, unit: 'per second' };
    yield at === 0 ? measured(found) : measured({ ...found, limit: contest.value(smallest), ratio: contest.ratio(String(cases), smallest), beside: `${smallest} cases`, goal: { of: 'ratio', atLeast: 0.8 } });
  }
}
