import { audit } from '#kernel/audit/index.ts';
import type { Person } from '#kernel/access.ts';
import type { Db } from '#kernel/db/index.ts';
import type { Cookie } from '#kernel/http/index.ts';
import type { PersonId } from '#kernel/ids.ts';
import { sessionLimits } from '../domain/session-limits.ts';
import { cookieNames, isToken, tokenHash } from '../domain/token.ts';
import { refuse } from '../errors.ts';
import { unseal } from '../keys.ts';
import { deleteLateForms, deleteLateFormsOf } from '../store/late-forms.ts';
import { deleteSession, deleteSessionByToken, deleteSessionsOf } from '../store/sessions.ts';
import type { Wiring } from '../wiring.ts';
import type { Cookies } from './authenticate.ts';

/** Closes the session of the cookie and forgets what was kept of late forms in this browser; gives the identity token of a citizen, with which the provider is asked to log out too. */
export async function closeSession(db: Db, { cache, keys, https }: Pick<Wiring, 'cache' | 'keys' | 'https'>, cookies: Cookies, person: Person | undefined): Promise<string | undefined> {
  const token = cookies[cookieNames(https()).session];
  if (token === undefined) return undefined;
  const hash = tokenHash(token), typed = cookies[cookieNames(https()).typed];
  const closed = await deleteSessionByToken(db, hash);
  if (typed !== undefined) await deleteLateForms(db, tokenHash(typed));
  cache.forget({ hash });
  if (closed === undefined) return undefined;
  await audit(db, { action: 'identity.session_closed', subject: `person:${closed.person_id}`, person });
  return closed.id_token_sealed === null ? undefined : unseal(keys, 'session.id_token', closed.id_token_sealed);
}

/**
 * The cookies of a browser after leaving: the session's token moves to a cookie that opens nothing and only says whose forms may still come
 * from other windows.
 */
export function leavingCookies(https: boolean, cookies: Cookies): readonly Cookie[] {
  const names = cookieNames(https), token = cookies[names.session];
  const former = isToken(token) ? [{ name: names.former, value: token, maxAgeSeconds: sessionLimits.citizen.absoluteSeconds }] : [];
  return [{ name: names.session, value: '', maxAgeSeconds: 0 }, { name: names.typed, value: '', maxAgeSeconds: 0 }, ...former];
}

/** Closes one session of a person, perhaps on another device. */
export async function closeOneSession(db: Db, { cache }: Pick<Wiring, 'cache'>, person: Person, sessionId: string): Promise<void> {
  if (!await deleteSession(db, person.id, sessionId)) refuse('session_not_found');
  cache.forget({ personId: person.id });
  await audit(db, { action: 'identity.session_closed', subject: `person:${person.id}`, person });
}

/** Closes all sessions of a person on every device, perhaps but the one in use; gives how many. */
export async function closeAllSessions(db: Db, { cache }: Pick<Wiring, 'cache'>, personId: PersonId, by: Person | undefined, exceptId?: string): Promise<number> {
  const closed = await deleteSessionsOf(db, personId, exceptId);
  await deleteLateFormsOf(db, personId);
  cache.forget({ personId });
  await audit(db, { action: 'identity.sessions_closed', subject: `person:${personId}`, person: by, detail: { closed } });
  return closed;
}
