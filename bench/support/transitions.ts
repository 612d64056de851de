import type pg from 'pg';
import type { Db } from '#kernel/db/index.ts';
import { invariant } from '#kernel/errors/index.ts';
import type { CaseId } from '#kernel/ids.ts';
import { actAsOfficer } from '#modules/cases/index.ts';
import { herdId, herdTail } from './herd.ts';
import { recording, type Statement } from './recording.ts';
import { caseHole, filled, templateOf, type Holes, type Template } from './template.ts';
import type { World } from './world.ts';

// An officer's two steps in turn: taking the task, and answering it so that the flow goes round and opens it again.
const kinds = ['claim', 'answer'] as const;
type Kind = (typeof kinds)[number];

/** What the product says to the database for the two steps, and how a case stands before the first. */
export type Transitions = {
  readonly read: Template;
  readonly writes: readonly [claim: Template, answer: Template];
  /** Number of the last fact of a fresh case, and the number of its task. */
  readonly seq: number;
  readonly task: number;
  /** By how much the task's number grows each time round. */
  readonly taskStep: number;
};

/** Does both steps twice with one case and writes down what passes. */
export async function recordTransitions(world: World, id: CaseId): Promise<Transitions> {
  const first = await standing(world.db, id);
  await step(world, world.db, id, 'claim', first.task, 'a');
  await step(world, world.db, id, 'answer', first.task, 'b');
  const second = await standing(world.db, id);
  const [read, claim] = await record(world, id, 'claim', second.task, second.seq);
  const [, answer] = await record(world, id, 'answer', second.task, second.seq + 1);
  const holes: Holes = [caseHole(id), ...turning];
  return { read: templateOf([read], holes), writes: [templateOf([claim], holes), templateOf([answer], holes)], seq: first.seq, task: first.task, taskStep: second.task - first.task };
}

// Keys of commands and messages end with the number of a fact. The flow gives every task a new number; sent again, one task is taken, given back
// and opened again, which is the same work.
const turning: Holes = [[/@n:\d+/g, '@n:@s'], [/(?<=")f\d+(?=\\?")|^f\d+$/g, 'f4']];

// The calendar is looked at every few seconds, not at every step: its statement is left out.
async function record(world: World, id: CaseId, kind: Kind, task: number, seq: number): Promise<readonly [read: Statement, write: Statement]> {
  const { db, statements } = recording(world.db);
  await step(world, db, id, kind, task, `bench:${id}:${seq}`);
  const [read, write, ...more] = statements.filter(({ sql }) => sql.includes('cases.'));
  invariant(read && write && more.length === 0, 'a step is two round trips');
  return [read, write];
}

async function standing(db: Db, id: CaseId): Promise<{ readonly seq: number; readonly task: number }> {
  const [row] = await db.rows<{ seq: number; task: number }>(`select c.seq, substr(t.key, 2)::int as task from cases.case c join cases.task t on t.case_id = c.id where c.id = $1`, [id]);
  invariant(row, 'the case waits for an officer');
  return row;
}

async function step(world: World, db: Db, id: CaseId, kind: Kind, task: number, commandKey: string): Promise<void> {
  const event = kind === 'claim'
    ? { type: 'claim', task: `f${task}` } as const
    : { type: 'complete_task', task: `f${task}`, outcome: 'devolver', reason: 'Falta el plano con las medidas del salón.', answers: {}, observe: [] } as const;
  await actAsOfficer(db, id, world.officer, event, new Date(), commandKey);
}

/** A part of the herd of which one contender alone disposes: cases from `from` on, and how often each has been stepped. */
export class Field {
  readonly from: number;
  readonly #steps: Uint32Array;
  constructor(from: number, size: number) { this.from = from; this.#steps = new Uint32Array(size); }

  /** A case at random, never one that another lane may have. */
  pick(lane: number, lanes: number): { readonly n: number; readonly done: number } {
    const width = Math.floor(this.#steps.length / lanes), at = lane * width + Math.floor(Math.random() * width);
    const done = this.#steps[at] ?? 0;
    this.#steps[at] = done + 1;
    return { n: this.from + at, done };
  }
}

/** The next step of a case by the product's own functions. */
export async function productStep(world: World, { task, taskStep }: Transitions, { n, done }: ReturnType<Field['pick']>): Promise<void> {
  await step(world, world.db, herdId(n), kinds[done % 2] ?? 'claim', task + Math.floor(done / 2) * taskStep, `bench:${n}:${done}`);
}

/** The same statements by the driver alone. */
export async function bareStep(pool: pg.Pool, transitions: Transitions, { n, done }: ReturnType<Field['pick']>): Promise<void> {
  const seq = transitions.seq + done, tail = herdTail(n), write = transitions.writes[done % 2 === 0 ? 0 : 1];
  for (const { sql, params } of transitions.read) await pool.query(sql, filled(params, tail, seq));
  for (const { sql, params } of write) {
    const { rows } = await pool.query<{ seq: number }>(sql, filled(params, tail, seq));
    invariant(rows[0]?.seq === seq + 1, 'the bare driver writes what the product would');
  }
}
