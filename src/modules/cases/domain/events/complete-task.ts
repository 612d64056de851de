import type { Json } from '#modules/flows/index.ts';
import { decided } from '../fact.ts';
import { asksPages, checkOfficerAnswers, observing } from '../officer-answers.ts';
import { stepCase } from '../step-case.ts';
import { getOwnTask } from '../tasks.ts';
import { termsAfterTask } from '../terms.ts';
import { refuse } from '../../errors.ts';
import type { Decider } from '../decider.ts';
import type { EventOf } from '../event.ts';
import type { CaseState, Consequences, Definition, FieldToCorrect, Task } from '../types.ts';

/** The officer who holds a task answers it, with reasons; the flow goes on. */
export const completeTask: Decider<'complete_task'> = (definition, current, event, world) => {
  const { by, outcome, reason, observe } = event;
  const task = getOwnTask(definition, current.state, event.task, by);
  checkAnswer(definition, task, event);
  checkOfficerAnswers(definition, current, task.element, event.answers, asksPages(definition, task.element, outcome), world.now);
  const result = { ...event.answers, outcome, reason, por: by.name, fecha: world.now.toISOString() };
  const events = observing(outcome) ? ['observation'] : [];
  const { then, follows } = stepCase(definition, current, { kind: 'complete', token: Number(task.key.slice(1)), result }, world, events);
  const asked = current.state.tasks.filter((other) => other.askedFor === task.key).map((other) => other.key);
  const closed = [...new Set([...(then.closed ?? []), ...asked])];
  const data: Record<string, Json> = { task: task.key, element: task.element, outcome, reason, answers: event.answers, ...(observe.length > 0 ? { observe: observe.map(({ field, reason: why }) => ({ field, reason: why })) } : {}) };
  return decided('task_completed', by, world.now, data, { ...then, ...(closed.length > 0 ? { closed } : {}), ...metBy(definition, current.state, then, task, outcome, world.now) }, follows);
};

// What is observed is not done yet: its term stands still and goes on.
function metBy(definition: Definition, state: CaseState, then: Consequences, task: Task, outcome: string, now: Date): Pick<Consequences, 'terms'> {
  const before = then.terms ?? state.terms;
  const open = [...state.tasks.filter(({ key }) => key !== task.key && !then.closed?.includes(key)), ...(then.opened ?? [])];
  const terms = observing(outcome) ? before : termsAfterTask(definition, before, task.element, open, now.toISOString());
  return terms.every((term, index) => term === before[index]) ? {} : { terms };
}

function checkAnswer(definition: Definition, task: Task, { outcome, reason, observe }: EventOf<'complete_task'>): void {
  if (task.key.startsWith('o')) refuse('task_not_open');
  if (!task.outcomes.includes(outcome)) refuse('bad_outcome', { outcomes: task.outcomes.join(', ') });
  if (reason.trim() === '' && reasonNeeded(task, outcome)) refuse('reason_needed');
  if (observing(outcome)) checkFields(definition, observe);
}

/** Decisions always say why; other tasks only when they don't simply go on. An observation says why of each thing to correct, and need not say it again. */
export const reasonNeeded = (task: Pick<Task, 'kind' | 'outcomes'>, outcome: string): boolean =>
  !observing(outcome) && (task.kind === 'decision' || outcome !== task.outcomes[0]);

function checkFields(definition: Definition, observe: readonly FieldToCorrect[]): void {
  if (observe.length === 0 || observe.some(({ reason }) => reason.trim() === '')) refuse('fields_needed');
  const known = new Set(definition.form.pages.filter((page) => !page.officerOnly).flatMap((page) => page.fields.map((field) => field.id)));
  for (const { field } of observe) if (!known.has(field)) refuse('unknown_field', { field });
}
