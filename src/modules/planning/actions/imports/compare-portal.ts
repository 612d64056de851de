import { setImmediate as breathe } from 'node:timers/promises';
import { listPublished, readVocabulary, type Vocabulary } from '#modules/catalog/index.ts';
import type { Db } from '#kernel/db/index.ts';
import type { EntityId } from '#kernel/ids.ts';
import { entryForm } from '../../content/entry-form.ts';
import { comparisonOf, type Comparison } from '../../domain/inventory/compare.ts';
import { comparePortal, idsIn, readPortalLine, type KnownId, type ReadLine } from '../../domain/inventory/read-portal.ts';
import { refuse } from '../../errors.ts';
import { findEntries } from '../../store/entries.ts';

/** An entity for which a file is read. */
export type Owner = { readonly id: EntityId; readonly key: string; readonly name: string; readonly acronym: string };

/** Is told how far a long comparison is. */
export type Tell = (done: number, total: number) => Promise<void>;

const publishedMax = 10_000, rowsMax = 10_000, linesAtOnce = 10, linesATelling = 500;

/** The lines of the portal's file compared with the inventory. Refuses a file without a line that is understood. */
export async function comparePortalFile(db: Db, entity: Owner, text: string, tell: Tell): Promise<Comparison> {
  const lines = await readLines(text, await readVocabulary(db), tell);
  if (lines.every((line) => 'reason' in line)) refuse('not_json_lines');
  const published: readonly KnownId[] = (await listPublished(db, { entityKey: entity.key, limit: publishedMax })).map(({ procedureId, procedure }) => ({ procedureId, slug: procedure.slug, portalSlug: procedure.source.portalSlug }));
  const ids = idsIn(lines, entity.key, published);
  return comparisonOf(comparePortal(lines, { entity, form: entryForm }, ids, await findEntries(db, entity.id, [...ids.values()].map(({ procedureId }) => procedureId))));
}

// A line takes about a millisecond: others are served between them.
async function readLines(text: string, vocabulary: Vocabulary | undefined, tell: Tell): Promise<readonly ReadLine[]> {
  const written = linesOf(text), lines: ReadLine[] = [];
  for (const { line, number } of written) {
    lines.push(readPortalLine(line, number, vocabulary));
    if (lines.length % linesAtOnce === 0) await breathe();
    if (lines.length % linesATelling === 0) await tell(lines.length, written.length);
  }
  return lines;
}

/** The lines of a file that say something, with their numbers; refuses more than ten thousand. */
export function linesOf(text: string): readonly { readonly line: string; readonly number: number }[] {
  const written = text.split('\n').flatMap((line, at) => (line.trim() === '' ? [] : [{ line, number: at + 1 }]));
  return written.length > rowsMax ? refuse('too_many_rows', { max: rowsMax }) : written;
}
