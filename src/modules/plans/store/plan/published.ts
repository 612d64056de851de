import type { Db } from '#kernel/db/index.ts';
import type { EntityId } from '#kernel/ids.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { refuse } from '../../errors.ts';
import { headColumns } from './plans.ts';

/** A published plan in the list of all. */
export type PublishedLine = { readonly entityId: EntityId; readonly version: number; readonly title: string; readonly fromYear: number; readonly toYear: number; readonly isExample: boolean; readonly publishedAt: Date; readonly replacedAt: Date | null };

// What anybody may read: published, and not confidential by the resolution that approved it (national plan 2025-2028, cap. VI).
const isPublic = 'p.published_at is not null and not p.confidential', publishedMax = 200;

/** The plans that anybody may read, the latest published first; two hundred at most. */
export const publishedPlans = (db: Db): Promise<PublishedLine[]> => db.rows<PublishedLine>(`
  select p.entity_id as "entityId", p.version, p.title, p.from_year as "fromYear", p.to_year as "toYear", p.is_example as "isExample", p.published_at as "publishedAt", p.replaced_at as "replacedAt"
  from plans.plan p where ${isPublic} order by p.published_at desc, p.id desc limit ${publishedMax}`);

/** A published plan of an entity, or a refusal: a confidential one is as if it were not there. */
export async function getPublished(db: Db, entityId: EntityId, version: number): Promise<Plan> {
  const [plan] = await db.rows<Plan>(`select ${headColumns}, p.content from plans.plan p where p.entity_id = $1 and p.version = $2 and ${isPublic}`, [entityId, version]);
  return plan ?? refuse('not_published');
}
