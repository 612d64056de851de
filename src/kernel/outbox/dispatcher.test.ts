import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixedClock } from '../clock.ts';
import type { Db } from '../db/types.ts';
import { silentLog } from '../log.ts';
import { createDispatcher } from './index.ts';

test('what a message leaves to be delivered is delivered too, though nothing was due when somebody looked', async () => {
  const heard: string[] = [], looked = Promise.withResolvers<void>(), done = Promise.withResolvers<void>();
  const row = (id: string) => ({ id, topic: 'prueba', key: `prueba ${id}`, payload: {}, attempts: 1 });
  // The second look begins while the first message is still being told, and ends only after it.
  const looks = [async () => [row('1')], async () => { looked.resolve(); await done.promise; return []; }, async () => [row('2')]];
  const db: Db = { rows: async (sql) => (/skip locked/.test(sql) ? (await looks.shift()?.() ?? []) : []) as never[], transaction: () => assert.fail('nothing here needs a transaction') };
  const handle = async (_db: Db, { key }: { readonly key: string }): Promise<void> => {
    if (key === 'prueba 1') { await looked.promise; setTimeout(() => done.resolve(), 5); }
    heard.push(key);
  };
  const dispatcher = createDispatcher({ db, clock: fixedClock('2026-11-23T10:00:00-04:00'), log: silentLog, subscriptions: [{ topic: 'prueba', name: 'prueba', handle }], jobs: [] });
  assert.equal(await dispatcher.drain(), 2);
  assert.deepEqual(heard, ['prueba 1', 'prueba 2']);
});

test('a job is done while messages never end, and stopping waits for it', async () => {
  const done: string[] = [], begun = Promise.withResolvers<void>(), may = Promise.withResolvers<void>();
  const row = (id: string) => ({ id, topic: 'prueba', key: `prueba ${id}`, payload: {}, attempts: 1 });
  let id = 0;
  const db: Db = { rows: async (sql) => (/skip locked/.test(sql) ? [row(String(id += 1))] : /kernel\.job/.test(sql) ? [{ name: 'trabajo' }] : []) as never[], transaction: () => assert.fail('nothing here needs a transaction') };
  const handle = (): Promise<void> => new Promise((resolve) => { setTimeout(resolve, 1); });
  const job = { name: 'trabajo', everySeconds: 1, run: async () => { begun.resolve(); await may.promise; done.push('trabajo'); } };
  const dispatcher = createDispatcher({ db, clock: fixedClock('2026-11-23T10:00:00-04:00'), log: silentLog, subscriptions: [{ topic: 'prueba', name: 'prueba', handle }], jobs: [job] });
  dispatcher.start();
  await begun.promise;
  const stopped = dispatcher.stop();
  may.resolve();
  await stopped;
  assert.deepEqual(done, ['trabajo']);
});
