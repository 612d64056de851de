import { refuse } from '../../errors.ts';
import type { Findings } from './event.ts';
import type { NewObservation, Observation, PlanProcess } from './types.ts';

/** Whether an observation still waits to be resolved. */
export const isOpen = ({ resolvedIn }: Pick<Observation, 'resolvedIn'>): boolean => resolvedIn === null;

type Spoken = { readonly round: number; readonly at: string; readonly name: string };

/** The observations once the agency has looked at every answer. Refuses where it left one out. */
export function judge({ observations, round }: PlanProcess, findings: Findings): readonly Observation[] {
  const left = observations.filter((one) => isOpen(one) && findings[one.number] === undefined).map(({ number }) => number);
  if (left.length > 0) refuse('plan_answers_unjudged', { numbers: left.join(', ') });
  return observations.map((one) => (isOpen(one) && findings[one.number] === true ? { ...one, resolvedIn: round } : one));
}

/** The observations with new ones, numbered on. */
export const addObservations = (observations: readonly Observation[], added: readonly NewObservation[], spoken: Spoken): readonly Observation[] =>
  [...observations, ...added.map((one, index): Observation => ({ ...one, ...spoken, number: observations.length + index + 1, answers: [], resolvedIn: null }))];

/** The observations with what the entity answers to each open one. Refuses where it answers not all of them. */
export function answerAll(observations: readonly Observation[], answers: Readonly<Record<number, string>>, spoken: Spoken): readonly Observation[] {
  const silent = observations.filter((one) => isOpen(one) && (answers[one.number] ?? '').trim() === '').map(({ number }) => number);
  if (silent.length > 0) refuse('plan_unanswered', { numbers: silent.join(', ') });
  return observations.map((one) => (isOpen(one) ? { ...one, answers: [...one.answers, { ...spoken, text: answers[one.number] ?? '' }] } : one));
}
