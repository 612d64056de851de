import type { Db } from '#kernel/db/index.ts';
import type { PersonId } from '#kernel/ids.ts';
import { touchSeconds, type SessionLimits } from '../domain/session-limits.ts';
import { personColumns, type PersonRow } from './persons.ts';

/** A session to be opened. */
export type NewSession = {
  readonly tokenHash: Buffer; readonly id: string; readonly personId: PersonId; readonly now: Date; readonly limits: SessionLimits; readonly ip: string; readonly agent: string;
  readonly idToken?: Buffer | undefined; readonly accessToken?: Buffer | undefined;
};

/** Opens a session. */
export async function insertSession(db: Db, made: NewSession): Promise<void> {
  await db.rows(`
    insert into identity.session (token_hash, id, person_id, created_at, last_seen_at, expires_at, idle_seconds, ip, agent, id_token_sealed, access_token_sealed)
    values ($1, $2, $3, $4, $4, $5, $6, $7, $8, $9, $10)`,
  [made.tokenHash, made.id, made.personId, made.now, new Date(made.now.getTime() + made.limits.absoluteSeconds * 1000), made.limits.idleSeconds,
    made.ip, made.agent.slice(0, 300), made.idToken ?? null, made.accessToken ?? null]);
}

/** Whose live session this is, in one statement, which also writes down the use when the last one written is a minute old. */
export async function findLiveSession(db: Db, hash: Buffer, now: Date): Promise<(PersonRow & { readonly session_id: string }) | undefined> {
  const [row] = await db.rows<PersonRow & { session_id: string }>(`
    with live as (
      select s.token_hash, s.id, s.person_id, s.last_seen_at from identity.session s
      where s.token_hash = $1 and s.expires_at > $2 and s.last_seen_at + make_interval(secs => s.idle_seconds) > $2),
    touched as (
      update identity.session s set last_seen_at = $2 from live where s.token_hash = live.token_hash and live.last_seen_at < $2::timestamptz - make_interval(secs => $3))
    select ${personColumns}, live.id as session_id from live join identity.person p on p.id = live.person_id where p.disabled_at is null`,
  [hash, now, touchSeconds]);
  return row;
}

/** Lets every open session live on as long as it would have, where the clock of a demonstration is about to be put forward by so many seconds. */
export async function carrySessions(db: Db, now: Date, seconds: number): Promise<void> {
  await db.rows(`
    update identity.session set last_seen_at = last_seen_at + make_interval(secs => $2), expires_at = expires_at + make_interval(secs => $2)
    where expires_at > $1 and last_seen_at + make_interval(secs => idle_seconds) > $1`, [now, seconds]);
}

/** A session that was closed, with what is needed to log out at the provider too. */
export type ClosedSession = { readonly id: string; readonly person_id: string; readonly id_token_sealed: Buffer | null };

/** Closes the session of a token. */
export async function deleteSessionByToken(db: Db, hash: Buffer): Promise<ClosedSession | undefined> {
  const [row] = await db.rows<ClosedSession>(closing('token_hash = $1'), [hash]);
  return row;
}

/** Closes one session of a person; says whether it was open. */
export async function deleteSession(db: Db, personId: PersonId, id: string): Promise<boolean> {
  const rows = await db.rows(closing('person_id = $1 and id = $2'), [personId, id]);
  return rows.length > 0;
}

/** Closes every session of a person but perhaps one; gives how many. */
export async function deleteSessionsOf(db: Db, personId: PersonId, exceptId?: string): Promise<number> {
  const rows = await db.rows(closing('person_id = $1 and ($2::uuid is null or id <> $2)'), [personId, exceptId ?? null]);
  return rows.length;
}

// Whose it was stays known for a while, for the forms of its pages.
const closing = (which: string): string => `
  with closed as (delete from identity.session where ${which} returning token_hash, id, person_id, expires_at, id_token_sealed),
  former as (insert into identity.former_session (token_hash, session_id, person_id, expires_at) select token_hash, id, person_id, expires_at from closed on conflict do nothing)
  select id, person_id, id_token_sealed from closed`;

/** An open session, as its owner sees it. */
export type OpenSession = { readonly id: string; readonly createdAt: Date; readonly lastSeenAt: Date; readonly ip: string; readonly agent: string; readonly isCurrent: boolean };

/** The live sessions of a person, newest first; the one of `currentHash` is marked. */
export async function listSessions(db: Db, personId: PersonId, currentHash: Buffer, now: Date): Promise<OpenSession[]> {
  return db.rows<OpenSession>(`
    select id, created_at as "createdAt", last_seen_at as "lastSeenAt", ip, agent, token_hash = $3 as "isCurrent" from identity.session
    where person_id = $1 and expires_at > $2 and last_seen_at + make_interval(secs => idle_seconds) > $2 order by created_at desc limit 100`, [personId, now, currentHash]);
}
