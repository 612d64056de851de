import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { createLanes } from './lanes.ts';

const one = '01a1f92c-6bb0-70f9-a378-598175615934', two = '01a1f92c-6bb0-70f9-a378-598175615935';

/** Lanes whose work ends when it is told to. */
function slow() {
  const begun: string[] = [], ends = new Map<string, () => void>();
  const lanes = createLanes((row: { readonly key: string }) => new Promise<void>((resolve) => { begun.push(row.key); ends.set(row.key, resolve); }));
  const end = async (key: string) => { ends.get(key)?.(); await turn(); };
  return { begun, lanes, end };
}

const rows = (...keys: readonly string[]) => keys.map((key) => ({ key }));

test('what is silent holds up its own case alone', async () => {
  const { begun, lanes, end } = slow();
  lanes.take(rows(`service:${one}:1`, `case:${one}:2`, `service:${two}:1`, `case:${two}:2`));
  assert.deepEqual(begun, [`service:${one}:1`, `service:${two}:1`]);
  await end(`service:${two}:1`);
  assert.deepEqual(begun.slice(2), [`case:${two}:2`]);
  await end(`service:${one}:1`);
  assert.equal(begun.at(-1), `case:${one}:2`);
  assert.equal(lanes.isEmpty(), false);
});

test('no more than eight run, and the next begins when one ends', async () => {
  const { begun, lanes, end } = slow(), keys = Array.from({ length: 10 }, (_, n) => `job ${n}`);
  lanes.take(rows(...keys));
  assert.equal(begun.length, 8);
  assert.equal(lanes.hasRoom(), false);
  const moved = lanes.moved();
  await end('job 3');
  await moved;
  assert.deepEqual(begun.slice(8), ['job 8']);
  const emptied = lanes.emptied();
  for (const key of keys) await end(key);
  await emptied;
  assert.deepEqual([begun.length, lanes.ended(), lanes.isEmpty(), lanes.hasRoom()], [10, 10, true, true]);
});

test('a nudge wakes whoever waits although nothing ended', async () => {
  const { lanes } = slow();
  lanes.take(rows('job'));
  const moved = lanes.moved();
  lanes.nudge();
  await moved;
  assert.equal(lanes.isEmpty(), false);
});
