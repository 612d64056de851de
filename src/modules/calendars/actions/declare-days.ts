import type { Person } from '#kernel/access.ts';
import { audit } from '#kernel/audit/index.ts';
import type { Db } from '#kernel/db/index.ts';
import type { NonWorkingDay } from '../domain/calendar.ts';
import { refuse } from '../errors.ts';
import { insertDays, type StoredDay } from '../store/days.ts';
import { forgetCalendars } from '../store/load-calendar.ts';
import { bumpRevision, lockRevision } from '../store/revision.ts';

/** Who writes, and when. */
export type ByAdministrator = { readonly by: Person; readonly now: Date; readonly requestId?: string };

/** Adds days that a decree has declared, all or none of them; owners of open terms are told. Refuses days that are known already. */
export async function declareDays(db: Db, days: readonly NonWorkingDay[], { by, now, requestId }: ByAdministrator): Promise<readonly StoredDay[]> {
  const added = await db.transaction(async (tx) => {
    await lockRevision(tx);
    const written = await insertDays(tx, days, { origin: 'administrator', addedBy: by.id, now });
    if (written.length < days.length) refuse('day_known');
    const revision = await bumpRevision(tx, written, now);
    await audit(tx, { action: 'calendars.days_added', subject: `calendar:${revision}`, person: by, detail: { days: written }, ...(requestId && { requestId }) });
    return written;
  });
  forgetCalendars(db);
  return added;
}
