import { decided } from '../fact.ts';
import { refuse } from '../../errors.ts';
import type { Decider } from '../decider.ts';

/** An officer leaves a note for colleagues; the applicant does not see it. */
export const addNote: Decider<'add_note'> = (_definition, _current, { by, text }, { now }) => {
  if (text.trim() === '') refuse('reason_needed');
  return decided('note_added', by, now, { text });
};
