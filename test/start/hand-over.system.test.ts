import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { test } from 'node:test';
import { root } from '#support/source/index.ts';

// The launcher with a program of three lines in place of Ventanilla.
function launch(program: string): ChildProcess {
  const launcher = `import { handOver } from ${JSON.stringify(join(root, 'bin/setup/hand-over.mjs'))}; handOver(process.execPath, ['-e', ${JSON.stringify(program)}]);`;
  return spawn(process.execPath, ['--input-type=module', '-e', launcher], { stdio: ['ignore', 'pipe', 'inherit'] });
}

async function firstLine({ stdout }: ChildProcess): Promise<string> {
  for await (const chunk of stdout ?? []) return String(chunk).trim();
  return '';
}

const waits = `process.once('SIGTERM', () => { setTimeout(() => process.exit(3), 300); }); setInterval(() => {}, 1000); console.log(process.pid);`;

test('it ends as the program ends', async () => {
  const [code] = await once(launch('process.exitCode = 7'), 'exit');
  assert.equal(code, 7);
});

test('it dies of the signal the program died of', async () => {
  const [code, signal] = await once(launch(`process.kill(process.pid, 'SIGKILL')`), 'exit');
  assert.deepEqual([code, signal], [null, 'SIGKILL']);
});

test('a signal reaches the program, once, and it may end in its own way', async () => {
  const launched = launch(waits);
  await firstLine(launched);
  launched.kill('SIGTERM');
  await pause(50);
  launched.kill('SIGTERM');
  const [code] = await once(launched, 'exit');
  assert.equal(code, 3);
});

test('the program does not outlive a launcher that is killed', async () => {
  const launched = launch(waits);
  const pid = Number(await firstLine(launched));
  launched.kill('SIGKILL');
  await once(launched, 'exit');
  for (let tries = 0; isThere(pid) && tries < 200; tries += 1) await pause(25);
  assert.equal(isThere(pid), false);
});

// One that has ended and that nobody has collected counts as gone, so its memory is looked at.
function isThere(pid: number): boolean {
  try { return !/^0 /.test(readFileSync(`/proc/${pid}/statm`, 'utf8')); } catch { return false; }
}
