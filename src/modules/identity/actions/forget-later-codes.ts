import type { Db } from '#kernel/db/index.ts';
import { totpStep } from '../domain/totp.ts';
import { forgetStepsAfter } from '../store/officers.ts';

/** After the clock of a demonstration was put back: codes of a second factor that were used at a later time no longer stand in the way of those of `now`. */
export const forgetLaterCodes = (db: Db, now: Date): Promise<void> => forgetStepsAfter(db, totpStep(now));
