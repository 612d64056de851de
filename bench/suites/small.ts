import { hash } from 'node:crypto';
import { compileFeel, evaluateFeel } from '#kernel/feel/index.ts';
import { invariant } from '#kernel/errors/index.ts';
import { verifyChain } from '#modules/cases/index.ts';
import { step } from '#modules/flows/index.ts';
import { measured, type Taken } from '../measurement.ts';
import type { Bench, Suite } from '../support/bench.ts';
import { race } from '../support/rounds.ts';
import { openWorld, submittedCase } from '../support/world.ts';

/** The smallest things that happen all the time, in microseconds. */
export const small: Suite = {
  name: 'small',
  title: 'Small things',
  method: `In memory, one after the other: a step of the flow through a gateway to the next task; a condition in FEEL; a link of the chain of facts (SHA-256 over the link before and 600 bytes).
Checking a case reads its facts from the database, follows the chain and folds them again.`,
  run: measure,
};

const thousand = 1_000;

async function* measure({ scale: { rounds, roundSeconds }, postgres }: Bench): AsyncGenerator<Taken> {
  const world = await openWorld(postgres);
  try {
    const { flow } = world.definition, id = await submittedCase(world);
    const begun = step(flow, undefined, { kind: 'start' }, { now: new Date(), variables: { superficie: 10 } }).state;
    const token = begun.tokens[0]?.id;
    const { expression } = compileFeel('superficie > 100 and (calidad = "propio" or empleados * 2 >= 10)');
    invariant(token !== undefined && expression, 'the flow waits for an officer, and the condition can be read');
    const variables = { superficie: 140, calidad: 'apoderado', empleados: 6 }, now = new Date(), text = 'x'.repeat(600), previous = '0'.repeat(64);
    const works = {
      flow_step: () => step(flow, begun, { kind: 'complete', token, result: { outcome: 'devolver' } }, { now, variables }),
      feel: () => evaluateFeel(expression, variables),
      chain_link: () => hash('sha256', `${previous}\n${text}`),
    };
    const contest = await race({ flow_step: async (seconds) => micros(works.flow_step, seconds), feel: async (seconds) => micros(works.feel, seconds), chain_link: async (seconds) => micros(works.chain_link, seconds) }, rounds, roundSeconds / 4);
    for (const name of ['flow_step', 'feel', 'chain_link'] as const) yield measured({ name, value: contest.value(name), unit: 'µs' });
    const verified = await race({ verify: async (seconds) => microsLater(() => verifyChain(world.db, id), seconds) }, rounds, roundSeconds / 4);
    yield measured({ name: 'verify_case', value: verified.value('verify'), unit: 'µs' });
  } finally {
    await world.close();
  }
}

function micros(work: () => unknown, seconds: number): number {
  const begun = performance.now();
  let done = 0;
  for (; performance.now() - begun < seconds * thousand; done += 100) for (let i = 0; i < 100; i++) work();
  return ((performance.now() - begun) * thousand) / done;
}

async function microsLater(work: () => Promise<unknown>, seconds: number): Promise<number> {
  const begun = performance.now();
  let done = 0;
  for (; performance.now() - begun < seconds * thousand; done++) await work();
  return ((performance.now() - begun) * thousand) / done;
}
