import { parseArgs } from 'node:util';
import { lineOf, type Taken } from './measurement.ts';
import { scales, type Bench } from './support/bench.ts';
import { writeDocument } from './document.ts';
import { stopServer } from './support/world.ts';
import { suites } from './suites/index.ts';

// Every temporary folder of a run goes away with the process.
process.setMaxListeners(0);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean' }, quick: { type: 'boolean' }, write: { type: 'boolean' }, postgres: { type: 'string', default: 'debian' } },
});
const bench: Bench = { scale: scales[values.quick ? 'quick' : 'full'], postgres: values.postgres === 'embedded' ? 'embedded' : 'debian' };
const asked = suites.filter(({ name }) => positionals.length === 0 || positionals.includes(name));

const taken: Taken[] = [];
for (const suite of asked) {
  for await (const measurement of suite.run(bench)) {
    taken.push(measurement);
    console.log(values.json ? JSON.stringify(lineOf(measurement)) : sayLine(measurement));
  }
}
if (values.write) writeDocument(asked, taken, bench);
await stopServer();
process.exit();

function sayLine({ name, value, unit, limit, ratio, goal, met, beside }: Taken): string {
  const share = ratio === null ? '' : ` = ${ratio} of ${limit} (${beside ?? ''})`;
  const aim = goal === undefined ? '' : `  ${met === true ? '✔' : '✘'} ${goal.of} ${goal.atLeast === undefined ? `≤ ${goal.atMost}` : `≥ ${goal.atLeast}`}`;
  return `${name.padEnd(36)} ${String(value).padStart(9)} ${unit}${share}${aim}`;
}
