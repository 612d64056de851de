import { audit } from '#kernel/audit/index.ts';
import type { Person } from '#kernel/access.ts';
import type { Cookie } from '#kernel/http/index.ts';
import type { Db } from '#kernel/db/index.ts';
import { newId } from '#kernel/ids.ts';
import { rememberedSeconds, sessionLimits } from '../domain/session-limits.ts';
import { cookieNames, newToken, tokenHash } from '../domain/token.ts';
import { seal } from '../keys.ts';
import { deleteLateForms } from '../store/late-forms.ts';
import { deleteSessionByToken, insertSession } from '../store/sessions.ts';
import type { Wiring } from '../wiring.ts';
import type { Cookies } from './authenticate.ts';

/** Whoever asks for a session: the request as far as it matters here. */
export type Caller = { readonly cookies: Cookies; readonly ip: string; readonly agent: string; readonly requestId: string };

/** What the provider gave with the login, kept sealed for logging out there and for asking it on behalf of the person. */
export type ProviderTokens = { readonly idToken?: string | undefined; readonly accessToken?: string | undefined };

/**
 * Opens a session for a person who has proved who they are, and gives its cookies. The token is always new and the session that the browser
 * had before is closed, so that a token planted beforehand is worth nothing.
 */
export async function openSession(db: Db, wiring: Pick<Wiring, 'cache' | 'keys' | 'https'>, person: Person, caller: Caller, now: Date, tokens: ProviderTokens = {}): Promise<readonly Cookie[]> {
  const token = newToken(), limits = sessionLimits[person.kind], names = cookieNames(wiring.https());
  const sealed = (text: string | undefined, purpose: string) => (text === undefined ? undefined : seal(wiring.keys, purpose, text));
  const old = caller.cookies[names.session], typed = caller.cookies[names.typed];
  await db.transaction(async (tx) => {
    if (old !== undefined) await deleteSessionByToken(tx, tokenHash(old));
    // What somebody else had typed in this browser is not for this person to find.
    if (typed !== undefined) await deleteLateForms(tx, tokenHash(typed), person.id);
    await insertSession(tx, {
      tokenHash: tokenHash(token), id: newId<'session'>(now), personId: person.id, now, limits, ip: caller.ip, agent: caller.agent,
      idToken: sealed(tokens.idToken, 'session.id_token'), accessToken: sealed(tokens.accessToken, 'session.access_token'),
    });
    await audit(tx, { action: 'identity.session_opened', subject: `person:${person.id}`, person, requestId: caller.requestId });
  });
  if (old !== undefined) wiring.cache.forget({ hash: tokenHash(old) });
  // The cookie outlives the session by as long as the session is remembered, for the forms of its pages.
  return [{ name: names.session, value: token, maxAgeSeconds: limits.absoluteSeconds + rememberedSeconds }, { name: names.login, value: '', maxAgeSeconds: 0 }, { name: names.former, value: '', maxAgeSeconds: 0 }];
}
