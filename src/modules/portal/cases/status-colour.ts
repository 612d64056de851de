import type { CaseStatus } from '#modules/cases/index.ts';
import type { TagColour } from '#kernel/html/components.ts';

/** Colour of the tag of each status; the words say the same. */
export const statusColour = {
  awaiting_payment: 'yellow', awaiting_appointment: 'yellow', in_review: 'blue', observed: 'yellow', granted: 'green', refused: 'red',
  referred: 'blue', abandoned: 'grey', withdrawn: 'grey', closed: 'grey',
} as const satisfies Record<CaseStatus, TagColour>;
