import type { LocalDate } from '#kernel/clock.ts';
import { addDays } from '#kernel/clock.ts';
import type { Said } from './declaration.ts';

/** Whether what shows a figure still holds: its own end has passed, or it is older than a whole period and was not renewed. */
export type EvidenceState = 'current' | 'expired' | 'stale';

/** What the states of evidence are called. */
export const evidenceNames = { current: 'Respaldo vigente', expired: 'Respaldo vencido', stale: 'Respaldo antiguo' } as const satisfies Record<EvidenceState, string>;

// A little longer than the period, so that whoever renews it on time is never called late.
const daysMax = { month: 45, year: 400 } as const;

/** How the evidence of a figure stands on a day; computed each time it is shown, so that nobody has to remember to mark it. */
export function evidenceState({ effectiveOn, expiresOn }: Pick<Said, 'effectiveOn' | 'expiresOn'>, kind: 'month' | 'year', today: LocalDate): EvidenceState {
  if (expiresOn !== null && expiresOn < today) return 'expired';
  return addDays(effectiveOn, daysMax[kind]) < today ? 'stale' : 'current';
}
