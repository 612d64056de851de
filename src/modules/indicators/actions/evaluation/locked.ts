import type { Tx } from '#kernel/db/index.ts';
import { refuse } from '../../errors.ts';
import { holdRound } from '../../store/evaluation/rounds.ts';

/** Refuses what would change a year whose evaluation is closed, and sees to it that it is not closed before the transaction ends. The year of a period is its first four digits. */
export async function refuseLockedYear(tx: Tx, period: string): Promise<void> {
  if (await holdRound(tx, Number(period.slice(0, 4)), 'share')) refuse('year_closed', { year: period.slice(0, 4) });
}
