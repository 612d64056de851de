import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { systemClock } from '#kernel/clock.ts';
import { invariant } from '#kernel/errors/index.ts';
import type { CaseId } from '#kernel/ids.ts';
import { silentLog } from '#kernel/log.ts';
import { indicatorsModule } from '#modules/indicators/index.ts';
import { nationalPlan } from '#modules/plans/index.ts';
import { call } from '#support/calls.ts';
import { measured, median, quantile, type Taken } from '../measurement.ts';
import { barePool } from '../support/bare-pool.ts';
import type { Bench, Suite } from '../support/bench.ts';
import { populate } from '../support/country.ts';
import { breed, herdId, herdTail } from '../support/herd.ts';
import { pgbench, stepScript } from '../support/pgbench.ts';
import { recording, type Statement } from '../support/recording.ts';
import { asOwner, startSite, type Site } from '../support/site.ts';
import { recordTransitions } from '../support/transitions.ts';
import { openWorld, submittedCase, type World } from '../support/world.ts';

/** The dashboard of the country while a thousand things a second happen, and how fast they are counted. */
export const dashboard: Suite = {
  name: 'dashboard',
  title: 'The dashboard, while things happen',
  needs: ['pgbench'],
  method: `500 entities have 2,700 procedures, an inventory and a month of counters. The whole program runs as a process of its own, with all its jobs; officers' steps arrive at 1,000 a second from pgbench, the same statements as above, and
twenty cases a second end, so that figures move. Meanwhile \`/tablero\` is asked for four times at once, one after the other. The limit is the bare SQL of the same page by \`pg\` alone, under the same load. How far behind the counters are is looked
at ten times a second. Counting: batches of a thousand new cases, each with several changes, are taken in one after the other by the function that the job calls; the limit is inserting the same rows into a table without anything else.`,
  run: measure,
};

const entities = 500, procedures = 2_700, eventsPerSecond = 1_000, askers = 4;

async function* measure({ scale, postgres }: Bench): AsyncGenerator<Taken> {
  const world = await openWorld(postgres), pool = barePool(world.url);
  try {
    const like = await submittedCase(world), half = Math.floor(scale.cases / 2);
    const transitions = await recordTransitions(world, like);
    yield* counting(world, pool, { from: half, to: scale.cases, like, batch: Math.min(1_000, Math.floor(half / 3)) });
    await breed(world, { from: 0, to: half, like });
    const site = await startSite({ DATABASE_URL: world.url, DATABASE_OWNER_URL: world.ownerUrl });
    try {
      await populate(world, { entities: Math.min(entities, scale.procedures), procedures: Math.min(procedures, scale.procedures) });
      const script = stepScript({ first: herdTail(0), last: herdTail(half - 1), transitions });
      yield* watched({ world, pool, site, seconds: scale.roundSeconds * scale.rounds * 2, arrive: (seconds) => pgbench(world.url, script, 8, seconds, eventsPerSecond) });
    } finally {
      await site.stop();
    }
  } finally {
    await pool.end();
    await world.close();
  }
}

type Fresh = { readonly from: number; readonly to: number; readonly like: CaseId; readonly batch: number };

// Taking in is what the job does, by the same function; the first call looks at what was there before.
async function* counting(world: World, pool: pg.Pool, { from, to, like, batch }: Fresh): AsyncGenerator<Taken> {
  const job = indicatorsModule({ db: world.db, clock: systemClock, log: silentLog, plan: nationalPlan }).jobs?.find(({ name }) => name === 'indicators: take in cases');
  invariant(job, 'a job takes in cases');
  await asOwner(world.ownerUrl, 'create table public.bare (like indicators.counted_case including all)');
  await asOwner(world.ownerUrl, 'grant all on public.bare to public');
  for (let rounds = 0; rounds < 3; rounds++) await job.run(world.db, new Date());
  const ours: number[] = [], bare: number[] = [];
  for (let at = from; at + batch <= to; at += batch) {
    await breed(world, { from: at, to: at + batch, like });
    await asOwner(world.ownerUrl, changedSql, [herdId(at), herdId(at + batch - 1)]);
    const before = await counted(world);
    const seconds = await secondsOf(() => job.run(world.db, new Date())), events = (await counted(world)) - before;
    invariant(events >= batch, `a batch is taken in at once: ${events}`);
    ours.push(batch / seconds);
    bare.push(batch / await secondsOf(() => pool.query('insert into public.bare select * from indicators.counted_case where case_id between $1 and $2', [herdId(at), herdId(at + batch - 1)])));
  }
  yield measured({ name: 'counting', value: median(ours), unit: 'cases per second', limit: median(bare), ratio: median(ours.map((one, at) => one / (bare[at] ?? one))), beside: 'a bare insert of the same rows' });
}

