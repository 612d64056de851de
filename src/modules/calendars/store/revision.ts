import type { Db, Tx } from '#kernel/db/index.ts';
import { invariant } from '#kernel/errors/index.ts';
import { enqueue } from '#kernel/outbox/index.ts';
import { calendarsChanged } from '../events.ts';
import type { NonWorkingDay } from '../domain/calendar.ts';

/** How often the stored days have changed. */
export async function readRevision(db: Db): Promise<number> {
  const [row] = await db.rows<{ revision: number }>('select revision from calendars.revision');
  invariant(row, 'the calendar has its revision');
  return row.revision;
}

/** Waits for whoever is changing the days, and keeps others waiting until the end of the transaction. */
export async function lockRevision(tx: Tx): Promise<void> {
  await tx.rows('select revision from calendars.revision for update');
}

/** Counts one change and announces it where it names days, in the transaction of the change. Gives the new revision. */
export async function bumpRevision(tx: Tx, changed: readonly NonWorkingDay[], now: Date): Promise<number> {
  const [row] = await tx.rows<{ revision: number }>('update calendars.revision set revision = revision + 1, changed_at = $1 returning revision', [now]);
  invariant(row, 'the calendar has its revision');
  if (changed.length > 0) await enqueue(tx, [calendarsChanged(row.revision, changed)]);
  return row.revision;
}
