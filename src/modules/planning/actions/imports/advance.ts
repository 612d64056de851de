import { findEntity } from '#modules/identity/index.ts';
import { readSheets } from '#modules/office/index.ts';
import type { Db } from '#kernel/db/index.ts';
import { isRefusal } from '#kernel/errors/index.ts';
import type { EntityId } from '#kernel/ids.ts';
import { guessMapping } from '../../domain/sheets/guess.ts';
import { refuse } from '../../errors.ts';
import { failImport, fileOf, findImport, findSheets, keepComparison, keepSheets, tellProgress, dropImport, type ImportHead, type ImportId } from '../../store/imports.ts';
import { logImport } from '../../store/import-log.ts';
import { memoryOf } from '../../store/sheet-memory.ts';
import { comparePortalFile, type Owner, type Tell } from './compare-portal.ts';
import { compareLines, compareSheets, kinds } from './compare-rows.ts';
import { openFile } from './file-kind.ts';

const columnsMax = 300;

/** A file on its way, by whose it is. */
export type ImportKey = { readonly entityId: EntityId; readonly id: ImportId };

/**
 * Brings a file as far as it goes without somebody: reads it, and compares it where its columns are known. What cannot be read says why. Doing it again does
 * nothing more; a file that was thrown away meanwhile stays away.
 */
export async function advanceImport(db: Db, { entityId, id }: ImportKey, now: Date): Promise<void> {
  const head = await findImport(db, entityId, id), entity = await findEntity(db, entityId);
  if (!head || !entity) return;
  const tell: Tell = (done, total) => tellProgress(db, entityId, id, done, total);
  try {
    if (head.stage === 'reading') await read(db, entity, head, now, tell);
    if ((await findImport(db, entityId, id))?.stage === 'comparing') await compare(db, entity, id, now, tell);
  } catch (caught) {
    if (!isRefusal(caught) || caught.status >= 500) throw caught;
    await failed(db, entityId, head, caught.message, now);
  }
  await settleWeekly(db, entityId, id, now);
}

async function read(db: Db, entity: Owner, { id, fileName }: ImportHead, now: Date, tell: Tell): Promise<void> {
  const bytes = await fileOf(db, entity.id, id);
  if (!bytes) return;
  const opened = openFile({ name: fileName, bytes });
  if (opened.kind === 'portal') return keepComparison(db, entity.id, id, 'portal', await comparePortalFile(db, entity, opened.text, tell));
  if (opened.kind === 'lines') return keepComparison(db, entity.id, id, 'lines', await compareLines(db, entity, opened.text, now, tell));
  const sheets = await readSheets({ name: fileName, bytes });
  if (sheets.length === 0) refuse('empty_sheets');
  if (sheets.reduce((sum, { head }) => sum + head.length, 0) > columnsMax) refuse('too_many_columns', { max: columnsMax });
  const { mappings, sure } = guessMapping(sheets, kinds, await memoryOf(db, entity.id));
  await keepSheets(db, entity.id, id, { sheets, mappings }, sure ? 'comparing' : 'mapping');
}

async function compare(db: Db, entity: Owner, id: ImportId, now: Date, tell: Tell): Promise<void> {
  const waiting = await findSheets(db, entity.id, id);
  if (waiting) await keepComparison(db, entity.id, id, 'sheets', await compareSheets(db, entity, waiting, now, tell));
}

/** Says that a file could not be read, and writes it down. */
async function failed(db: Db, entityId: EntityId, head: ImportHead, problem: string, now: Date): Promise<void> {
  await db.transaction(async (tx) => {
    await failImport(tx, entityId, head.id, problem);
    if (head.source !== 'upload') await logImport(tx, entityId, { ...head, problem }, 'failed', { by: undefined, at: now });
  });
}

// What the weekly reading finds unchanged, or cannot read, waits for nobody.
async function settleWeekly(db: Db, entityId: EntityId, id: ImportId, now: Date): Promise<void> {
  const head = await findImport(db, entityId, id);
  if (!head || head.source === 'upload') return;
  const isUnchanged = head.stage === 'ready' && (head.counts?.new ?? 0) + (head.counts?.changed ?? 0) === 0;
  if (!isUnchanged && head.stage !== 'failed') return;
  await db.transaction(async (tx) => {
    if (isUnchanged) await logImport(tx, entityId, head, 'unchanged', { by: undefined, at: now });
    await dropImport(tx, entityId, id);
  });
}
