import { canonicalJson } from '../canonical.ts';
import { decided } from '../fact.ts';
import { stepCase } from '../step-case.ts';
import { refuse } from '../../errors.ts';
import type { Answers } from '#modules/forms/index.ts';
import type { Decider } from '../decider.ts';
import type { Definition } from '../types.ts';

/** The applicant corrects what was observed, and nothing else; the clock of the entity starts again. */
export const correct: Decider<'correct'> = (definition, current, { by, answers }, world) => {
  const { state } = current;
  if (by.kind !== 'applicant' || by.id !== current.applicantId) refuse('not_applicant');
  const wait = state.waits.find((one) => one.for === 'correction');
  if (!state.observation || !wait) return refuse('no_observation');
  const changed = changedIds(current.answers, answers);
  const allowed = new Set(state.observation.fields.map(({ field }) => field));
  if (changed.some((id) => !allowed.has(id) && !follows(definition, current.answers, answers, id))) refuse('not_correctable');
  const next = { ...current, answers };
  const stepped = stepCase(definition, next, { kind: 'complete', token: wait.token, result: { fecha: world.now.toISOString(), cambios: changed } }, world, ['correction']);
  return decided('corrected', by, world.now, { changed, answers }, stepped.then, stepped.follows);
};

// A correction may make a question necessary that was not asked before, take one away, and change what is computed from it.
function follows({ form }: Definition, before: Answers, after: Answers, id: string): boolean {
  const field = form.pages.flatMap((page) => page.fields).find((one) => one.id === id);
  return field?.behaviour.calculate !== undefined || !(id in before) || !(id in after);
}

function changedIds(before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>): string[] {
  const ids = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...ids].filter((id) => canonicalJson(before[id] ?? null) !== canonicalJson(after[id] ?? null));
}
