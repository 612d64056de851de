import type { Db } from '../db/types.ts';
import type { Person } from '../access.ts';
import type { EntityId, PersonId } from '../ids.ts';

/** Something that somebody did or looked at. `subject` is `<kind>:<id>`, such as `case:0190…`; `detail` never holds personal data. */
export type AuditEntry = {
  readonly action: string;
  readonly subject: string;
  readonly person: Person | undefined;
  readonly entityId?: EntityId | undefined;
  readonly detail?: Readonly<Record<string, unknown>>;
  readonly requestId?: string;
  /** When, by the clock that people see; the database's own where it is left out. */
  readonly at?: Date;
};

/** Records one entry; in the transaction of the write it belongs to, or on its own for a read. */
export async function audit(db: Db, entry: AuditEntry): Promise<void> {
  await db.rows(`insert into kernel.audit (entity_id, person_id, role, action, subject, detail, request_id, at) values ($1, $2, $3, $4, $5, $6, $7, coalesce($8::timestamptz, now()))`, [
    entry.entityId ?? entry.person?.entityId ?? null, entry.person?.id ?? null, entry.person?.kind ?? 'system',
    entry.action, entry.subject, JSON.stringify(entry.detail ?? {}), entry.requestId ?? null, entry.at ?? null,
  ]);
}

/** A row of the audit, newest first when listed. */
export type AuditRow = {
  readonly id: string; readonly at: Date; readonly personId: PersonId | null; readonly role: string; readonly action: string;
  readonly subject: string; readonly detail: Record<string, unknown>;
};

/** What was done with a subject, newest first: `limit` rows before `beforeId`. */
export async function auditOf(db: Db, subject: string, limit = 50, beforeId?: string): Promise<AuditRow[]> {
  return db.rows<AuditRow>(`
    select id::text, at, person_id as "personId", role, action, subject, detail from kernel.audit
    where subject = $1 and ($2::bigint is null or id < $2::bigint) order by id desc limit $3`, [subject, beforeId ?? null, limit]);
}
