import { slugOf } from '#modules/catalog/index.ts';
import type { Answers } from '#modules/forms/index.ts';
import { audit } from '#kernel/audit/index.ts';
import type { Person } from '#kernel/access.ts';
import type { Db } from '#kernel/db/index.ts';
import type { EntityId } from '#kernel/ids.ts';
import type { Entry, Origin } from '../domain/inventory/entry.ts';
import { textIn } from '../domain/inventory/declared.ts';
import { defectsOf } from '../domain/inventory/quality.ts';
import { sortKeyOf } from '../domain/inventory/sort-key.ts';
import { systemKeyOf } from '../domain/systems/system.ts';
import { refuse } from '../errors.ts';
import { keepEntries, type Kept } from '../store/entries.ts';

/** Somebody who plans for an entity. */
export type Planner = Person & { readonly entityId: EntityId };

/** Begins an entry by its name; gives the last part of its address. Refuses a name that is taken. */
export async function beginEntry(db: Db, planner: Planner, entityKey: string, name: string, now: Date): Promise<string> {
  const slug = slugOf(name).slice(0, 80).replace(/-+$/, '');
  const left = await keep(db, planner, [keptOf({ procedureId: `${entityKey}/${slug}`, slug, answers: { nombre: name }, revision: 0, origin: 'written' })], 'planning.entry_begun', now);
  return left.length > 0 ? refuse('entry_known', { name }) : slug;
}

/** Keeps what was filled in of an entry; refuses when somebody else has changed it since it was read. */
export async function changeEntry(db: Db, planner: Planner, entry: Entry, answers: Answers, now: Date): Promise<void> {
  const left = await keep(db, planner, [keptOf({ ...entry, answers, origin: 'written' })], 'planning.entry_changed', now);
  if (left.length > 0) refuse('changed_meanwhile');
}

/** Takes an older state of an entry back as a new one; refuses when somebody else has changed it since it was read. */
export async function restoreEntry(db: Db, planner: Planner, entry: Entry, answers: Answers, now: Date): Promise<void> {
  const left = await keep(db, planner, [keptOf({ ...entry, answers, origin: 'restored' })], 'planning.entry_restored', now);
  if (left.length > 0) refuse('changed_meanwhile');
}

/** Brings entries in from elsewhere, all in one transaction (that of the caller, where there is one); gives the ids that somebody changed meanwhile, which stay as they are. */
export const bringEntries = (db: Db, planner: Planner, entries: readonly Making[], now: Date): Promise<readonly string[]> =>
  keep(db, planner, entries.map(keptOf), 'planning.entries_imported', now);

/** What an entry is made of. */
export type Making = { readonly procedureId: string; readonly slug: string; readonly answers: Answers; readonly revision: number; readonly origin: Origin };

function keptOf({ procedureId, slug, answers, revision, origin }: Making): Kept {
  const name = typeof answers.nombre === 'string' ? answers.nombre : slug;
  return { procedureId, slug, name, sortKey: sortKeyOf(name), answers, defects: defectsOf(answers).length, systemKey: systemKeyOf(textIn(answers, 'sistema')), revision, origin };
}

const keep = (db: Db, planner: Planner, entries: readonly Kept[], action: string, now: Date): Promise<readonly string[]> => db.transaction(async (tx) => {
  const left = await keepEntries(tx, { entityId: planner.entityId, by: planner.id, now }, entries);
  const subject = entries.length === 1 ? `entry:${entries[0]?.procedureId ?? ''}` : `inventory:${planner.entityId}`;
  await audit(tx, { action, subject, person: planner, detail: { entries: entries.length - left.length } });
  return left;
});
