import * as oidc from 'openid-client';
import { faultOf } from './faults.ts';
import type { ProviderSettings } from './settings.ts';

/** What must be remembered from the moment the person is sent away until they come back. */
export type Departure = { readonly url: string; readonly state: string; readonly nonce: string; readonly verifier: string };

/** What the provider says about the person who came back. */
export type Arrival = { readonly userinfo: Readonly<Record<string, unknown>>; readonly idToken: string | undefined; readonly accessToken: string };

/** Our side of OpenID Connect, towards whatever provider is configured. Refuses, with a sentence for the person, when the provider fails. */
export type RelyingParty = {
  readonly settings: () => ProviderSettings;
  readonly depart: () => Promise<Departure>;
  /** `query` is what came back to us, from `?` on. Checks state, nonce, PKCE, issuer and signature. */
  readonly arrive: (query: string, departure: Omit<Departure, 'url'>) => Promise<Arrival>;
  /** Where to send a person who logs out here, so that they log out there too. */
  readonly logoutUrl: (idToken: string) => Promise<string>;
};

const timeoutSeconds = 10;

/**
 * A relying party that finds the provider's addresses when they are first needed, because the embedded provider only listens once we do.
 * `selfUrl` is how this process reaches itself: a public name may not lead back to it from inside.
 */
export function createRelyingParty(settings: () => ProviderSettings, selfUrl: () => string): RelyingParty {
  let found: Promise<oidc.Configuration> | undefined;
  const configuration = () => (found ??= discover(settings(), selfUrl).catch((caught: unknown) => { found = undefined; return faultOf(caught); }));
  return {
    settings,
    depart: async () => departure(await configuration(), settings()),
    arrive: async (query, { state, nonce, verifier }) => arrival(await configuration(), settings(), query, { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true }),
    logoutUrl: async (idToken) => oidc.buildEndSessionUrl(await configuration(), { id_token_hint: idToken, post_logout_redirect_uri: settings().postLogoutRedirectUri }).href,
  };
}

// Without TLS only where the operator wrote an http address, which is the demonstration on this machine.
async function discover({ issuer, clientId, clientSecret, embedded }: ProviderSettings, selfUrl: () => string): Promise<oidc.Configuration> {
  return oidc.discovery(new URL(issuer), clientId, clientSecret, undefined, {
    timeout: timeoutSeconds,
    ...(embedded ? { [oidc.customFetch]: inside(new URL(issuer).origin, selfUrl) } : {}),
    execute: issuer.startsWith('http:') ? [oidc.allowInsecureRequests] : [],
  });
}

const inside = (origin: string, selfUrl: () => string): oidc.CustomFetch => (url, options) =>
  fetch(url.startsWith(`${origin}/`) ? `${selfUrl()}${url.slice(origin.length)}` : url, { ...options, body: options.body ?? null });

async function departure(configuration: oidc.Configuration, { redirectUri, scope }: ProviderSettings): Promise<Departure> {
  const verifier = oidc.randomPKCECodeVerifier(), state = oidc.randomState(), nonce = oidc.randomNonce();
  const url = oidc.buildAuthorizationUrl(configuration, {
    redirect_uri: redirectUri, scope, state, nonce, code_challenge: await oidc.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256',
    ...(scope.includes('offline_access') ? { prompt: 'consent' } : {}), // OpenID Connect Core §11: asked for with consent, or ignored
  });
  return { url: url.href, state, nonce, verifier };
}

async function arrival(configuration: oidc.Configuration, { redirectUri }: ProviderSettings, query: string, checks: oidc.AuthorizationCodeGrantChecks): Promise<Arrival> {
  try {
    const tokens = await oidc.authorizationCodeGrant(configuration, new URL(`${redirectUri}${query}`), checks);
    const userinfo = await oidc.fetchUserInfo(configuration, tokens.access_token, tokens.claims()?.sub ?? '');
    return { userinfo, idToken: tokens.id_token, accessToken: tokens.access_token };
  } catch (caught) {
    return faultOf(caught);
  }
}
