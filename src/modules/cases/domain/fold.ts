import type { FlowState } from '#modules/flows/index.ts';
import { invariant } from '#kernel/errors/index.ts';
import { parseId } from '#kernel/ids.ts';
import { isRecord } from '#kernel/json.ts';
import type { CaseState, Consequences, Fact, FieldToCorrect, Task } from './types.ts';

const emptyFlow: FlowState = { status: 'running', tokens: [], variables: {}, next: 1 };

/** A case before its first fact. */
export const emptyState: CaseState = { status: 'in_review', flow: emptyFlow, tasks: [], doneBy: {}, waits: [], terms: [], services: [], timers: {}, opinions: 0 };

/** The state after one more fact. Reads nothing but its arguments, so that any day's state can be computed again from the facts. */
export function applyFact(state: CaseState, fact: Fact): CaseState {
  const own = appliers[fact.type]?.(state, fact) ?? state;
  return applyConsequences(own, fact);
}

/** The state after all facts, in order. */
export const foldFacts = (facts: readonly Fact[]): CaseState => facts.reduce(applyFact, emptyState);

type Applier = (state: CaseState, fact: Fact) => CaseState;

// What a fact changes by its own nature. The rest of its effect is written in its consequences.
const appliers: Partial<Record<Fact['type'], Applier>> = {
  task_claimed: (state, { data, by }) => withTask(state, data.task, (task) => (by.id === null ? task : { ...task, assignee: { id: by.id, name: by.name } })),
  task_released: (state, { data }) => withTask(state, data.task, ({ assignee: _, ...task }) => task),
  task_handed_over: (state, { data }) => withTask(state, data.task, (task) => ({ ...task, assignee: holderIn(data.to) })),
  task_completed: (state, fact) => observed(performed(state, fact), fact),
  corrected: ({ observation: _, ...state }) => state,
  opinion_requested: (state) => ({ ...state, opinions: state.opinions + 1 }),
  service_done: (state, { data }) => ({ ...state, services: [...state.services, { element: String(data.element), service: String(data.service), result: data.result ?? null }] }),
};

function holderIn(to: Fact['data'][string] | undefined): NonNullable<Task['assignee']> {
  invariant(isRecord(to) && typeof to.name === 'string', 'a fact of handing over names the new holder');
  const id = parseId<'person'>(to.id);
  invariant(id, 'a fact of handing over has the id of the new holder');
  return { id, name: to.name };
}

const withTask = (state: CaseState, key: unknown, change: (task: Task) => Task): CaseState =>
  ({ ...state, tasks: state.tasks.map((task) => (task.key === key ? change(task) : task)) });

const performed = (state: CaseState, { data, by }: Fact): CaseState =>
  (by.id === null ? state : { ...state, doneBy: { ...state.doneBy, [String(data.element)]: by.id } });

function observed(state: CaseState, { data, at }: Fact): CaseState {
  const fields = fieldsIn(data.observe);
  return fields.length === 0 ? state : { ...state, observation: { fields, reason: String(data.reason ?? ''), element: String(data.element), at } };
}

const fieldsIn = (observe: unknown): readonly FieldToCorrect[] =>
  (Array.isArray(observe) ? observe : []).map((one: unknown) => (isRecord(one) ? { field: String(one.field), reason: String(one.reason) } : { field: '', reason: '' }));

function applyConsequences(state: CaseState, { then, at }: Fact): CaseState {
  const tasks = changedTasks(state.tasks, then);
  const { incident: before, ...rest } = state;
  const incident = then.incident === undefined ? before : (then.incident ?? undefined);
  const ended = then.flow !== undefined && then.flow.status !== 'running' && state.closedAt === undefined;
  return {
    ...rest, tasks,
    ...(then.flow ? { flow: then.flow } : {}), ...(then.waits ? { waits: then.waits } : {}), ...(then.terms ? { terms: then.terms } : {}),
    ...(then.timers ? { timers: then.timers } : {}), ...(then.status ? { status: then.status } : {}),
    ...(incident === undefined ? {} : { incident }), ...(ended ? { closedAt: at } : {}),
  };
}

function changedTasks(tasks: readonly Task[], { opened = [], closed = [] }: Consequences): readonly Task[] {
  if (opened.length === 0 && closed.length === 0) return tasks;
  return [...tasks.filter((task) => !closed.includes(task.key)), ...opened];
}
