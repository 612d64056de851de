import type { Db, Tx } from '#kernel/db/index.ts';
import type { CaseId, PersonId } from '#kernel/ids.ts';
import type { NotifyRequest } from '../domain/request.ts';
import type { Notice, NoticeId } from '../domain/notice.ts';

/** Writes a notice unless the person was told under this key: says whether it was written. */
export async function insertNotice(tx: Tx, notice: Pick<NotifyRequest, 'entityId' | 'personId' | 'caseId' | 'key' | 'subject' | 'body' | 'link' | 'now'> & { readonly id: NoticeId; readonly mail: string }): Promise<boolean> {
  const written = await tx.rows(`
    insert into notifications.notice (entity_id, id, person_id, case_id, key, subject, body, mail, link, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
    on conflict on constraint notice_once do nothing returning id`,
  [notice.entityId, notice.id, notice.personId, notice.caseId, notice.key, notice.subject, notice.body, notice.mail, notice.link, notice.now]);
  return written.length > 0;
}

/** A page of somebody's mailbox, newest first: `limit` notices before `before`. */
export async function listNotices(db: Db, personId: PersonId, limit: number, before?: NoticeId): Promise<readonly Notice[]> {
  const rows = await db.rows<NoticeRow>(`select ${noticeColumns} from notifications.notice n where n.person_id = $1 and ($3::uuid is null or n.id < $3) order by n.id desc limit $2`, [personId, limit, before]);
  return rows.map(toNotice);
}

/** Opens a notice of somebody: gives it as it was, and marks it as read. */
export async function openNotice(db: Db, id: NoticeId, personId: PersonId, now: Date): Promise<Notice | undefined> {
  const [row] = await db.rows<NoticeRow>(`select ${noticeColumns} from notifications.notice n where n.id = $1 and n.person_id = $2`, [id, personId]);
  if (row && row.readAt === null) await db.rows('update notifications.notice set read_at = $3 where id = $1 and person_id = $2 and read_at is null', [id, personId, now]);
  return row && toNotice(row);
}

/** Notices about a case, oldest first, for its timeline. */
export async function noticesOf(db: Db, caseId: CaseId): Promise<readonly Notice[]> {
  const rows = await db.rows<NoticeRow>(`select ${noticeColumns} from notifications.notice n where n.case_id = $1 order by n.id limit 200`, [caseId]);
  return rows.map(toNotice);
}

/** How many notices a person has not read. */
export async function unreadCount(db: Db, personId: PersonId): Promise<number> {
  const [row] = await db.rows<{ count: number }>('select count(*)::int as count from notifications.notice where person_id = $1 and read_at is null', [personId]);
  return row?.count ?? 0;
}

/** Columns of a notice whose table is called `n`. */
export const noticeColumns = `n.id, n.entity_id as "entityId", n.person_id as "personId", n.case_id as "caseId", n.subject, n.body, n.mail, n.link, n.created_at as "createdAt", n.read_at as "readAt"`;

/** A notice as the database gives it. */
export type NoticeRow = Omit<Notice, 'caseId' | 'link' | 'readAt'> & { readonly caseId: CaseId | null; readonly link: string | null; readonly readAt: Date | null };

/** The notice of a row. */
export const toNotice = ({ caseId, link, readAt, ...row }: NoticeRow): Notice => ({ ...row, ...(caseId !== null && { caseId }), ...(link !== null && { link }), ...(readAt !== null && { readAt }) });