// What each fact of the copies wrote into the audit when it happened.
const changedSql = `insert into kernel.audit (entity_id, role, action, subject) select entity_id, 'officer', 'case.' || type, 'case:' || case_id from cases.fact where case_id between $1 and $2`;

const counted = async ({ db }: World): Promise<number> => Number((await db.rows<{ counted: string }>(`select counted from indicators.cursor where source = 'cases'`))[0]?.counted);

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1000;
}

type Watched = { readonly world: World; readonly pool: pg.Pool; readonly site: Site; readonly seconds: number; readonly arrive: (seconds: number) => Promise<number> };

async function* watched({ world, pool, site, seconds, arrive }: Watched): AsyncGenerator<Taken> {
  const statements = await statementsOf(world);
  // Half of the time for each, so that both stand under the same load.
  const page: number[] = [], bare: number[] = [], behind: number[] = [];
  const arriving = arrive(seconds), end = performance.now() + seconds * 1000, half = performance.now() + seconds * 500;
  let asked = 0;
  const askPage = async () => { const { status } = await fetch(`${site.url}/tablero`, { headers: { 'x-forwarded-for': `10.1.${asked % 250}.${Math.floor(asked++ / 250) % 250}` } }).then(async (answer) => { await answer.arrayBuffer(); return answer; }); invariant(status === 200, `the dashboard answers: ${status}`); };
  const askBare = async () => { for (const { sql, params } of statements) await pool.query(sql, [...params]); };
  const lane = async () => { while (performance.now() < end) { const isPage = performance.now() < half; (isPage ? page : bare).push(await secondsOf(isPage ? askPage : askBare)); } };
  const closing = async () => { for (let n = 0; performance.now() < end; n++) { await endSome(world, n); await pause(1_000); } };
  const looking = async () => { while (performance.now() < end) { behind.push(await secondsBehind(world)); await pause(100); } };
  const [arrived] = await Promise.all([arriving, closing(), looking(), ...Array.from({ length: askers }, lane)]);
  const value = quantile(page, 0.95) * 1000, limit = quantile(bare, 0.95) * 1000;
  yield measured({ name: 'dashboard_p95', value, unit: 'ms', limit, ratio: value / limit, beside: 'its SQL by `pg` alone', goal: { of: 'value', atMost: 200 } });
  yield measured({ name: 'dashboard_median', value: median(page) * 1000, unit: 'ms', limit: median(bare) * 1000, beside: 'its SQL by `pg` alone' });
  yield measured({ name: 'dashboard_events', value: arrived, unit: 'per second', limit: eventsPerSecond, beside: 'as many as were to arrive', goal: { of: 'ratio', atLeast: 0.95 } });
  yield measured({ name: 'dashboard_behind_p95', value: Math.max(0.01, quantile(behind, 0.95)), unit: 's', goal: { of: 'value', atMost: 10 } });
}

/** What the page asks of the database. */
async function statementsOf(world: World): Promise<readonly Statement[]> {
  const { db, statements } = recording(world.db), routes = indicatorsModule({ db, clock: systemClock, log: silentLog, plan: nationalPlan }).routes ?? [];
  await call(routes, 'GET /tablero', { db, now: new Date() });
  return statements;
}

const endedAtOnce = 20;

/** Ends some cases of the herd, as a decision would: what is counted of them changes. */
const endSome = ({ ownerUrl }: World, n: number): Promise<unknown> => asOwner(ownerUrl, `
  with ended as (update cases.case set status = 'granted', closed_at = now() where id = any($1::uuid[]) and closed_at is null returning entity_id, id)
  insert into kernel.audit (entity_id, role, action, subject) select entity_id, 'officer', 'case.task_completed', 'case:' || id from ended`, [Array.from({ length: endedAtOnce }, (_, at) => herdId(n * endedAtOnce + at))]);

/** How many seconds of arrivals are not counted yet. */
async function secondsBehind({ db }: World): Promise<number> {
  const [row] = await db.rows<{ waiting: number }>(`select count(*)::int as waiting from cases.v_change where position > (select position from indicators.cursor where source = 'cases')`);
  return (row?.waiting ?? 0) / eventsPerSecond;
}
