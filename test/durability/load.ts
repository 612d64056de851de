import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { invariant } from '#kernel/errors/index.ts';
import { fillDraft, foundDocument, press, resolution, startDraft, submit, type Fields } from '#support/procedure-steps.ts';
import type { Caller } from '#support/people.ts';

/** What was answered as done: whatever happens afterwards, it must be there. */
export type Acknowledged = {
  /** Cases with the number that their applicant was shown. */
  readonly submitted: Map<string, string>;
  /** Drafts and cases whose letter arrived. */
  readonly uploaded: Set<string>;
  /** Transactions that the gateway says are paid. */
  readonly paid: Set<string>;
  /** Tasks of cases that an officer resolved, as `<case> <task>`. */
  readonly resolved: Set<string>;
  /** Those of them that granted what was asked. */
  readonly granted: Set<string>;
};

/** Who works, and what has been answered to them so far. `stop` lets everybody finish the step at hand. */
export type Load = { readonly done: Acknowledged; readonly stop: () => Promise<void> };

// A payment whose answer got lost is not asked for again, so whoever waits for the button gives up at some time.
const retryMillis = 120, payTriesMax = 30;

/** Applicants who apply and pay again and again, and officers who take whatever comes, all at once; they go on whatever falls over. */
export function startLoad(applicants: readonly Caller[], officers: { readonly desk: Caller; readonly archive: Caller }): Load {
  const done: Acknowledged = { submitted: new Map(), uploaded: new Set(), paid: new Set(), resolved: new Set(), granted: new Set() };
  const ended = new AbortController(), isOver = () => ended.signal.aborted;
  const workers = [
    ...applicants.map(async (applicant) => { while (!isOver()) await applyAndPay(applicant, done, isOver); }),
    repeat(isOver, () => takeOne(officers.desk, 'admitir', {}, [done.resolved])), repeat(isOver, () => takeOne(officers.archive, 'entregar', foundDocument, [done.resolved, done.granted])),
  ];
  return { done, stop: async () => { ended.abort(); await Promise.all(workers); } };
}

async function repeat(isOver: () => boolean, work: () => Promise<unknown>): Promise<void> {
  while (!isOver()) {
    await work().catch(() => undefined);
    await pause(retryMillis);
  }
}

// As a person would: whoever gets an error presses the same button again, until it is done or the day is over.
async function insist<Result>(isOver: () => boolean, step: () => Promise<Result>): Promise<Result | undefined> {
  while (!isOver()) {
    try { return await step(); } catch { await pause(retryMillis); }
  }
  return undefined;
}

async function applyAndPay(applicant: Caller, done: Acknowledged, isOver: () => boolean): Promise<void> {
  const id = await insist(isOver, () => startDraft(applicant));
  if (id === undefined) return;
  await insist(isOver, async () => { await fillDraft(applicant, id, id); done.uploaded.add(id); });
  await insist(isOver, async () => {
    const sent = await submit(applicant, id);
    invariant(sent.status === 303, 'the draft is handed in');
    done.submitted.set(id, await numberOf(applicant, id));
  });
  let patience = payTriesMax;
  await insist(isOver, async () => { if (patience-- > 0) await payOnce(applicant, id, done); });
}

/** The number on the page of a case. */
async function numberOf(applicant: Caller, id: string): Promise<string> {
  const { text } = await applicant.send({ path: `/mis-tramites/${id}` });
  const number = /[A-Z]+-\d{4}-\d{6}-\d/.exec(text)?.[0];
  invariant(number, 'the page of a case shows its number');
  return number;
}

async function payOnce(applicant: Caller, id: string, done: Acknowledged): Promise<void> {
  const { text } = await applicant.send({ path: `/mis-tramites/${id}` }), start = /\/mis-tramites\/[0-9a-f-]{36}\/pagos\/[0-9a-f-]{36}\/inicio/.exec(text)?.[0];
  invariant(start, 'the charge is there');
  const opened = await press(applicant, start), transaction = /transaccion\/?\?id=([0-9a-f-]{36})/.exec(opened.headers.get('location') ?? '')?.[1];
  invariant(transaction, 'the order is open');
  const paid = await press(applicant, `/simulador/ppe/transaccion/${transaction}/pago`, { accion: 'qr' });
  invariant(paid.status === 303, 'the payment is taken');
  done.paid.add(transaction);
}

async function takeOne(officer: Caller, outcome: string, fields: Fields, notes: readonly Set<string>[]): Promise<void> {
  const queue = [...(await officer.send({ path: '/escritorio?bandeja=todas' })).text.matchAll(/\/escritorio\/tramites\/([0-9a-f-]{36})/g)].map(([, id = '']) => id);
  const id = queue[queue.length === 0 ? 0 : randomInt(queue.length)];
  if (id === undefined) return;
  const task = /\/tareas\/([\w-]+)\/(?:toma|resolucion)/.exec((await officer.send({ path: `/escritorio/tramites/${id}` })).text)?.[1];
  if (task === undefined) return;
  const base = `/escritorio/tramites/${id}/tareas/${task}`;
  await press(officer, `${base}/toma`);
  const resolved = await press(officer, `${base}/resolucion`, resolution(outcome, fields));
  if (resolved.status === 303) for (const note of notes) note.add(`${id} ${task}`);
}
