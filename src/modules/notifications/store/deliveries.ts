import type { Db, Tx } from '#kernel/db/index.ts';
import type { EntityId } from '#kernel/ids.ts';
import type { DeliveryId, MailDelivery, Notice, NoticeId } from '../domain/notice.ts';
import { noticeColumns, toNotice, type NoticeRow } from './notices.ts';

type NewDelivery = { readonly id: DeliveryId; readonly entityId: EntityId; readonly noticeId: NoticeId; readonly channel: string; readonly address: string; readonly createdAt: Date };

/** Writes a delivery that waits. */
export async function insertDelivery(tx: Tx, { id, entityId, noticeId, channel, address, createdAt }: NewDelivery): Promise<void> {
  await tx.rows('insert into notifications.delivery (entity_id, id, notice_id, channel, address, created_at) values ($1, $2, $3, $4, $5, $6) on conflict on constraint delivery_once do nothing',
    [entityId, id, noticeId, channel, address, createdAt]);
}

/** A delivery with what it carries. */
export type Carried = { readonly delivery: MailDelivery; readonly notice: Notice };

/** A delivery by its id. */
export async function findDelivery(db: Db, id: DeliveryId): Promise<Carried | undefined> {
  const [row] = await db.rows<CarriedRow>(`select ${columns} from ${tables} where d.id = $1`, [id]);
  return row && toCarried(row);
}

/** Deliveries of a notice. */
export async function deliveriesOf(db: Db, noticeId: NoticeId): Promise<readonly MailDelivery[]> {
  const rows = await db.rows<CarriedRow>(`select ${columns} from ${tables} where d.notice_id = $1 order by d.channel`, [noticeId]);
  return rows.map((row) => toCarried(row).delivery);
}

/** The latest deliveries of everybody, newest first: for the page of a demonstration. */
export async function latestDeliveries(db: Db, limit: number): Promise<readonly Carried[]> {
  const rows = await db.rows<CarriedRow>(`select ${columns} from ${tables} order by d.id desc limit $1`, [limit]);
  return rows.map(toCarried);
}

/** Notes that it was sent. */
export async function markSent(db: Db, id: DeliveryId, now: Date): Promise<void> {
  await db.rows('update notifications.delivery set sent_at = $2, attempts = attempts + 1, problem = null where id = $1 and given_up_at is null', [id, now]);
}

/** Notes an attempt that failed; `givenUpAt` where it was the last. */
export async function markFailed(db: Db, id: DeliveryId, problem: string, givenUpAt?: Date): Promise<void> {
  await db.rows('update notifications.delivery set attempts = attempts + 1, problem = $2, given_up_at = $3 where id = $1 and sent_at is null', [id, problem, givenUpAt]);
}

const tables = 'notifications.delivery d join notifications.notice n on n.entity_id = d.entity_id and n.id = d.notice_id';
const columns = `d.id as "deliveryId", d.channel, d.address, d.attempts, d.problem, d.sent_at as "sentAt", d.given_up_at as "givenUpAt", ${noticeColumns}`;

type CarriedRow = NoticeRow & {
  readonly deliveryId: DeliveryId; readonly channel: string; readonly address: string; readonly attempts: number; readonly problem: string | null;
  readonly sentAt: Date | null; readonly givenUpAt: Date | null;
};

function toCarried({ deliveryId, channel, address, attempts, problem, sentAt, givenUpAt, ...notice }: CarriedRow): Carried {
  const endedAt = sentAt ?? givenUpAt;
  const state = sentAt ? 'sent' : givenUpAt ? 'failed' : 'queued';
  return { delivery: { id: deliveryId, channel, address, attempts, state, ...(endedAt && { endedAt }), ...(problem !== null && { problem }) }, notice: toNotice(notice) };
}
