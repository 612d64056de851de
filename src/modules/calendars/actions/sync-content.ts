import type { Db, Tx } from '#kernel/db/index.ts';
import { localDateOf } from '#kernel/clock.ts';
import type { NonWorkingDay } from '../domain/calendar.ts';
import { expandRules, type HolidayRules } from '../domain/holiday-rules.ts';
import { deleteDays, insertDays, listDays, type StoredDay } from '../store/days.ts';
import { forgetCalendars } from '../store/load-calendar.ts';
import { bumpRevision, lockRevision } from '../store/revision.ts';

const firstYear = 2025, lastYearAtLeast = 2028, yearsAhead = 2;

/**
 * Makes the stored days that came with the program equal to what the files say now, and announces it when that changed anything.
 * Called at every start: the second time it changes nothing. Days written by administrators are left alone.
 */
export async function syncContent(db: Db, rules: HolidayRules, now: Date): Promise<{ readonly added: number; readonly removed: number }> {
  const lastYear = Math.max(lastYearAtLeast, Number(localDateOf(now).slice(0, 4)) + yearsAhead);
  const wanted = expandRules(rules, Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index));
  const changes = await db.transaction((tx) => replace(tx, wanted, now));
  if (changes.added + changes.removed > 0) forgetCalendars(db);
  return changes;
}

async function replace(tx: Tx, wanted: readonly NonWorkingDay[], now: Date): Promise<{ added: number; removed: number }> {
  await lockRevision(tx);
  const stored = (await listDays(tx)).filter(({ origin }) => origin === 'content');
  const isWanted = new Set(wanted.map(sameness)), isStored = new Set(stored.map(sameness));
  const gone = stored.filter((day) => !isWanted.has(sameness(day)));
  await deleteDays(tx, gone.map(({ id }) => id));
  const added = await insertDays(tx, wanted.filter((day) => !isStored.has(sameness(day))), { origin: 'content', now });
  if (gone.length + added.length > 0) await bumpRevision(tx, firstLoad(stored, added, gone), now);
  return { added: added.length, removed: gone.length };
}

// The very first load changes the date of no term, because there is none yet.
const firstLoad = (stored: readonly StoredDay[], added: readonly StoredDay[], gone: readonly StoredDay[]): readonly NonWorkingDay[] =>
  stored.length === 0 ? [] : [...added, ...gone];

const sameness = ({ day, name, scope, of, norm, source, unconfirmed }: NonWorkingDay): string => JSON.stringify([day, name, scope, of ?? '', norm, source, unconfirmed ?? '']);
