import { tag, type TagColour } from '#kernel/html/components.ts';
import type { Html } from '#kernel/html/html.ts';
import { statusLabel, statusName } from '../domain/status.ts';
import type { Reader } from '../domain/timeline.ts';
import type { CaseStatus } from '../domain/types.ts';

// The words say the same as the colour.
const statusColour = {
  awaiting_payment: 'yellow', awaiting_appointment: 'yellow', in_review: 'blue', observed: 'yellow', granted: 'green', refused: 'red',
  referred: 'blue', abandoned: 'grey', withdrawn: 'grey', closed: 'grey',
} as const satisfies Record<CaseStatus, TagColour>;

/** Where a case stands, in the words of whoever reads it. */
export const statusTag = (status: CaseStatus, reader: Reader): Html =>
  tag({ text: (reader === 'applicant' ? statusLabel : statusName)[status], colour: statusColour[status] });
