import type { Db } from '#kernel/db/index.ts';
import { newId, type EntityId, type PersonId } from '#kernel/ids.ts';
import type { Discrepancy, DiscrepancyId } from '../domain/discrepancy.ts';

/** A discrepancy that nobody has looked at yet. */
export type OpenDiscrepancy = Discrepancy & { readonly id: DiscrepancyId };

const listMax = 100;

/** Writes it once, however often it shows. */
export async function insertDiscrepancy(db: Db, { entityId, orderId, kind, subject, detail, at }: Discrepancy): Promise<void> {
  await db.rows(`insert into payments.discrepancy (id, entity_id, order_id, kind, subject, detail, at) values ($1, $2, $3, $4, $5, $6, $7) on conflict (kind, subject) do nothing`,
    [newId<'discrepancy'>(at), entityId, orderId, kind, subject, JSON.stringify(detail), at]);
}

/** Discrepancies of an entity that are open, and those that belong to nobody, newest first. */
export const openDiscrepancies = (db: Db, entityId: EntityId): Promise<OpenDiscrepancy[]> => db.rows<OpenDiscrepancy>(`
  select d.id, d.entity_id as "entityId", d.order_id as "orderId", d.kind, d.subject, d.detail, d.at from payments.discrepancy d
  where (d.entity_id = $1 or d.entity_id is null) and not exists (select 1 from payments.discrepancy_review r where r.discrepancy_id = d.id)
  order by d.id desc limit ${listMax}`, [entityId]);

/** Writes how an open discrepancy was settled; says whether there was one. */
export async function insertReview(db: Db, id: DiscrepancyId, entityId: EntityId, review: { readonly note: string; readonly by: PersonId; readonly at: Date }): Promise<boolean> {
  const written = await db.rows(`
    insert into payments.discrepancy_review (discrepancy_id, note, by, at)
    select id, $3, $4, $5 from payments.discrepancy where id = $1 and (entity_id = $2 or entity_id is null) on conflict do nothing returning discrepancy_id`,
  [id, entityId, review.note, review.by, review.at]);
  return written.length > 0;
}
