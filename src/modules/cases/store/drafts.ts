import type { Db } from '#kernel/db/index.ts';
import type { CaseId, EntityId, PersonId } from '#kernel/ids.ts';
import type { Answers } from '#modules/forms/index.ts';
import { refuse } from '../errors.ts';

/** What an applicant has filled in and not sent. Its id becomes the case's. */
export type Draft = {
  readonly id: CaseId; readonly entityId: EntityId; readonly procedureId: string; readonly version: number; readonly applicantId: PersonId;
  readonly answers: Answers; readonly createdAt: Date; readonly updatedAt: Date;
};

const columns = `id, entity_id as "entityId", procedure_id as "procedureId", version, applicant_id as "applicantId", answers, created_at as "createdAt", updated_at as "updatedAt"`;

/** Keeps a new draft. */
export async function insertDraft(db: Db, draft: Draft): Promise<void> {
  await db.rows('insert into cases.draft (id, entity_id, procedure_id, version, applicant_id, answers, created_at, updated_at) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    [draft.id, draft.entityId, draft.procedureId, draft.version, draft.applicantId, JSON.stringify(draft.answers), draft.createdAt, draft.updatedAt]);
}

/** A person's own draft, or a refusal; somebody else's does not exist for them. */
export async function getOwnDraft(db: Db, id: CaseId, applicant: PersonId): Promise<Draft> {
  const [row] = await db.rows<Draft>(`select ${columns} from cases.draft where id = $1 and applicant_id = $2`, [id, applicant]);
  return row ?? refuse('draft_not_found');
}

/** A person's drafts, the last touched first. */
export const draftsOf = (db: Db, applicant: PersonId, limit = 50): Promise<Draft[]> =>
  db.rows<Draft>(`select ${columns} from cases.draft where applicant_id = $1 order by updated_at desc limit $2`, [applicant, limit]);

/** Keeps the answers of a page. Refuses when the draft was sent or thrown away meanwhile, on another device perhaps. */
export async function saveDraft(db: Db, id: CaseId, applicant: PersonId, answers: Answers, now: Date): Promise<void> {
  const rows = await db.rows('update cases.draft set answers = $3, updated_at = $4 where id = $1 and applicant_id = $2 returning id', [id, applicant, JSON.stringify(answers), now]);
  if (rows.length === 0) refuse('draft_not_found');
}

/** Throws a draft away. */
export async function deleteDraft(db: Db, id: CaseId, applicant: PersonId): Promise<void> {
  await db.rows('delete from cases.draft where id = $1 and applicant_id = $2', [id, applicant]);
}
