import { Provider, type Configuration, type Context } from 'oidc-provider';
import type { Db } from '#kernel/db/index.ts';
import type { Keys } from '../keys.ts';
import type { Log } from '#kernel/log.ts';
import type { ProviderSettings } from '../relying/settings.ts';
import { findProviderAccount } from './accounts.ts';
import { oidcAdapter } from './adapter.ts';
import { writePage, type PageWriter } from './page-writer.ts';
import { leavingPage, leftPage, problemPage } from './pages.ts';
import { scopes } from './scopes.ts';

/** What the stand-in is made from. */
export type ProviderDeps = { readonly db: Db; readonly keys: Keys; readonly log: Log; readonly settings: () => ProviderSettings; readonly writer: PageWriter; readonly demo: boolean; readonly trustProxy: boolean };

/**
 * An OpenID provider that answers as Ciudadanía Digital does: its paths, nested claims, opaque tokens, introspection and logout. It stands in for
 * it in demonstrations, tests, and rehearsals of another institution's system.
 */
export function createProvider(deps: ProviderDeps): Provider {
  const settings = deps.settings();
  const provider = new Provider(settings.issuer, configuration(deps, settings));
  provider.proxy = true; // the mount sets scheme and host from the issuer, whatever the caller wrote
  provider.use(withoutSurprises(deps));
  provider.use(likeCiudadaniaDigital(deps.writer));
  provider.on('error', () => undefined); // a caller who breaks off: everything else has been caught
  provider.on('server_error', (_context, error) => { deps.log.error('identity.provider_failed', { error }); });
  return provider;
}

const minute = 60, hour = 3_600, day = 24 * hour;

const configuration = (deps: ProviderDeps, settings: ProviderSettings): Configuration => ({
  adapter: oidcAdapter(deps.db),
  clients: [ownClient(settings)],
  jwks: { keys: deps.keys.signing },
  cookies: { keys: deps.keys.cookies, names: { session: 'cd_sesion', interaction: 'cd_ingreso', resume: 'cd_retorno' } },
  routes: { authorization: '/auth', token: '/token', userinfo: '/me', introspection: '/token/introspection', end_session: '/session/end', jwks: '/jwks' },
  scopes: Object.keys(scopes),
  claims: { openid: ['sub'], profile: ['profile'], fecha_nacimiento: ['fecha_nacimiento'], email: ['email'], celular: ['celular'] },
  clientAuthMethods: ['client_secret_post', 'client_secret_basic', 'none'],
  pkce: { required: (_context: Context, client: { readonly clientAuthMethod?: string }) => client.clientAuthMethod === 'none' },
  responseTypes: ['code'],
  ttl: { AccessToken: hour, AuthorizationCode: minute, ClientCredentials: 10 * minute, IdToken: hour, RefreshToken: 14 * day, Interaction: 15 * minute, Session: 8 * hour, Grant: 14 * day },
  features: features(deps.writer),
  interactions: { url: (_context: Context, { uid }: { readonly uid: string }) => `${new URL(settings.issuer).pathname}/interaccion/${uid}` },
  findAccount: (_context, subject) => findProviderAccount(deps.db, subject),
  clientBasedCORS: () => false,
  loadExistingGrant: (context) => grantOf(context, settings.clientId),
  renderError: (context, out) => { writePage(context, deps.writer, problemPage(String(out.error))); },
});

const features = (writer: PageWriter) => ({
  devInteractions: { enabled: false }, clientCredentials: { enabled: true }, introspection: { enabled: true, allowedPolicy: async () => true },
  pushedAuthorizationRequests: { enabled: false }, dPoP: { enabled: false }, claimsParameter: { enabled: false },
  rpInitiatedLogout: {
    enabled: true,
    logoutSource: (context: Context, form: string) => { writePage(context, writer, leavingPage(form, context.oidc.client?.clientName), context.oidc.session?.state?.postLogoutRedirectUri); },
    postLogoutSuccessSource: (context: Context) => { writePage(context, writer, leftPage()); },
  },
});

const ownClient = (settings: ProviderSettings) => ({
  client_id: settings.clientId, client_secret: settings.clientSecret, client_name: 'Ventanilla', redirect_uris: [settings.redirectUri],
  post_logout_redirect_uris: [settings.postLogoutRedirectUri], grant_types: ['authorization_code', 'refresh_token', 'client_credentials'],
});

// Our own portal needs no consent page; others show one. A consent that was just given has the last word.
async function grantOf({ oidc }: Context, ownClientId: string) {
  const { client, session, provider, result } = oidc;
  if (!client || !session?.accountId) return undefined;
  const id = result?.consent?.grantId ?? session.grantIdFor(client.clientId);
  const found = id === undefined ? undefined : await provider.Grant.find(id);
  if (found || client.clientId !== ownClientId) return found;
  const grant = new provider.Grant({ accountId: session.accountId, clientId: client.clientId });
  grant.addOIDCScope(Object.keys(scopes).join(' '));
  await grant.save();
  return grant;
}

/** A fault of the library is logged as ours are, and shown as a page of ours. */
const withoutSurprises = ({ log, writer }: ProviderDeps) => (context: Context, next: () => Promise<void>): Promise<void> => next().catch((error: unknown) => {
  log.error('identity.provider_failed', { error });
  writePage(context, writer, problemPage('server_error'), undefined, 500);
});

/**
 * The last differences: Ciudadanía Digital answers 400 to a wrong client at introspection, where this library answers 401; and what the library
 * would send on by a script waits for a button.
 */
const likeCiudadaniaDigital = (writer: PageWriter) => async (context: Context, next: () => Promise<void>): Promise<void> => {
  await next();
  if (context.path === '/token/introspection' && context.status === 401) context.status = 400;
  if (typeof context.body === 'string' && context.body.includes('<title>Submitting Callback</title>')) writer.continueByButton(context, context.body);
  if (context.status === 404 && context.body === undefined) writePage(context, writer, problemPage('not_found'), undefined, 404);
};
