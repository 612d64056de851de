import { availableParallelism } from 'node:os';
import { joined, nothing, type Outcome } from './outcome.ts';
import { stopPrograms } from './programs.ts';
import { servers, stagesFor, type Stage } from './stages.ts';

/**
 * Everything that must hold, in one command: `npm test`. `npm test -- unit walls` runs those stages only, `npm test -- flows` the tests whose
 * path contains that. The last line counts all of it.
 */
async function main(words: readonly string[]): Promise<void> {
  const began = performance.now();
  const stages = choose(words);
  const lanes = new Map(['first', 'static', 'embedded', 'debian', 'last'].map((lane) => [lane, stages.filter((stage) => stage.lane === lane)]));
  const inLane = (lane: string) => inOrder(lanes.get(lane) ?? []);
  const first = await inLane('first');
  const middle = availableParallelism() > 1 ? await Promise.all(middleLanes.map(inLane)) : [await inOrder(middleLanes.flatMap((lane) => lanes.get(lane) ?? []))];
  const last = await inLane('last');
  const total = [first, ...middle, last].reduce(joined, nothing);
  console.log(`\n${((performance.now() - began) / 1000).toFixed(0)} s in all`);
  const skipped = total.skipped.length > 0 ? `, ${total.skipped.length} skipped` : '';
  console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
  process.exitCode = total.failed > 0 ? 1 : 0;
}

const middleLanes = ['static', 'embedded', 'debian'];

// `integration` means both databases. A word that names no stage is part of a path, and picks the stages that have such test files.
function choose(words: readonly string[]): readonly Stage[] {
  const all = stagesFor([]).map(({ name }) => name);
  const names = (word: string, name: string) => name === word || name.startsWith(`${word}-`);
  const paths = words.filter((word) => !all.some((name) => names(word, name)));
  const named = stagesFor([]).filter(({ name }) => words.some((word) => names(word, name)));
  const found = paths.length === 0 ? [] : stagesFor(paths).filter(({ name, files }) => files !== undefined && files.length > 0 && !named.some((stage) => stage.name === name));
  const chosen = words.length === 0 ? stagesFor([]) : [...named, ...found];
  return chosen.some(({ files }) => files !== undefined) ? [...stagesFor([]).filter(({ name }) => name === 'setup' && !chosen.some((stage) => stage.name === name)), ...chosen] : chosen;
}

async function inOrder(stages: readonly Stage[]): Promise<Outcome> {
  let total = nothing;
  for (const stage of stages) total = joined(total, await report(stage));
  return total;
}

async function report(stage: Stage): Promise<Outcome> {
  const began = performance.now();
  const outcome = await stage.run().catch((error: unknown): Outcome => ({ ...nothing, failed: 1, log: String(error instanceof Error ? error.stack : error) }));
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const skipped = outcome.skipped.length > 0 ? `, ${outcome.skipped.length} skipped` : '';
  console.log(`${outcome.failed > 0 ? '✘' : '✔'} ${stage.name.padEnd(16)} ${`${outcome.passed} passed, ${outcome.failed} failed${skipped}`.padEnd(36)} ${seconds.padStart(6)} s`);
  for (const name of outcome.skipped) console.log(`    skipped: ${name}`);
  if (outcome.failed > 0) console.log(outcome.log.trimEnd().replace(/^/gm, '    '));
  return outcome;
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, async () => {
    stopPrograms();
    await Promise.all([...servers].map((server) => server.stop()));
    process.exit(1);
  });
}

await main(process.argv.slice(2));
