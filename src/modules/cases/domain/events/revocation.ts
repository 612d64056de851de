import { decided } from '../fact.ts';
import type { Decider } from '../decider.ts';

/** A certificate of this case was revoked: the story says so, also long after the case ended. The certificates module has decided it already. */
export const noteRevocation: Decider<'note_revocation'> = (_definition, _current, { by, certificateId, code, reason }, { now }) =>
  decided('certificate_revoked', by, now, { certificateId, code, reason });
