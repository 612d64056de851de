import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { ensureEntity } from '#modules/identity/index.ts';
import { localDateOf } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/index.ts';
import type { EntityId } from '#kernel/ids.ts';
import { freshDatabase, type FreshDatabase } from '#support/database.ts';
import { findUncounted, recount, takeIn } from './counting.ts';

const now = new Date('2026-11-23T03:00:00-04:00'), today = localDateOf(now);
let fresh: FreshDatabase, entityId: EntityId;

before(async () => {
  fresh = await freshDatabase();
  entityId = await ensureEntity(fresh.db, { key: 'prueba', name: 'Prueba', acronym: 'P', department: null }, now);
});
after(() => fresh.close());

const idOf = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;

/** What a case is to look like: handed in on a day of October, ended so many days later in some way, with its documents. */
type Look = { readonly n: number; readonly procedure: 'a' | 'b'; readonly submitted: number; readonly took: number | null; readonly status: 'granted' | 'refused' | 'withdrawn'; readonly due: number | null; readonly charged: boolean; readonly confidential: boolean };

/** Writes the case as it shall look now, and the row of the audit that says that something happened: what `cases.append` does, as far as it can be counted. */
async function happen(db: Db, { n, procedure, submitted, took, status, due, charged, confidential }: Look): Promise<void> {
  const at = `timestamptz '2026-10-01 21:30-04' + ${submitted} * interval '1 day'`;
  const state = JSON.stringify({ terms: due === null ? [] : [{ name: 'resolucion', currentDue: `2026-11-${String(due).padStart(2, '0')}` }], services: charged ? [{ service: 'charge' }] : [] });
  const [row] = await db.rows<{ seq: number }>(`
    insert into cases.case as c (entity_id, id, number, procedure_id, version, slug, title, applicant_id, applicant, confidential, status, seq, head, state, answers, submitted_at, updated_at, closed_at)
    values ($1, $2, $3, $4, 1, 's', 'T', $2, '{"documentNumber":"1"}', $5, $6, 1, '', $7, '{}', ${at}, now(), case when $8::int is not null then ${at} + $8::int * interval '1 day' end)
    on conflict (entity_id, id) do update set seq = c.seq + 1, procedure_id = excluded.procedure_id, confidential = excluded.confidential, status = excluded.status, state = excluded.state,
      submitted_at = excluded.submitted_at, closed_at = excluded.closed_at returning seq`, [entityId, idOf(n), `N-${n}`, procedure, confidential, took === null ? 'in_review' : status, state, took]);
  await db.rows(`insert into kernel.audit (entity_id, role, action, subject, detail) select $1, 'system', 'case.note_added', 'case:' || $2::text, jsonb_build_object('seq', $3::int)`, [entityId, idOf(n), row?.seq ?? 0]);
}

/** Takes in what can be. */
const take = async (): Promise<void> => { for (let step = 0; step < 40 && (await takeIn(fresh.db, 3, now)).more; step++); };

/** Takes in everything. Other databases of the server hold back what can be taken in, as long as their transactions run. */
async function drain(): Promise<void> {
  for (let tries = 0; tries < 2_000; tries++) {
    await take();
    const [row] = await fresh.db.rows<{ waits: boolean }>(`select looked_at is not null or position < cases.change_mark() as waits from indicators.cursor where source = 'cases'`);
    if (row?.waits !== true) return;
    await wait(5);
  }
  assert.fail('everything is taken in after ten seconds');
}

type Count = { procedure: string; day: string; measure: string; bucket: number; n: number };
const counters = () => fresh.db.rows<Count>(`select procedure_id as procedure, day::text, measure, bucket, n from indicators.tally where n <> 0 order by 1, 2, 3, 4`);
const clear = () => fresh.asOwner(`delete from cases.case; delete from indicators.tally; delete from indicators.counted_case; delete from indicators.mismatch; update indicators.cursor set position = null, counted = 0`);

const plain: Look = { n: 1, procedure: 'a', submitted: 0, took: null, status: 'granted', due: 10, charged: false, confidential: false };

test('a case that is handed in and decided is counted on its legal days, in term by the last day to decide', async () => {
  await clear(); await drain();
  await happen(fresh.db, plain);
  await drain();
  await happen(fresh.db, { ...plain, took: 33, due: 2 });
  await drain();
  // 21:30 in Bolivia is the next day in UTC.
  assert.deepEqual(await counters(), [
    { procedure: 'a', day: '2026-10-01', measure: 'submitted', bucket: 0, n: 1 },
    { procedure: 'a', day: '2026-11-03', measure: 'finished', bucket: 0, n: 1 }, { procedure: 'a', day: '2026-11-03', measure: 'identified', bucket: 0, n: 1 }, { procedure: 'a', day: '2026-11-03', measure: 'took', bucket: 33, n: 1 }, { procedure: 'a', day: '2026-11-03', measure: 'with_term', bucket: 0, n: 1 },
  ]);
});

test('what commits late is not skipped, though what began after it was taken in before', async () => {
  await clear(); await drain();
  const begun = Promise.withResolvers<void>(), may = Promise.withResolvers<void>();
  const late = fresh.db.transaction(async (tx) => { await happen(tx, { ...plain, n: 1 }); begun.resolve(); await may.promise; });
  await begun.promise;
  await happen(fresh.db, { ...plain, n: 2 });
  await take();
  may.resolve();
  await late;
  await drain();
  assert.equal((await counters()).find(({ measure }) => measure === 'submitted')?.n, 2);
});

