import { decided } from '../fact.ts';
import { taskChecks } from '../permits.ts';
import { checkFourEyes, getTask } from '../tasks.ts';
import { refuse } from '../../errors.ts';
import type { Decider } from '../decider.ts';

/** An officer takes a task of their unit that nobody holds. */
export const claim: Decider<'claim'> = (definition, { state }, { by, task: key }, { now }) => {
  taskChecks.claim(definition, state, key, by);
  return decided('task_claimed', by, now, { task: key, element: getTask(state, key).element });
};

/** Whoever holds a task gives it back to the unit; a supervisor may do so for them. */
export const release: Decider<'release'> = (definition, { state }, { by, task: key }, { now }) => {
  taskChecks.release(definition, state, key, by);
  return decided('task_released', by, now, { task: key, element: getTask(state, key).element });
};

/** The holder or a supervisor gives a task to another officer of the same unit. */
export const handOver: Decider<'hand_over'> = (definition, { state }, { by, task: key, to }, { now }) => {
  taskChecks.hand_over(definition, state, key, by);
  const task = getTask(state, key);
  if (!to.units.includes(task.unit)) refuse('task_not_yours');
  checkFourEyes(definition, state, task, to.id);
  return decided('task_handed_over', by, now, { task: key, element: task.element, to: { id: to.id, name: to.name } });
};
