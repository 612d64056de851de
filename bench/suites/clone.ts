import { execFileSync, spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { invariant } from '#kernel/errors/index.ts';
import { temporaryFolder } from '#support/servers/daemon.ts';
import { freePort } from '#support/servers/ports.ts';
import { measured, type Taken } from '../measurement.ts';
import type { Suite } from '../support/bench.ts';
import { answers, root } from '../support/site.ts';

/** From a fresh clone to the first page. */
export const clone: Suite = {
  name: 'clone',
  title: 'From a clone to the first page',
  method: `The repository is cloned into an empty folder and \`npm start\` is run there with the Node of the system: dependencies from the package registry, database, catalogue, demonstration. The time ends with the first page.`,
  inTheWay: 'Most of it is spent downloading and unpacking the dependencies.',
  onlyWhenAsked: 'clone',
  run: measure,
};

const secondsMax = 300;

async function* measure(): AsyncGenerator<Taken> {
  const { folder, remove } = temporaryFolder('clone'), port = await freePort(), begun = performance.now();
  const seconds = () => (performance.now() - begun) / 1000;
  execFileSync('git', ['clone', '--quiet', root, join(folder, 'ventanilla')]);
  // As somebody who has just cloned it would: with the Node of the system, not with ours.
  const path = (process.env.PATH ?? '').split(':').filter((one) => !one.includes('node_modules')).join(':');
  const child = spawn('npm', ['start'], { cwd: join(folder, 'ventanilla'), stdio: 'ignore', detached: true, env: { ...process.env, PATH: path, PORT: String(port) } });
  try {
    while (!(await answers(`http://127.0.0.1:${port}`))) {
      invariant(child.exitCode === null && seconds() < secondsMax, 'the clone starts');
      await pause(50);
    }
    yield measured({ name: 'clone_to_first_page', value: seconds(), unit: 's', goal: { of: 'value', atMost: 60 } });
  } finally {
    const ended = new Promise((resolve) => { child.once('exit', resolve); });
    if (child.exitCode === null && child.pid !== undefined) { process.kill(-child.pid, 'SIGTERM'); await ended; }
    remove();
  }
}
