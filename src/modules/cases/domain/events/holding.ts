import { decided } from '../fact.ts';
import { checkFourEyes, checkHolding, checkUnit, getTask } from '../tasks.ts';
import { refuse } from '../../errors.ts';
import type { Decider } from '../advance.ts';

/** An officer takes a task of their unit that nobody holds. */
export const claim: Decider<'claim'> = (definition, { state }, { by, task: key }, { now }) => {
  const task = getTask(state, key);
  checkUnit(task, by);
  checkFourEyes(definition, state, task, by.id);
  if (task.assignee && task.assignee.id !== by.id) refuse('task_taken', { name: task.assignee.name });
  return decided('task_claimed', by, now, { task: key, element: task.element });
};

/** Whoever holds a task gives it back to the unit; a supervisor may do so for them. */
export const release: Decider<'release'> = (_definition, { state }, { by, task: key }, { now }) => {
  const task = getTask(state, key);
  checkHolding(task, by);
  if (task.assignee && task.assignee.id !== by.id && !by.supervisor) refuse('only_supervisor');
  return decided('task_released', by, now, { task: key, element: task.element });
};

/** The holder or a supervisor gives a task to another officer of the same unit. */
export const handOver: Decider<'hand_over'> = (definition, { state }, { by, task: key, to }, { now }) => {
  const task = getTask(state, key);
  checkHolding(task, by);
  if (task.assignee?.id !== by.id && !by.supervisor) refuse('only_supervisor');
  if (!to.units.includes(task.unit)) refuse('task_not_yours');
  checkFourEyes(definition, state, task, to.id);
  return decided('task_handed_over', by, now, { task: key, element: task.element, to: { id: to.id, name: to.name } });
};
