import type { Db } from '#kernel/db/index.ts';
import { makeCalendar, type Calendar } from '../domain/calendar.ts';
import type { Place } from '../domain/place.ts';
import { listDays, type StoredDay } from './days.ts';
import { readRevision } from './revision.ts';

type Snapshot = { readonly revision: number; readonly days: readonly StoredDay[]; readonly calendars: Map<string, Calendar>; checkedAt: number };

// Calendars are asked for at every page of a case and change a few times a year: each process looks at the revision at most this often.
const trustedMillis = 5_000;
const snapshots = new WeakMap<Db, Snapshot>();

/**
 * The calendar of a place. A copy is kept for a few seconds; whoever must see a certain change names its revision, as the message
 * `calendars.changed` gives it. Inside a transaction nothing is kept, so that a change that is rolled back leaves no trace.
 */
export async function loadCalendar(db: Db, place: Place = {}, options: { readonly atLeast?: number } = {}): Promise<Calendar> {
  const snapshot = 'inTransaction' in db ? await read(db) : await current(db, options.atLeast ?? 0);
  const key = `${place.department ?? ''}/${place.municipality ?? ''}`;
  const known = snapshot.calendars.get(key);
  if (known) return known;
  const calendar = makeCalendar(snapshot.days, place, snapshot.revision);
  if (snapshot.calendars.size < placesMax) snapshot.calendars.set(key, calendar);
  return calendar;
}

// Every municipality of the country, and room for as many again; a caller's invented names must not fill the memory.
const placesMax = 700;

/** Forgets the copy of this process, after a change of its own. */
export const forgetCalendars = (db: Db): void => { snapshots.delete(db); };

async function current(db: Db, atLeast: number): Promise<Snapshot> {
  const kept = snapshots.get(db);
  const age = kept ? performance.now() - kept.checkedAt : Infinity;
  if (kept && age < trustedMillis && kept.revision >= atLeast) return kept;
  if (kept && kept.revision >= atLeast && (await readRevision(db)) === kept.revision) {
    kept.checkedAt = performance.now();
    return kept;
  }
  const fresh = await read(db);
  snapshots.set(db, fresh);
  return fresh;
}

// The revision is read first: should a change come between, the copy is taken for older than it is and read again.
async function read(db: Db): Promise<Snapshot> {
  const revision = await readRevision(db);
  return { revision, days: await listDays(db), calendars: new Map(), checkedAt: performance.now() };
}
