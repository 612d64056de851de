import { parseArgs } from 'node:util';
import { writeDocument, type Chapter } from './document.ts';
import { lineOf, type Taken } from './measurement.ts';
import { scales, type Bench } from './support/bench.ts';
import { missingOf } from './support/programs.ts';
import { stopServer } from './support/world.ts';
import { suites } from './suites/index.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean' }, quick: { type: 'boolean' }, write: { type: 'boolean' }, clone: { type: 'boolean' }, postgres: { type: 'string', default: 'debian' } },
});
// Every temporary folder of a run goes away with the process.
process.setMaxListeners(0);

const bench: Bench = { scale: scales[values.quick ? 'quick' : 'full'], postgres: values.postgres === 'embedded' ? 'embedded' : 'debian' };
const asked = suites.filter(({ name, onlyWhenAsked }) => (positionals.length === 0 ? onlyWhenAsked === undefined || values[onlyWhenAsked] === true : positionals.includes(name)));

const chapters: Chapter[] = [];
for (const suite of asked) {
  const missing = missingOf(suite.needs ?? []);
  if (missing.length > 0) console.error(`${suite.name} is left out: ${missing.join(', ')} of Debian is not installed`);
  else chapters.push({ suite, taken: await measureWith(suite.run(bench)) });
}
await stopServer();
if (values.write) writeDocument(chapters, bench);
process.exit();

async function measureWith(found: AsyncIterable<Taken>): Promise<readonly Taken[]> {
  const taken: Taken[] = [];
  for await (const one of found) {
    taken.push(one);
    console.log(values.json ? JSON.stringify(lineOf(one)) : sayLine(one));
  }
  return taken;
}

function sayLine({ name, value, unit, limit, ratio, goal, met, beside }: Taken): string {
  const share = ratio === null ? '' : ` = ${ratio} of ${limit} (${beside ?? ''})`;
  const aim = goal === undefined ? '' : `  ${met === true ? '✔' : '✘'} ${goal.of} ${goal.atLeast === undefined ? `≤ ${goal.atMost}` : `≥ ${goal.atLeast}`}`;
  return `${name.padEnd(36)} ${String(value).padStart(9)} ${unit}${share}${aim}`;
}
