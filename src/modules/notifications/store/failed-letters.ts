import type { Db, Tx } from '#kernel/db/index.ts';
import { invariant } from '#kernel/errors/index.ts';
import type { EntityId } from '#kernel/ids.ts';
import { maskAddress, type DeliveryId } from '../domain/notice.ts';

/** A letter that was given up, as an administrator may see it. */
export type FailedLetter = {
  readonly id: DeliveryId;
  /** Masked: «m…a@correo.bo». */
  readonly to: string;
  readonly subject: string;
  /** Why, in a sentence. */
  readonly problem: string;
  readonly attempts: number;
  readonly givenUpAt: Date;
};

/** Letters of an entity that were given up after an instant, the latest first, at most `limit`. */
export async function failedLetters(db: Db, entityId: EntityId, after: Date, limit: number): Promise<readonly FailedLetter[]> {
  const rows = await db.rows<Omit<FailedLetter, 'to'> & { address: string }>(`
    select d.id, d.address, n.subject, coalesce(d.problem, 'No quedó registrado por qué.') as problem, d.attempts, d.given_up_at as "givenUpAt"
    from notifications.delivery d join notifications.notice n on n.entity_id = d.entity_id and n.id = d.notice_id
    where d.entity_id = $1 and d.given_up_at > $2 order by d.given_up_at desc, d.id desc limit $3`, [entityId, after, limit]);
  return rows.map(({ address, ...row }) => ({ ...row, to: maskAddress(address) }));
}

/** How many letters of an entity wait for another attempt, counted up to `max`, and what one of them met. */
export async function retriedLetters(db: Db, entityId: EntityId, max: number): Promise<{ readonly count: number; readonly problem?: string }> {
  const [row] = await db.rows<{ count: number; problem: string | null }>(`
    select count(*)::int as count, min(problem) as problem from (
      select problem from notifications.delivery where entity_id = $1 and problem is not null and sent_at is null and given_up_at is null limit $2) waiting`, [entityId, max]);
  invariant(row, 'counting gives one row');
  return { count: row.count, ...(row.problem !== null && { problem: row.problem }) };
}

/** Puts a letter that was given up back among those that wait; `false` where it is none of this entity's, or waits already. */
export async function takeBackFailure(tx: Tx, entityId: EntityId, id: DeliveryId): Promise<boolean> {
  const rows = await tx.rows('update notifications.delivery set given_up_at = null, problem = null where entity_id = $1 and id = $2 and given_up_at is not null returning id', [entityId, id]);
  return rows.length > 0;
}
