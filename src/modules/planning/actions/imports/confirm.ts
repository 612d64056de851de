import { audit } from '#kernel/audit/index.ts';
import type { Db } from '#kernel/db/index.ts';
import { logImport } from '../../store/import-log.ts';
import { dropImport, takeImport, type ImportId } from '../../store/imports.ts';
import { bringEntries, type Making, type Planner } from '../keep-entry.ts';

/** How many rows came in, and how many were left alone because somebody changed them meanwhile. */
export type Brought = { readonly brought: number; readonly leftAlone: number };

/** Brings in what is new and what changes, all of it or none, and writes it down. Refuses what is no longer there. */
export const confirmImport = (db: Db, planner: Planner, id: ImportId, now: Date): Promise<Brought> => db.transaction(async (tx) => {
  const { rows, kind, ...head } = await takeImport(tx, planner.entityId, id), origin = kind === 'portal' ? 'portal' : 'sheet';
  const makings = rows.flatMap(({ procedureId, slug, answers, revision }): Making[] => (procedureId !== undefined && slug !== undefined && answers ? [{ procedureId, slug, answers, revision: revision ?? 0, origin }] : []));
  const left = makings.length === 0 ? [] : await bringEntries(tx, planner, makings, now), done = { brought: makings.length - left.length, leftAlone: left.length };
  await logImport(tx, planner.entityId, { ...head, problem: null }, 'confirmed', { by: planner.id, at: now, ...done });
  return done;
});

/** Throws away what was read, and writes it down. Twice is as once. */
export const discardImport = (db: Db, planner: Planner, id: ImportId, now: Date): Promise<void> => db.transaction(async (tx) => {
  const head = await dropImport(tx, planner.entityId, id);
  if (!head || head.stage === 'failed') return;
  await logImport(tx, planner.entityId, head, 'discarded', { by: planner.id, at: now });
  await audit(tx, { action: 'planning.import_discarded', subject: `inventory:${planner.entityId}`, person: planner, at: now });
});
