import { audit } from '#kernel/audit/index.ts';
import type { Person } from '#kernel/access.ts';
import type { Db } from '#kernel/db/index.ts';
import type { PersonId } from '#kernel/ids.ts';
import { cookieNames, tokenHash } from '../domain/token.ts';
import { refuse } from '../errors.ts';
import { unseal } from '../keys.ts';
import { deleteSession, deleteSessionByToken, deleteSessionsOf } from '../store/sessions.ts';
import type { Wiring } from '../wiring.ts';
import type { Cookies } from './authenticate.ts';

/** Closes the session of the cookie; gives the identity token of a citizen, with which the provider is asked to log out too. */
export async function closeSession(db: Db, { cache, keys, https }: Pick<Wiring, 'cache' | 'keys' | 'https'>, cookies: Cookies, person: Person | undefined): Promise<string | undefined> {
  const token = cookies[cookieNames(https()).session];
  if (token === undefined) return undefined;
  const hash = tokenHash(token);
  const closed = await deleteSessionByToken(db, hash);
  cache.forget({ hash });
  if (closed === undefined) return undefined;
  await audit(db, { action: 'identity.session_closed', subject: `person:${closed.person_id}`, person });
  return closed.id_token_sealed === null ? undefined : unseal(keys, 'session.id_token', closed.id_token_sealed);
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
  cache.forget({ personId });
  await audit(db, { action: 'identity.sessions_closed', subject: `person:${personId}`, person: by, detail: { closed } });
  return closed;
}
