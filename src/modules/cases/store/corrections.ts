import type { Db } from '#kernel/db/index.ts';
import type { CaseId } from '#kernel/ids.ts';
import type { Answers } from '#modules/forms/index.ts';

/** The answers as the applicant is correcting them, kept between pages and devices; `undefined` where nothing was touched yet. */
export async function readCorrection(db: Db, id: CaseId): Promise<Answers | undefined> {
  const [row] = await db.rows<{ answers: Answers }>('select answers from cases.correction where case_id = $1', [id]);
  return row?.answers;
}

/** Keeps them until they are sent; sending takes them away. */
export async function saveCorrection(db: Db, id: CaseId, answers: Answers, now: Date): Promise<void> {
  await db.rows(`
    insert into cases.correction (case_id, answers, updated_at) values ($1, $2, $3)
    on conflict (case_id) do update set answers = excluded.answers, updated_at = excluded.updated_at`, [id, JSON.stringify(answers), now]);
}

/** Forgets what was being corrected, because it was sent. */
export async function deleteCorrection(db: Db, id: CaseId): Promise<void> {
  await db.rows('delete from cases.correction where case_id = $1', [id]);
}
