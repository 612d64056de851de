import type { Db } from '#kernel/db/index.ts';
import type { Authenticated } from '#kernel/http/index.ts';
import { cookieNames, isToken, tokenHash } from '../domain/token.ts';
import { findLiveSession } from '../store/sessions.ts';
import { toPerson } from '../store/persons.ts';
import type { Wiring } from '../wiring.ts';

/** Cookies of a request, by name. */
export type Cookies = Readonly<Record<string, string | undefined>>;

/** Tells who a request belongs to; nobody when the session is unknown, closed, expired, idle for too long, or its owner was disabled. */
export type Authenticate = (db: Db, cookies: Cookies, now: Date) => Promise<Authenticated | undefined>;

/** The function that the web server asks at every request: one statement, and none when it asked in the last seconds. */
export function authenticator({ cache, https }: Pick<Wiring, 'cache' | 'https'>): Authenticate {
  return async (db, cookies, now) => {
    const token = cookies[cookieNames(https()).session];
    if (!isToken(token)) return undefined;
    const hash = tokenHash(token);
    return cache.get(hash, now) ?? remember(cache, hash, await findLiveSession(db, hash, now), now);
  };
}

function remember(cache: Wiring['cache'], hash: Buffer, row: Awaited<ReturnType<typeof findLiveSession>>, now: Date): Authenticated | undefined {
  if (row === undefined) return undefined;
  const found: Authenticated = { person: toPerson(row), sessionKey: row.session_id };
  cache.put(hash, found, now);
  return found;
}
