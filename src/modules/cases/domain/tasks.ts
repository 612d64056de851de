import type { Actor, CaseState, Definition, Task, TaskKey } from './types.ts';
import { refuse } from '../errors.ts';

/** The open task of that key, or a refusal. */
export const getTask = (state: CaseState, key: TaskKey): Task => state.tasks.find((task) => task.key === key) ?? refuse('task_not_open');

/** Refuses an officer of another unit. */
export function checkUnit(task: Task, actor: Actor): void {
  if (actor.kind !== 'officer' || !actor.units.includes(task.unit)) refuse('task_not_yours');
}

/** Whether the actor runs the office: supervisors hold tasks of every unit of their entity in order. */
export function checkHolding(task: Task, actor: Actor): void {
  if (!actor.supervisor) checkUnit(task, actor);
}

/** Refuses the person who did the step that this one must check (separation of duties, «cuatro ojos»). */
export function checkFourEyes(definition: Definition, state: CaseState, task: Task, personId: string | null): void {
  if (task.fourEyesWith === undefined || state.doneBy[task.fourEyesWith] !== personId) return;
  refuse('same_person', { element: definition.flow.elements[task.fourEyesWith]?.name ?? task.fourEyesWith });
}

/** The open task, which this officer has taken. */
export function getOwnTask(definition: Definition, state: CaseState, key: TaskKey, actor: Actor): Task {
  const task = getTask(state, key);
  checkUnit(task, actor);
  if (task.assignee === undefined) refuse('task_not_claimed');
  if (task.assignee?.id !== actor.id) refuse('task_taken', { name: task.assignee?.name });
  checkFourEyes(definition, state, task, actor.id);
  return task;
}
