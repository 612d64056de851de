import type { Db } from '#kernel/db/index.ts';
import type { PersonId } from '#kernel/ids.ts';
import { rememberedSeconds } from '../domain/session-limits.ts';

/** Whose session this is or was, and the ids of their latest sessions, to which their forms were bound. */
export type FormerRow = { readonly personId: PersonId; readonly sessionKeys: readonly string[] };

const sessionsMax = 50;

/** Who a session belongs to that may have ended: by its token, or all that this person had. Nobody where there was none, or its owner is out of service. */
export async function findFormer(db: Db, whose: { readonly tokenHash: Buffer } | { readonly personId: PersonId }, now: Date): Promise<FormerRow | undefined> {
  const [row] = await db.rows<FormerRow>(`
    with ever as not materialized (
      select token_hash, id, person_id, expires_at from identity.session union all select token_hash, session_id, person_id, expires_at from identity.former_session)
    select p.id as "personId", array(select e.id::text from ever e where e.person_id = p.id order by e.id desc limit ${sessionsMax}) as "sessionKeys"
    from identity.person p
    where p.disabled_at is null and p.id = coalesce($1::uuid, (select e.person_id from ever e where e.token_hash = $2 and e.expires_at + make_interval(secs => $4) > $3))`,
  ['personId' in whose ? whose.personId : null, 'tokenHash' in whose ? whose.tokenHash : null, now, rememberedSeconds]);
  return row;
}

/** A form that is kept: for one person, in one browser. */
export type KeptRow = { readonly id: string; readonly sealed: Buffer; readonly keptAt: Date; readonly expiresAt: Date };

type Whose = { readonly browserHash: Buffer; readonly personId: PersonId };

/** Keeps a form; of one person at most `max` are kept, and the oldest give way. */
export async function insertLateForm(db: Db, made: KeptRow & Whose, max: number): Promise<void> {
  await db.rows(`
    with surplus as (
      delete from identity.late_form where id in (select id from identity.late_form where person_id = $3 order by kept_at desc, id desc offset $7))
    insert into identity.late_form (id, browser_hash, person_id, form_sealed, kept_at, expires_at) values ($1, $2, $3, $4, $5, $6)`,
  [made.id, made.browserHash, made.personId, made.sealed, made.keptAt, made.expiresAt, max - 1]);
}

/** What is kept for a person in this browser and has not expired, latest first. */
export async function listLateForms(db: Db, { browserHash, personId }: Whose, now: Date): Promise<readonly KeptRow[]> {
  return db.rows<KeptRow>(`
    select id, form_sealed as sealed, kept_at as "keptAt", expires_at as "expiresAt" from identity.late_form
    where browser_hash = $1 and person_id = $2 and expires_at > $3 order by kept_at desc, id desc`, [browserHash, personId, now]);
}

/** Gives one of them and forgets it in the same statement. */
export async function takeLateForm(db: Db, id: string, { browserHash, personId }: Whose): Promise<Buffer | undefined> {
  const [row] = await db.rows<{ sealed: Buffer }>('delete from identity.late_form where id = $1 and browser_hash = $2 and person_id = $3 returning form_sealed as sealed', [id, browserHash, personId]);
  return row?.sealed;
}

/** Forgets what a browser keeps, for everybody or for everybody but one. */
export async function deleteLateForms(db: Db, browserHash: Buffer, exceptPersonId?: PersonId): Promise<void> {
  await db.rows('delete from identity.late_form where browser_hash = $1 and ($2::uuid is null or person_id <> $2)', [browserHash, exceptPersonId ?? null]);
}

/** Forgets what is kept for a person in any browser. */
export async function deleteLateFormsOf(db: Db, personId: PersonId): Promise<void> {
  await db.rows('delete from identity.late_form where person_id = $1', [personId]);
}
