import type { Db, Tx } from '#kernel/db/index.ts';
import type { EntityId, PersonId } from '#kernel/ids.ts';
import type { PlanHead, PlanId, PlanState } from '../../domain/plan/plan.ts';

/** The content of a plan as it was approved. */
export type ApprovedContent = {
  readonly entityId: EntityId; readonly planId: PlanId; readonly code: string; readonly sha256: string; readonly content: string; readonly provider: string;
  readonly evidence: Readonly<Record<string, string>>; readonly at: Date;
};

/** Freezes what was approved. */
export async function insertApproved(tx: Tx, made: ApprovedContent, by: PersonId): Promise<void> {
  await tx.rows('insert into plans.approved (entity_id, plan_id, code, sha256, content, provider, evidence, at, by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
    [made.entityId, made.planId, made.code, made.sha256, made.content, made.provider, JSON.stringify(made.evidence), made.at, by]);
}

/** What anybody may know of an approved plan by its code. */
export type ApprovedPlan = ApprovedContent & Pick<PlanHead, 'title' | 'version' | 'fromYear' | 'toYear' | 'isExample' | 'confidential' | 'inForceAt' | 'publishedAt'> & { readonly state: PlanState; readonly entityName: string; readonly entityKey: string };

const columns = 'a.entity_id as "entityId", a.plan_id as "planId", a.code, a.sha256, a.content, a.provider, a.evidence, a.at';

/** The approved plan that has this code. */
export async function findApproved(db: Db, code: string): Promise<ApprovedPlan | undefined> {
  const [row] = await db.rows<ApprovedPlan>(`
    select ${columns}, p.title, p.version, p.from_year as "fromYear", p.to_year as "toYear", p.is_example as "isExample", p.confidential, p.in_force_at as "inForceAt", p.published_at as "publishedAt", p.state, e.name as "entityName", e.key as "entityKey"
    from plans.approved a join plans.plan p on p.entity_id = a.entity_id and p.id = a.plan_id join identity.v_entity e on e.id = a.entity_id where a.code = $1`, [code]);
  return row;
}
