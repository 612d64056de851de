import type { Db, Tx } from '#kernel/db/index.ts';
import type { LocalDate } from '#kernel/clock.ts';
import type { PersonId } from '#kernel/ids.ts';
import type { Narrative } from '../../domain/evaluation/evaluation.ts';

/** What follows from the final evaluation: guidelines by line, and when the results were presented to the COPLUTIC. */
export type Final = { readonly guidelines: Narrative; readonly presentedOn: LocalDate | null; readonly presentedAs: string; readonly revision: number };

/** What was written of a final evaluation; nothing yet has revision 0. */
export async function finalOf(db: Db, year: number): Promise<Final> {
  const [row] = await db.rows<Final>(`select guidelines, presented_on::text as "presentedOn", presented_as as "presentedAs", revision from indicators.final_evaluation where year = $1`, [year]);
  return row ?? { guidelines: {}, presentedOn: null, presentedAs: '', revision: 0 };
}

/** Writes it; false where somebody changed it since it was read. */
export async function writeFinal(tx: Tx, year: number, { guidelines, presentedOn, presentedAs, revision }: Final, by: PersonId, now: Date): Promise<boolean> {
  const rows = await tx.rows(`
    insert into indicators.final_evaluation as f (year, guidelines, presented_on, presented_as, revision, set_at, set_by) select $1, $2, $3, $4, 1, $6, $7 where $5::int = 0 or exists (select 1 from indicators.final_evaluation where year = $1)
    on conflict (year) do update set guidelines = excluded.guidelines, presented_on = excluded.presented_on, presented_as = excluded.presented_as, revision = f.revision + 1, set_at = excluded.set_at, set_by = excluded.set_by where f.revision = $5::int
    returning 1`, [year, JSON.stringify(guidelines), presentedOn, presentedAs, revision, now, by]);
  return rows.length > 0;
}