test('a crash before the end leaves nothing behind, and a second time counts nothing twice', async () => {
  await clear(); await drain();
  await happen(fresh.db, plain);
  await assert.rejects(fresh.db.transaction(async (tx) => { await takeIn(tx, 100, now); throw new TypeError('the process dies'); }), TypeError);
  assert.deepEqual(await counters(), []);
  const [cursor] = await fresh.db.rows<{ position: string }>(`select position from indicators.cursor where source = 'cases'`);
  await drain();
  const once = await counters();
  await fresh.db.rows(`update indicators.cursor set position = $1 where source = 'cases'`, [cursor?.position]);
  await drain();
  assert.deepEqual(await counters(), once);
});

test('a connection that is cut in the middle of taking in is as if nobody had begun', async () => {
  await clear(); await drain();
  await happen(fresh.db, plain);
  const cut = fresh.db.transaction(async (tx) => {
    await takeIn(tx, 100, now);
    const [me] = await tx.rows<{ pid: number }>('select pg_backend_pid() as pid');
    await fresh.asOwner(`select pg_terminate_backend(${me?.pid})`);
    await tx.rows('select 1');
  });
  await assert.rejects(cut);
  await drain();
  assert.equal((await counters()).find(({ measure }) => measure === 'submitted')?.n, 1);
});

test('two processes that take in at once count everything once', async () => {
  await clear(); await drain();
  for (let n = 0; n < 30; n++) await happen(fresh.db, { ...plain, n });
  await Promise.all(Array.from({ length: 6 }, drain));
  await drain();
  assert.equal((await counters()).find(({ measure }) => measure === 'submitted')?.n, 30);
});

test('a restored copy, whose transactions are counted anew, is looked at from the beginning', async () => {
  await clear(); await drain();
  await happen(fresh.db, plain);
  await fresh.db.rows(`update indicators.cursor set cluster = 1, position = position + 1000000, settles_at = position + 1000000 where source = 'cases'`);
  for (let n = 2; n < 9; n++) await happen(fresh.db, { ...plain, n });
  await drain();
  await happen(fresh.db, { ...plain, n: 9 });
  await drain();
  assert.equal((await counters()).find(({ measure }) => measure === 'submitted')?.n, 9);
});

test('a counter that is wrong is found, told and mended; what was not taken in yet is no difference', async () => {
  await clear(); await drain();
  for (let n = 0; n < 5; n++) await happen(fresh.db, { ...plain, n });
  await drain();
  const right = await counters();
  await fresh.asOwner(`update indicators.tally set n = n + 2 where measure = 'submitted'`);
  await happen(fresh.db, { ...plain, n: 3, took: 5 });
  assert.equal(await findUncounted(fresh.db, today), entityId);
  assert.equal(await recount(fresh.db, entityId, today, now), 1);
  assert.deepEqual(await counters(), right);
  assert.deepEqual(await fresh.db.rows('select measure, counted, recounted from indicators.mismatch'), [{ measure: 'submitted', counted: 7, recounted: 5 }]);
  assert.equal(await findUncounted(fresh.db, today), undefined);
});

const look: fc.Arbitrary<Look> = fc.record({
  n: fc.integer({ min: 0, max: 4 }), procedure: fc.constantFrom('a', 'b'), submitted: fc.integer({ min: 0, max: 3 }), took: fc.option(fc.integer({ min: 0, max: 40 })),
  status: fc.constantFrom('granted', 'refused', 'withdrawn'), due: fc.option(fc.integer({ min: 1, max: 28 })), charged: fc.boolean(), confidential: fc.boolean(),
});
type Step = { readonly does: 'happen'; readonly look: Look } | { readonly does: 'begin'; readonly look: Look } | { readonly does: 'commit' | 'rollback' | 'take' | 'repeat' };
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ does: fc.constant('happen' as const), look }), fc.record({ does: fc.constant('begin' as const), look: look.map((one) => ({ ...one, n: one.n + 10 })) }),
  fc.record({ does: fc.constantFrom('commit' as const, 'rollback' as const, 'take' as const, 'repeat' as const) }),
);

test('whatever happened, in whatever order it was committed and taken in: the counters are those of a count from the beginning', async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
    await clear(); await drain();
    let open: { end: (keep: boolean) => void; ended: Promise<unknown> } | undefined;
    const end = async (keep: boolean) => { open?.end(keep); await open?.ended; open = undefined; };
    for (const one of steps) {
      if (one.does === 'happen') await happen(fresh.db, one.look);
      else if (one.does === 'begin') { await end(true); open = await hold(one.look); }
      else if (one.does === 'take') await takeIn(fresh.db, 2, now);
      else if (one.does === 'repeat') await fresh.db.rows(`update indicators.cursor set position = greatest(position - 5, 0) where source = 'cases'`);
      else await end(one.does === 'commit');
    }
    await end(true);
    await drain();
    const incremental = await counters();
    assert.equal(await recount(fresh.db, entityId, today, now), 0);
    await fresh.asOwner(`delete from indicators.tally; delete from indicators.counted_case; update indicators.cursor set position = null`);
    await drain();
    assert.deepEqual(await counters(), incremental);
    const [cases] = await fresh.db.rows<{ n: number }>('select count(*)::int as n from cases.case');
    assert.equal(incremental.filter(({ measure }) => measure === 'submitted').reduce((sum, { n }) => sum + n, 0), cases?.n);
  }), { numRuns: 60 });
});

/** Something that happens in a transaction which stays open until it is ended. */
async function hold(one: Look): Promise<{ end: (keep: boolean) => void; ended: Promise<unknown> }> {
  const begun = Promise.withResolvers<void>(), gate = Promise.withResolvers<boolean>();
  const ended = fresh.db.transaction(async (tx) => { await happen(tx, one); begun.resolve(); if (!(await gate.promise)) throw new TypeError('taken back'); }).catch((caught: unknown) => { if (!(caught instanceof TypeError)) throw caught; });
  await begun.promise;
  return { end: gate.resolve, ended };
}
