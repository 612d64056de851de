import type { Answers } from '#modules/forms/index.ts';
import { audit } from '#kernel/audit/index.ts';
import type { Db } from '#kernel/db/index.ts';
import type { Entry } from '../domain/inventory/entry.ts';
import { sameValue } from '../domain/inventory/differences.ts';
import { refuse } from '../errors.ts';
import { keepDistinct, retireEntry } from '../store/entry-life.ts';
import { changeEntry, type Planner } from './keep-entry.ts';

/** Retires a procedure that no longer exists, with its reason, or brings it back where none is given. Twice is as once. */
export const retireOrBringBack = (db: Db, planner: Planner, { procedureId }: Entry, reason: string | undefined, now: Date): Promise<void> => db.transaction(async (tx) => {
  const changed = await retireEntry(tx, { entityId: planner.entityId, by: planner.id, now }, procedureId, reason === undefined ? undefined : { reason });
  if (changed) await audit(tx, { action: reason === undefined ? 'planning.entry_brought_back' : 'planning.entry_retired', subject: `entry:${procedureId}`, person: planner, at: now });
});

/**
 * Makes one of two entries of the same procedure: one stays, with what only the other says where `completes`, and the other is retired. Refuses one that is retired already,
 * and an entry that somebody has changed since it was read.
 */
export const mergeEntries = (db: Db, planner: Planner, stays: Entry, goes: Entry, completes: boolean, now: Date): Promise<void> => db.transaction(async (tx) => {
  if (stays.retiredAt !== null || goes.retiredAt !== null || stays.procedureId === goes.procedureId) refuse('entry_retired');
  const merged = mergedAnswers(stays.answers, goes.answers);
  if (completes && !sameValue(merged, stays.answers)) await changeEntry(tx, planner, stays, merged, now);
  await retireEntry(tx, { entityId: planner.entityId, by: planner.id, now }, goes.procedureId, { reason: `Es el mismo trámite que «${stays.name}».`, mergedInto: stays.procedureId });
  await audit(tx, { action: 'planning.entries_merged', subject: `entry:${stays.procedureId}`, person: planner, at: now, detail: { retired: goes.procedureId } });
});

/** Says that two procedures with similar names are two. */
export const tellApart = (db: Db, planner: Planner, a: Entry, b: Entry, now: Date): Promise<void> => keepDistinct(db, { entityId: planner.entityId, by: planner.id, now }, a.procedureId, b.procedureId);

// What the entry that stays says is kept; what it does not say comes from the other.
const mergedAnswers = (stays: Answers, goes: Answers): Answers => ({ ...goes, ...Object.fromEntries(Object.entries(stays).filter(([, value]) => !sameValue(value, null))) });
