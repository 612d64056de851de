import { Engine, type BpmnEngineOptions, type Execution } from 'bpmn-engine';
import { invariant } from '#kernel/errors/index.ts';
import type { Db } from '#kernel/db/index.ts';
import { newId } from '#kernel/ids.ts';
import { actAsOfficer, saveDraft, startDraft, submitDraft } from '#modules/cases/index.ts';
import { measured, type Taken } from '../measurement.ts';
import type { Bench, Suite } from '../support/bench.ts';
import { perSecond, race } from '../support/rounds.ts';
import { asOwner } from '../support/site.ts';
import { answers, carryOutService, openWorld, type World } from '../support/world.ts';

/** Whole cases through our engine and through npm's bpmn-engine, side by side. */
export const engine: Suite = {
  name: 'engine',
  title: 'Whole cases, beside bpmn-engine',
  method: `Start, form, exclusive gateway, service task, user task, end: eight cases at once on the same Postgres. Ours writes draft, facts, tasks, audit and outbox as always, and an officer takes and answers the task.
\`bpmn-engine\` keeps its state in a row after each of its three halts and is recovered from it before it goes on; it writes nothing else.`,
  run: measure,
};

async function* measure({ scale: { rounds, roundSeconds }, postgres }: Bench): AsyncGenerator<Taken> {
  const world = await openWorld(postgres);
  try {
    await asOwner(world.ownerUrl, 'create schema bench; create table bench.engine (id uuid primary key, state jsonb not null); grant usage on schema bench to public; grant all on bench.engine to public');
    const contest = await race({
      product: (seconds) => perSecond(() => ourCase(world), 8, seconds),
      other: (seconds) => perSecond(() => theirCase(world.db), 8, seconds),
    }, rounds, roundSeconds);
    yield measured({ name: 'engine_cases', value: contest.value('product'), unit: 'per second', limit: contest.value('other'), ratio: contest.ratio('product', 'other'), beside: '`bpmn-engine` with its state in Postgres', goal: { of: 'ratio', atLeast: 1 } });
    const [ours, theirs] = [await bytesOf(world.db, 'cases.case'), await bytesOf(world.db, 'bench.engine')];
    yield measured({ name: 'engine_state', value: ours, unit: 'bytes', limit: theirs, beside: '`bpmn-engine`, at the end', goal: { of: 'ratio', atMost: 1 } });
  } finally {
    await world.close();
  }
}

async function bytesOf(db: Db, table: 'cases.case' | 'bench.engine'): Promise<number> {
  const [row] = await db.rows<{ bytes: number }>(`select avg(length(state::text))::float8 as bytes from ${table}`);
  return row?.bytes ?? 0;
}

async function ourCase(world: World): Promise<void> {
  const { db, applicant, officer, definition } = world, now = new Date();
  const id = await startDraft(db, definition.slug, applicant, now);
  await saveDraft(db, id, applicant.id, answers, now);
  await submitDraft(db, id, applicant, now);
  const task = await carryOutService(world, id);
  await actAsOfficer(db, id, officer, { type: 'claim', task }, now);
  await actAsOfficer(db, id, officer, { type: 'complete_task', task, outcome: 'aprobar', reason: '', answers: {}, observe: [] }, now);
}

const source = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="d" targetNamespace="urn:bench">
  <process id="p" isExecutable="true">
    <startEvent id="start"/><sequenceFlow id="a" sourceRef="start" targetRef="form"/>
    <userTask id="form"/><sequenceFlow id="b" sourceRef="form" targetRef="big"/>
    <exclusiveGateway id="big" default="d"/>
    <sequenceFlow id="c" sourceRef="big" targetRef="register"><conditionExpression xsi:type="tFormalExpression">\${environment.output.form.superficie}</conditionExpression></sequenceFlow>
    <sequenceFlow id="d" sourceRef="big" targetRef="review"/>
    <serviceTask id="register" implementation="\${environment.services.register}"/><sequenceFlow id="e" sourceRef="register" targetRef="review"/>
    <userTask id="review"/><sequenceFlow id="f" sourceRef="review" targetRef="end"/><endEvent id="end"/>
  </process>
</definitions>`;

// What a task answers is kept only by whoever asks for it.
const extensions: NonNullable<BpmnEngineOptions['extensions']> = {
  keepOutput: (activity) => ({
    activate: () => { activity.broker.subscribeTmp('event', 'activity.end', (_name, { content }) => { activity.environment.output[activity.id] = content?.output; }, { noAck: true, consumerTag: 'keep-output' }); },
    deactivate: () => { activity.broker.cancel('keep-output'); },
  }),
};
const services = { register: (_scope: unknown, done: (error: null, result: number) => void) => { done(null, 1); } };

async function theirCase(db: Db): Promise<void> {
  const id = newId();
  await keep(db, id, stateOf(await Engine({ name: 'bench', source, services, extensions }).execute()));
  for (const [element, message] of [['form', answers], ['review', { outcome: 'aprobar' }]] as const) {
    const [row] = await db.rows<{ state: never }>('select state from bench.engine where id = $1', [id]);
    const execution = await Engine().recover(row?.state, { services, extensions }).resume();
    execution.signal({ id: element, ...message });
    await keep(db, id, stateOf(execution));
  }
}

// A trivial service answers at once, so that by now it waits for somebody again or has ended.
function stateOf(execution: Execution): string {
  invariant(execution.getPostponed().length <= 1, 'the flow is a line');
  return JSON.stringify(execution.getState());
}

const keep = (db: Db, id: string, state: string): Promise<unknown> =>
  db.rows('insert into bench.engine (id, state) values ($1, $2) on conflict (id) do update set state = excluded.state', [id, state]);
