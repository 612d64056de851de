import { setImmediate as breathe } from 'node:timers/promises';
import type { Db } from '#kernel/db/index.ts';
import { entryForm } from '../../content/entry-form.ts';
import { comparisonOf, type Comparison, type ReadRow } from '../../domain/inventory/compare.ts';
import { sheetKinds } from '../../domain/sheets/columns.ts';
import { compareRows, wantedBy } from '../../domain/sheets/compare-rows.ts';
import { rowOfJson } from '../../domain/sheets/json-rows.ts';
import { rawRows, type RawRow } from '../../domain/sheets/raw-rows.ts';
import { refuse } from '../../errors.ts';
import { knownEntries } from '../../store/entries.ts';
import type { WaitingSheets } from '../../store/imports.ts';
import { linesOf, type Owner, type Tell } from './compare-portal.ts';

const rowsMax = 10_000, rowsAtOnce = 50, rowsATelling = 1_000;

/** What sheets can be read into. */
export const kinds = sheetKinds(entryForm);

/** The rows of sheets compared with the inventory. Refuses more rows than an inventory has, and sheets without any. */
export function compareSheets(db: Db, entity: Owner, { sheets, mappings }: WaitingSheets, now: Date, tell: Tell): Promise<Comparison> {
  const rows = rawRows(sheets, mappings, kinds);
  if (rows.length === 0) refuse('empty_sheets');
  return compared(db, entity, rows, now, tell);
}

/** Our own lines of JSON compared with the inventory. */
export const compareLines = (db: Db, entity: Owner, text: string, now: Date, tell: Tell): Promise<Comparison> =>
  compared(db, entity, linesOf(text).map(({ line, number }) => rowOfJson(line, number, entryForm)), now, tell);

async function compared(db: Db, entity: Owner, rows: readonly RawRow[], now: Date, tell: Tell): Promise<Comparison> {
  if (rows.length > rowsMax) refuse('too_many_rows', { max: rowsMax });
  const compare = compareRows(rows, await knownEntries(db, entity.id, wantedBy(rows, entity.key)), { entityKey: entity.key, form: entryForm, now }), found: ReadRow[] = [];
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    found.push(...compare(from, from + rowsAtOnce));
    await breathe();
    if (from % rowsATelling === 0) await tell(from, rows.length);
  }
  return comparisonOf(found);
}
