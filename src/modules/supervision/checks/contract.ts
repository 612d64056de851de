import type { LocalDate } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/index.ts';
import type { EntityId } from '#kernel/ids.ts';

/** One thing that a check found. `subject` is what it is about and stays the same from run to run; `says` is the condition, a whole sentence; `href` is where it can be seen. */
export type Evidence = { readonly subject: string; readonly says: string; readonly href?: string };

/** How much it weighs. */
export type Severity = 'high' | 'medium' | 'low';

/** What every check says of itself. */
export type CheckWords = {
  readonly key: string;
  readonly name: string;
  /** What should be, in a sentence; the criterion of a finding. */
  readonly rule: string;
  /** The norm with its article, or what of it is still to be confirmed. */
  readonly norm: string;
  /** What to do about it, for the entity. */
  readonly mend: string;
  readonly severity: Severity;
  /** Its place among the usual aspects of an examination, from 0. */
  readonly aspect: 0 | 1 | 2 | 3 | 4;
};

/** A check that runs by itself: a rule over what the modules publish. To add one: a folder with one object of this type, and one line in `checks/index.ts`. */
export type Check = CheckWords & { readonly look: (db: Db, entityId: EntityId, today: LocalDate, given: Given) => Promise<Looked> };

/** A term in the procedure of plans that the entity has to keep: the day first given, the one that counts now, and when it was done. */
export type TermRow = {
  readonly planId: string; readonly planTitle: string; readonly isOwn: boolean; readonly step: string; readonly title: string; readonly norm: string;
  readonly originalDue: LocalDate; readonly due: LocalDate; readonly metOn: LocalDate | null;
};

/** What checks are given that no view can say, because it is computed: the terms of plans, by the working days that are known today. */
export type Given = { readonly planTerms: (db: Db, entityId: EntityId, today: LocalDate) => Promise<readonly TermRow[]> };

/** What a check found, and whether there was anything to look at. */
export type Looked = { readonly evidences: readonly Evidence[]; readonly hasBase: boolean };

/** How a check looks: rows of published views for the entity `$1`, and the pure rule over them. */
export type Looking<Row extends object> = { readonly sql: string; readonly find: (rows: readonly Row[], today: LocalDate) => readonly Evidence[] };

/** Most rows that a check reads, and most things that it reports. */
const rowsMax = 20_000, evidencesMax = 200;

/** Makes a check of its words, its rows and its rule. */
export const check = <Row extends object>(words: CheckWords, { sql, find }: Looking<Row>): Check =>
  ({
    ...words,
    look: async (db, entityId, today) => {
      const rows = await db.rows<Row>(`${sql} limit ${rowsMax}`, [entityId]);
      return { evidences: find(rows, today).slice(0, evidencesMax), hasBase: rows.length > 0 };
    },
  });
