import type { Db, Tx } from '#kernel/db/index.ts';
import type { CaseId, PersonId } from '#kernel/ids.ts';
import { refuse } from '../errors.ts';
import type { ChainedFact } from '../domain/chain.ts';
import type { Case } from '../domain/types.ts';

const columns = `
  id, entity_id as "entityId", number, procedure_id as "procedureId", version, applicant_id as "applicantId", applicant, seq, head, state, answers,
  submitted_at as "submittedAt", due::text as due`;

/** The case, or `undefined` where there is none. Whether the caller may see it is for the caller to ask. */
export async function findCase(db: Db | Tx, id: CaseId): Promise<Case | undefined> {
  const [row] = await db.rows<Case>(`select ${columns} from cases.case where id = $1`, [id]);
  return row;
}

/** The case, or a refusal. */
export const getCase = async (db: Db | Tx, id: CaseId): Promise<Case> => (await findCase(db, id)) ?? refuse('not_found');

/** A person's own case. Somebody else's is not found, so that nobody learns that it exists. */
export async function getOwnCase(db: Db, id: CaseId, applicant: PersonId): Promise<Case> {
  const [row] = await db.rows<Case>(`select ${columns} from cases.case where id = $1 and applicant_id = $2`, [id, applicant]);
  return row ?? refuse('not_found');
}

/** The facts of a case in order, as they were hashed. */
export const factsOf = (db: Db, id: CaseId): Promise<ChainedFact[]> =>
  db.rows<ChainedFact>('select seq, type, text, hash from cases.fact where case_id = $1 order by seq', [id]);

/** A case as the applicant's list shows it. */
export type CaseLine = {
  readonly id: CaseId; readonly number: string; readonly title: string; readonly slug: string; readonly status: Case['state']['status'];
  readonly due: string | null; readonly submittedAt: Date; readonly updatedAt: Date;
};

/** The newest cases of a person; `limit` of them before the one given. */
export const casesOf = (db: Db, applicant: PersonId, limit = 50, before?: { readonly submittedAt: Date; readonly id: CaseId }): Promise<CaseLine[]> =>
  db.rows<CaseLine>(`
    select id, number, title, slug, status, due::text as due, submitted_at as "submittedAt", updated_at as "updatedAt" from cases.case
    where applicant_id = $1 and ($3::timestamptz is null or (submitted_at, id) < ($3, $4::uuid)) order by submitted_at desc, id desc limit $2`,
  [applicant, limit, before?.submittedAt ?? null, before?.id ?? null]);

/** Ids of cases that have not ended, in order, after one of them. */
export async function openCaseIds(db: Db, after: CaseId | undefined, limit: number): Promise<CaseId[]> {
  const rows = await db.rows<{ id: CaseId }>('select id from cases.case where closed_at is null and ($1::uuid is null or id > $1) order by id limit $2', [after ?? null, limit]);
  return rows.map((row) => row.id);
}
