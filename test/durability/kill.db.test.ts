import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { openDatabase, type Database } from '#kernel/db/index.ts';
import { until } from '#support/procedure-steps.ts';
import { citizen, officer } from '#support/people.ts';
import { send } from '#support/raw-request.ts';
import { startLoad, type Acknowledged } from './load.ts';
import { tally } from './tally.ts';
import { execute, onItsOwn, onServer, type Victims } from './victims.ts';

// Everything below runs on the database of this lane; the one that Ventanilla brings along also as it brings it.
const kind = process.env.TEST_POSTGRES === 'debian' ? 'debian' : 'embedded';

const worlds: readonly (readonly [name: string, start: () => Promise<Victims>])[] = [
  [`a server (${kind})`, () => onServer(kind)],
  ...(kind === 'embedded' ? [['the database it brings along', onItsOwn] as const] : []),
];

/** What falls in each round. */
const rounds = ['process', 'database', 'both', 'database', 'process'] as const;

const roundMillis = [900, 1_800] as const, calmMillis = 20_000, drainMillis = 40_000, leaseMillis = 5_000, recoverMillis = 15_000, loadMin = 3;

for (const [name, start] of worlds) {
  test(`on ${name}, nothing that was acknowledged is lost to kill -9, five times under load`, async () => {
    const victims = await start();
    try {
      const load = await workday(victims);
      try {
        for (const victim of rounds) await strike(victims, victim);
        await until(async () => leastDone(load.done) >= loadMin || undefined, calmMillis);
      } finally { await load.stop(); }
      assert.ok(leastDone(load.done) >= loadMin, `the load was one: ${sizes(load.done).join()}`);
      await settle(victims, async (db) => {
        assert.deepEqual(await tally(db, victims.dataFolder, load.done), []);
        for (const [what, sabotage, seen] of losses) assert.match((await tallyAfter(db, sabotage, victims, load.done)).join('\n'), seen, `${what} would be seen`);
      });
    } finally { await victims.stop(); }
  });
}

// What the tally must notice: each is done, looked at, and taken back.
const losses: readonly (readonly [what: string, sabotage: string, seen: RegExp])[] = [
  ['a lost submission', 'delete from cases.case where id = (select min(id::text)::uuid from cases.case)', /the submission \S+ is gone/],
  ['a number that changed', `update cases.case set number = 'AN-2026-999999-0' where id = (select min(id::text)::uuid from cases.case)`, /the submission \S+ is AN-2026-999999-0/],
  ['a lost file', `delete from documents.file where id = (select min(id::text)::uuid from documents.file where field_id = 'carta')`, /the letter of \S+ is gone/],
  ['a lost settlement', 'delete from payments.settlement where charge_id = (select min(charge_id::text)::uuid from payments.settlement)', /settled 0 times/],
  ['a lost fact', `delete from cases.fact where type = 'task_completed'`, /was resolved 0 times[\s\S]*the chain of \S+ is broken/],
  ['a message that nobody delivers', `insert into kernel.outbox (topic, key, payload) values ('prueba', 'prueba', '{}')`, /a message of prueba was not delivered/],
  ['a document that is not there', 'delete from certificates.certificate', /has 0 documents/],
];

async function tallyAfter(db: Database, sabotage: string, { dataFolder }: Victims, done: Acknowledged): Promise<string[]> {
  let seen: string[] = [];
  await db.transaction(async (tx) => {
    await tx.rows(sabotage);
    seen = await tally(tx, dataFolder, done);
    throw takenBack;
  }).catch((caught: unknown) => { if (caught !== takenBack) throw caught; });
  return seen;
}

const takenBack = new Error('taken back');

const sizes = (done: Acknowledged): number[] => Object.entries(done).map(([, { size }]) => size);
const leastDone = (done: Acknowledged): number => Math.min(...sizes(done));

async function workday({ url }: Victims) {
  const applicants = await Promise.all(['4567891', '6123450-1A', '3987654', '5234876'].map((number) => citizen(url, number)));
  return startLoad(applicants, { desk: await officer(url, 'ventanilla.aduana'), archive: await officer(url, 'archivo.aduana') });
}

async function strike(victims: Victims, victim: (typeof rounds)[number]): Promise<void> {
  await pause(randomInt(...roundMillis));
  const before = victims.pid();
  await Promise.all([victim !== 'database' && victims.killProcess(), victim !== 'process' && victims.killDatabase()]);
  if (victim !== 'process') await victims.startDatabase();
  if (victim !== 'database') await victims.startProcess();
  const recovered = await until(() => serves(victims).catch(() => undefined), recoverMillis);
  assert.ok(recovered, `serves again after the fall of ${victim}: ${victims.output().slice(-3_000)}`);
  if (victim === 'database') assert.equal(victims.pid(), before, 'the fall of the database does not take the process along');
  await passLeases(victims);
}

// Connections that outlive their server still answer for a moment, so that a new one is tried too.
async function serves({ url, ownerUrl }: Victims): Promise<true | undefined> {
  await execute(ownerUrl(), 'select 1');
  return (await send(url, { path: '/salud' })).status === 200 || undefined;
}

// What a process had in hand when it fell comes back by itself after a minute; here that minute passes at once.
const passLeases = ({ ownerUrl }: Victims): Promise<void> => execute(ownerUrl(),
  'update kernel.outbox set run_at = now() where attempts > 0 and run_at > now()', 'update kernel.job set next_at = now()',
  'update payments.payment_order set next_ask_at = now() where next_ask_at is not null', 'update payments.payment_order set held_until = null');

async function settle(victims: Victims, look: (db: Database) => Promise<void>): Promise<void> {
  const db = openDatabase(victims.ownerUrl());
  try {
    for (const deadline = Date.now() + drainMillis; Date.now() < deadline;) {
      await passLeases(victims);
      if (await until(async () => (await unfinished(db)) === 0 || undefined, leaseMillis) && (await unfinished(db)) === 0) break;
    }
    await look(db);
  } finally { await db.close(); }
}

// What is due or in somebody's hands, and money that the gateway has and we have not heard of.
async function unfinished(db: Database): Promise<number> {
  const [row] = await db.rows<{ n: number }>(`
    select (select count(*) from kernel.outbox where run_at <= now() or attempts > 0)::int
      + (select count(*) from payments.simulated_transaction t join payments.payment_order o on o.transaction = t.id::text where t.state = 'PROCESADO'
          and not exists (select 1 from payments.settlement s where s.charge_id = o.charge_id))::int as n`);
  return row?.n ?? -1;
}
