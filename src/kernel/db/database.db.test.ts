import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { freshDatabase, type FreshDatabase } from '#support/database.ts';
import { isUniqueViolation } from './index.ts';

let fresh: FreshDatabase;
before(async () => { fresh = await freshDatabase(); });
after(() => fresh.close());

const insert = (key: string) => ['insert into kernel.job (name, next_at) values ($1, now())', [key]] as const;

test('a transaction keeps all of its work', async () => {
  await fresh.db.transaction(async (tx) => { await tx.rows(...insert('a')); await tx.rows(...insert('b')); });
  assert.equal((await fresh.db.rows(`select 1 from kernel.job where name in ('a', 'b')`)).length, 2);
});

test('a transaction that throws keeps nothing, and the connection can be used again', async () => {
  await assert.rejects(fresh.db.transaction(async (tx) => { await tx.rows(...insert('c')); throw new RangeError('stop'); }), RangeError);
  assert.equal((await fresh.db.rows(`select 1 from kernel.job where name = 'c'`)).length, 0);
});

test('a statement that fails inside is not committed even when the caller swallows it', async () => {
  await assert.rejects(fresh.db.transaction(async (tx) => {
    await tx.rows(...insert('d'));
    await tx.rows(...insert('d')).catch((caught: unknown) => assert.ok(isUniqueViolation(caught)));
  }), /commits/);
  assert.equal((await fresh.db.rows(`select 1 from kernel.job where name = 'd'`)).length, 0);
});

test('the application role can neither alter tables nor change what is append-only', async () => {
  const denied = { code: '42501' };
  await assert.rejects(fresh.db.rows('alter table kernel.job add x int'), denied);
  await assert.rejects(fresh.db.rows('delete from kernel.audit'), denied);
});
