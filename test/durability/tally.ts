import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Db } from '#kernel/db/index.ts';
import type { CaseId } from '#kernel/ids.ts';
import { verifyChain } from '#modules/cases/index.ts';
import type { Acknowledged } from './load.ts';

/** Everything that is not as it was answered, or not as it must be whatever happened; empty when nothing was lost. */
export async function tally(db: Db, dataFolder: string, done: Acknowledged): Promise<string[]> {
  const found: string[] = [];
  for (const check of [submissions, files, payments, resolutions, numbers, chains, stuck, certificates]) found.push(...await check(db, done, dataFolder));
  return found;
}

type Check = (db: Db, done: Acknowledged, dataFolder: string) => Promise<string[]>;

const submissions: Check = async (db, { submitted }) => {
  const kept = new Map((await db.rows<{ id: string; number: string }>(`select c.id, c.number from cases.case c join cases.fact f on f.case_id = c.id and f.seq = 1 and f.type = 'submitted'`)).map(({ id, number }) => [id, number]));
  return [...submitted].filter(([id, number]) => kept.get(id) !== number).map(([id, number]) => `the submission ${number} is ${kept.get(id) ?? 'gone'} (${id})`);
};

// Every row has its bytes, whole; and every letter that arrived has a row.
const files: Check = async (db, { uploaded }, dataFolder) => {
  const rows = await db.rows<{ owner: string; field: string; sha256: string }>('select owner, field_id as field, sha256 from documents.file');
  const owners = new Set(rows.filter(({ field }) => field === 'carta').map(({ owner }) => owner.replace(/^(draft|case):/, '')));
  return [...[...uploaded].filter((id) => !owners.has(id)).map((id) => `the letter of ${id} is gone`), ...rows.filter(({ sha256 }) => hashOf(join(dataFolder, 'files'), sha256) !== sha256).map(({ owner }) => `the bytes of ${owner} are not what was uploaded`)];
};

function hashOf(folder: string, sha256: string): string | undefined {
  try {
    return createHash('sha256').update(readFileSync(join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256))).digest('hex');
  } catch { return undefined; }
}

// Money that the gateway took settles its charge once, and the case has heard of it.
const payments: Check = async (db, { paid }) => {
  const rows = await db.rows<{ transaction: string; settled: number; heard: number }>(`
    select t.id::text as transaction, (select count(*)::int from payments.settlement s where s.charge_id = o.charge_id) as settled,
      (select count(*)::int from cases.fact f join payments.charge c on c.case_id = f.case_id where c.id = o.charge_id and f.type = 'message_received' and f.text::jsonb -> 'data' ->> 'name' = 'payment') as heard
    from payments.simulated_transaction t join payments.payment_order o on o.transaction = t.id::text where t.state = 'PROCESADO'`);
  const told = new Set(rows.map(({ transaction }) => transaction));
  return [...[...paid].filter((one) => !told.has(one)).map((one) => `the payment ${one} is gone`), ...rows.filter(({ settled, heard }) => settled !== 1 || heard !== 1).map(({ transaction, settled, heard }) => `the payment ${transaction} settled ${settled} times and was heard ${heard} times`)];
};

const resolutions: Check = async (db, { resolved }) => {
  const kept = await db.rows<{ key: string; times: number }>(`select case_id || ' ' || (text::jsonb -> 'data' ->> 'task') as key, count(*)::int as times from cases.fact where type = 'task_completed' group by 1`);
  const times = new Map(kept.map((row) => [row.key, row.times]));
  return [...[...resolved].filter((key) => times.get(key) !== 1).map((key) => `the task ${key} was resolved ${times.get(key) ?? 0} times`), ...kept.filter((row) => row.times > 1).map(({ key }) => `the task ${key} was resolved more than once`)];
};

const numbers: Check = async (db) =>
  (await db.rows<{ number: string }>('select number from cases.case group by number having count(*) > 1')).map(({ number }) => `the number ${number} was given twice`);

const chains: Check = async (db) => {
  const wrong: string[] = [];
  for (const { id } of await db.rows<{ id: CaseId }>('select id from cases.case')) {
    const verdict = await verifyChain(db, id);
    if (!verdict.holds) wrong.push(`the chain of ${id} is broken: ${verdict.reason}`);
  }
  return wrong;
};

// An open case waits for a person, for the applicant or for time; and what had to be told has been told.
const stuck: Check = async (db) => [
  ...(await db.rows<{ id: string; state: string }>(`
    select id, state ->> 'status' as state from cases.case where closed_at is null
      and (state ? 'incident' or (jsonb_array_length(state -> 'tasks') = 0 and jsonb_array_length(state -> 'waits') = 0))`)).map(({ id, state }) => `the case ${id} is stuck (${state})`),
  ...(await db.rows<{ topic: string; lastError: string | null }>(`select topic, last_error as "lastError" from kernel.outbox where run_at <= now() union all select topic, last_error from kernel.outbox_failed`))
    .map(({ topic, lastError }) => `a message of ${topic} was not delivered: ${lastError ?? 'nobody tried'}`),
  ...(await db.rows<{ key: string }>(`
    select t.case_id || ' ' || t.key as key from cases.task t left join cases.case c on c.id = t.case_id and c.state -> 'tasks' @> jsonb_build_array(jsonb_build_object('key', t.key)) where c.id is null
    union all select c.id || ' ' || (task ->> 'key') from cases.case c, jsonb_array_elements(c.state -> 'tasks') task where not exists (select 1 from cases.task t where t.case_id = c.id and t.key = task ->> 'key')`))
    .map(({ key }) => `the queue and the case disagree on the task ${key}`),
];

// What was granted has its document, once, with the bytes that were sealed.
const certificates: Check = async (db, _done, dataFolder) => {
  const rows = await db.rows<{ id: string; sha256: string[] }>(`
    select c.id, array(select k.sha256 from certificates.certificate k where k.case_id = c.id) as sha256 from cases.case c where c.status = 'granted'`);
  return rows.filter(({ sha256: [first, second] }) => first === undefined || second !== undefined || hashOf(join(dataFolder, 'certificados'), first) !== first).map(({ id, sha256 }) => `the case ${id} has ${sha256.length} documents, or not the bytes of one`);
};
