import { isRefusal, type Refusal } from '#kernel/errors/index.ts';
import { refuse } from '../errors.ts';
import { checkFourEyes, checkHolding, checkUnit, getOwnTask, getTask } from './tasks.ts';
import type { Actor, Case, CaseState, Definition, TaskKey } from './types.ts';

/** What an officer may do with an open task. */
export type TaskAct = 'claim' | 'release' | 'hand_over' | 'complete_task' | 'request_opinion' | 'give_opinion';

type Check = (definition: Definition, state: CaseState, key: TaskKey, actor: Actor) => void;

/** Who may do what with a task: the deciders of the events ask the same rows, so that what is offered is what is allowed. */
export const taskChecks: { readonly [Act in TaskAct]: Check } = {
  claim(definition, state, key, actor) {
    const task = getTask(state, key);
    checkUnit(task, actor);
    checkFourEyes(definition, state, task, actor.id);
    if (task.assignee && task.assignee.id !== actor.id) refuse('task_taken', { name: task.assignee.name });
  },
  release(_definition, state, key, actor) {
    const task = getTask(state, key);
    checkHolding(task, actor);
    if (task.assignee === undefined) refuse('task_not_claimed');
    if (task.assignee?.id !== actor.id && !actor.supervisor) refuse('only_supervisor');
  },
  hand_over(_definition, state, key, actor) {
    const task = getTask(state, key);
    checkHolding(task, actor);
    if (task.assignee?.id !== actor.id && !actor.supervisor) refuse('only_supervisor');
  },
  complete_task(definition, state, key, actor) {
    if (getOwnTask(definition, state, key, actor).askedFor !== undefined) refuse('task_not_open');
  },
  request_opinion(definition, state, key, actor) {
    if (getOwnTask(definition, state, key, actor).askedFor !== undefined) refuse('task_not_open');
  },
  give_opinion(definition, state, key, actor) {
    if (getOwnTask(definition, state, key, actor).askedFor === undefined) refuse('task_not_open');
  },
};

/** Why a person may not do something with a task now, as the refusal that doing it would meet; `undefined` where they may. */
export function whyNot(definition: Definition, current: Pick<Case, 'state'>, key: TaskKey, actor: Actor, act: TaskAct): Refusal | undefined {
  try {
    if (current.state.closedAt !== undefined) refuse('closed');
    taskChecks[act](definition, current.state, key, actor);
    return undefined;
  } catch (caught) {
    if (isRefusal(caught)) return caught;
    throw caught;
  }
}
