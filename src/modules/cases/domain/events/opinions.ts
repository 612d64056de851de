import { decided } from '../fact.ts';
import { taskChecks } from '../permits.ts';
import { getTask } from '../tasks.ts';
import { refuse } from '../../errors.ts';
import type { Decider } from '../decider.ts';
import type { Task } from '../types.ts';

/** The officer who examines asks another unit for its opinion; the task stays theirs meanwhile. */
export const requestOpinion: Decider<'request_opinion'> = (definition, { state }, { by, task: key, unit, question }, { now }) => {
  taskChecks.request_opinion(definition, state, key, by);
  const task = getTask(state, key);
  if (question.trim() === '') refuse('question_needed');
  if (unit === task.unit) refuse('unknown_unit');
  if (state.tasks.some((other) => other.askedFor === key && other.unit === unit)) refuse('unit_busy');
  const opened: Task = {
    key: `o${state.opinions + 1}`, element: 'opinion', name: `Opinión para «${task.name}»`, unit, kind: 'opinion', outcomes: ['responder'],
    openedAt: now.toISOString(), question, askedFor: key, ...(task.due === undefined ? {} : { due: task.due }),
  };
  return decided('opinion_requested', by, now, { task: key, opinion: opened.key, unit, question }, { opened: [opened] });
};

/** The unit that was asked answers. */
export const giveOpinion: Decider<'give_opinion'> = (definition, { state }, { by, task: key, text }, { now }) => {
  taskChecks.give_opinion(definition, state, key, by);
  const task = getTask(state, key);
  if (text.trim() === '') refuse('reason_needed');
  return decided('opinion_given', by, now, { opinion: key, unit: task.unit, question: task.question ?? '', text }, { closed: [key] });
};
