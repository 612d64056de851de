import { decided } from '../fact.ts';
import { stepCase } from '../step-case.ts';
import { refuse } from '../../errors.ts';
import type { Decider } from '../decider.ts';

/** The applicant gives the case up («desistimiento»); whatever was pending ends. */
export const withdraw: Decider<'withdraw'> = (definition, current, { by, reason }, world) => {
  if (by.kind !== 'applicant' || by.id !== current.applicantId) refuse('not_applicant');
  const { then, follows } = stepCase(definition, current, { kind: 'cancel' }, world);
  return decided('withdrawn', by, world.now, { reason }, { ...then, status: 'withdrawn', waits: [] }, follows);
};
