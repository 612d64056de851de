import { decided } from '../fact.ts';
import { stepCase } from '../step-case.ts';
import type { Decider } from '../decider.ts';

/** The applicant hands in: the flow begins, and terms that count from the submission start. */
export const submit: Decider<'submit'> = (definition, current, { by }, world) => {
  const { then, follows } = stepCase(definition, current, { kind: 'start' }, world, ['submission']);
  return decided('submitted', by, world.now, { number: current.number, procedure: definition.procedureId, version: definition.version }, then, follows);
};
