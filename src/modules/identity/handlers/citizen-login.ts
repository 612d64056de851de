import { page, seeOther, type Handler } from '#kernel/http/index.ts';
import { admitCitizen } from '../actions/admit-citizen.ts';
import { closeSession, leavingCookies } from '../actions/close-session.ts';
import { landing } from '../actions/late-forms.ts';
import { openSession } from '../actions/open-session.ts';
import { beginPending, usePending } from '../actions/pending-login.ts';
import { readClaims } from '../domain/claims.ts';
import { homeOf } from '../domain/home.ts';
import { returnPath } from '../domain/return-path.ts';
import { cookieNames } from '../domain/token.ts';
import { refuse } from '../errors.ts';
import { doorsPage } from '../pages/doors.ts';
import type { Wiring } from '../wiring.ts';
import { callerOf } from './caller.ts';

/** Asks by which door to come in: citizen or officer. Who is in already goes on. */
export const showDoors = ({ provider }: Wiring): Handler => (ctx) => {
  if (ctx.person) return seeOther(returnPath(ctx.query.volver, homeOf(ctx.person)));
  return page(doorsPage(returnPath(ctx.query.volver, ''), provider.settings().embedded));
};

/** Sends a citizen to the identity provider, with state, nonce and PKCE, and remembers where they wanted to go. */
export const sendToProvider = (wiring: Wiring): Handler => async (ctx) => {
  const elsewhere = sameMachine(ctx.headers.host, wiring.origin());
  if (elsewhere !== undefined) return seeOther(`${elsewhere}${ctx.path}${ctx.url.search}`);
  const { url, ...departure } = await wiring.provider.depart();
  const token = await beginPending(ctx.db, wiring.keys, 'citizen', { ...departure, returnTo: returnPath(ctx.query.volver, '/mis-tramites') }, ctx.now);
  return { ...seeOther(url), setCookies: [{ name: cookieNames(wiring.https()).login, value: token, maxAgeSeconds: 900 }] };
};

/** Takes a citizen back from the provider, checks everything, and opens a session. What came back can be used once. */
export const receiveFromProvider = (wiring: Wiring): Handler => async (ctx) => {
  const pending = await usePending(ctx.db, wiring.keys, 'citizen', ctx.cookies[cookieNames(wiring.https()).login], ctx.now);
  if (!pending) return refuse('login_expired');
  const { userinfo, idToken, accessToken } = await wiring.provider.arrive(ctx.url.search, pending);
  const claims = readClaims(userinfo);
  if ('wrong' in claims) {
    wiring.log.warn('identity.claim_missing', { claim: claims.wrong });
    return refuse('provider_incomplete');
  }
  const person = await admitCitizen(ctx.db, wiring.provider.settings().issuer, claims, ctx.now);
  const setCookies = await openSession(ctx.db, wiring, person, callerOf(ctx), ctx.now, { idToken, accessToken });
  return { ...seeOther(await landing(ctx.db, wiring, ctx.cookies, person.id, pending.returnTo, ctx.now)), setCookies };
};

/** Closes the session here, and for a citizen asks the provider to close its own. The session here is closed even when the provider is down. */
export const leave = (wiring: Wiring): Handler => async (ctx) => {
  const idToken = await closeSession(ctx.db, wiring, ctx.cookies, ctx.person);
  const url = idToken && await wiring.provider.logoutUrl(idToken).catch((error: unknown) => { wiring.log.warn('identity.provider_logout_failed', { error }); return undefined; });
  return { ...seeOther(url ?? '/', url === undefined ? 'Su sesión está cerrada.' : undefined), setCookies: leavingCookies(wiring.https(), ctx.cookies) };
};

const loopback = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

// On one machine people type localhost or 127.0.0.1, and a cookie of one isn't sent to the other, where the provider leads back to.
function sameMachine(host: string | undefined, origin: string): string | undefined {
  const own = new URL(origin).host;
  return host !== undefined && host !== own && loopback.test(host) && loopback.test(own) ? origin : undefined;
}
