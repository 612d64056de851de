import type { Db, Tx } from '#kernel/db/index.ts';
import { newId, type EntityId, type PersonId } from '#kernel/ids.ts';
import type { Plan, PlanContent, PlanHead, PlanId } from '../../domain/plan/plan.ts';
import { refuse } from '../../errors.ts';

/** The columns of a plan without what it says, as `PlanHead` names them; for `select` from `plans.plan p`. */
export const headColumns = `
  p.entity_id as "entityId", p.id, p.version, p.title, p.from_year as "fromYear", p.to_year as "toYear", p.state, p.revision, p.is_example as "isExample", p.created_at as "createdAt", p.updated_at as "updatedAt", p.updated_by as "updatedBy",
  p.code, p.sha256, p.registered_at as "registeredAt", p.conformed_at as "conformedAt", p.approved_at as "approvedAt", p.authority_approved_at as "authorityApprovedAt", p.in_force_at as "inForceAt",
  p.published_at as "publishedAt", p.confidential, p.replaced_at as "replacedAt"`;

const plansMax = 50;

/** The plans of an entity, the newest version first; fifty at most. */
export const plansOf = (db: Db, entityId: EntityId): Promise<PlanHead[]> =>
  db.rows<PlanHead>(`select ${headColumns} from plans.plan p where p.entity_id = $1 order by p.version desc limit ${plansMax}`, [entityId]);

/** A plan of this entity with what it says, or a refusal. An id that is none is refused as one that is not there. */
export async function getPlan(db: Db, entityId: EntityId, id: PlanId | undefined): Promise<Plan> {
  const [plan] = id === undefined ? [] : await db.rows<Plan>(`select ${headColumns}, p.content from plans.plan p where p.entity_id = $1 and p.id = $2`, [entityId, id]);
  return plan ?? refuse('plan_not_found');
}

/** Who writes, and when. */
export type Writer = { readonly entityId: EntityId; readonly by: PersonId; readonly now: Date };

/** What a new version begins with. */
export type Beginning = { readonly title: string; readonly fromYear: number; readonly toYear: number; readonly content: PlanContent; readonly isExample: boolean };

/** Writes the next version of the entity's plan as a draft; gives its id, or nothing where somebody else has just begun that version. */
export async function insertPlan(tx: Tx, { entityId, by, now }: Writer, { title, fromYear, toYear, content, isExample }: Beginning): Promise<PlanId | undefined> {
  const id: PlanId = newId(now);
  const made = await tx.rows(`
    insert into plans.plan (entity_id, id, version, title, from_year, to_year, revision, content, is_example, created_at, created_by, updated_at, updated_by)
    select $1, $2, coalesce(max(version), 0) + 1, $3, $4, $5, 1, $6, $7, $8, $9, $8, $9 from plans.plan where entity_id = $1 on conflict (entity_id, version) do nothing returning id`, [entityId, id, title, fromYear, toYear, JSON.stringify(content), isExample, now, by]);
  if (made.length === 0) return undefined;
  await keepRevision(tx, entityId, id);
  return id;
}

/** What changes of a plan; what is left out stays. */
export type Changed = { readonly content: PlanContent; readonly title?: string; readonly fromYear?: number; readonly toYear?: number };

/** Writes what changed, if the plan may still be written and stands at that revision; gives the revision that it has now, or nothing where it was left alone. */
export async function updateContent(tx: Tx, { entityId, by, now }: Writer, { id, revision }: Pick<PlanHead, 'id' | 'revision'>, { content, title, fromYear, toYear }: Changed): Promise<number | undefined> {
  const [row] = await tx.rows<{ revision: number }>(`
    update plans.plan set content = $4, title = coalesce($5, title), from_year = coalesce($6, from_year), to_year = coalesce($7, to_year), revision = revision + 1, updated_at = $8, updated_by = $9
    where entity_id = $1 and id = $2 and revision = $3 and state in ('draft', 'observed') returning revision`, [entityId, id, revision, JSON.stringify(content), title, fromYear, toYear, now, by]);
  if (row) await keepRevision(tx, entityId, id);
  return row?.revision;
}

const keepRevision = (tx: Tx, entityId: EntityId, id: PlanId) => tx.rows(`
  insert into plans.plan_revision (entity_id, plan_id, revision, title, content, at, by)
  select entity_id, id, revision, title, content, updated_at, updated_by from plans.plan where entity_id = $1 and id = $2`, [entityId, id]);
