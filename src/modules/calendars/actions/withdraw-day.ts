import { audit } from '#kernel/audit/index.ts';
import type { Db } from '#kernel/db/index.ts';
import type { Id } from '#kernel/ids.ts';
import { refuse } from '../errors.ts';
import { deleteDays, findDay, type StoredDay } from '../store/days.ts';
import { forgetCalendars } from '../store/load-calendar.ts';
import { bumpRevision, lockRevision } from '../store/revision.ts';
import type { ByAdministrator } from './declare-days.ts';

/** Takes away a day that an administrator added by mistake, with the reason; owners of open terms are told. The audit keeps the day. */
export async function withdrawDay(db: Db, id: Id<'calendar-day'>, reason: string, { by, now, requestId }: ByAdministrator): Promise<StoredDay> {
  const gone = await db.transaction(async (tx) => {
    await lockRevision(tx);
    const day = (await findDay(tx, id)) ?? refuse('day_not_found');
    if (day.origin === 'content') refuse('day_of_program');
    await deleteDays(tx, [id]);
    const revision = await bumpRevision(tx, [day], now);
    await audit(tx, { action: 'calendars.day_withdrawn', subject: `calendar:${revision}`, person: by, detail: { day, reason }, ...(requestId && { requestId }) });
    return day;
  });
  forgetCalendars(db);
  return gone;
}
