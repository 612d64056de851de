import type { Config } from '#kernel/config.ts';
import type { Keys } from '../keys.ts';

/** How we introduce ourselves to an identity provider. */
export type ProviderSettings = {
  readonly issuer: string; readonly clientId: string; readonly clientSecret: string; readonly scope: string; readonly redirectUri: string;
  readonly postLogoutRedirectUri: string;
  /** Whether the provider is the one inside this process, which stands in for Ciudadanía Digital. */
  readonly embedded: boolean;
};

/** Names of the variables as AGETIC's public projects use them, so that the State's administrators recognise them. */
export function providerSettings(environment: Config['environment'], origin: string, keys: Pick<Keys, 'clientSecret'>): ProviderSettings {
  const given = (name: string, otherwise: string) => environment[name] || otherwise;
  const embedded = !environment.OIDC_ISSUER;
  return {
    embedded, issuer: given('OIDC_ISSUER', `${origin}/oidc`).replace(/\/$/, ''),
    clientId: given('OIDC_CLIENT_ID', 'ventanilla'), clientSecret: given('OIDC_CLIENT_SECRET', keys.clientSecret),
    scope: given('OIDC_SCOPE', 'openid profile fecha_nacimiento email celular'),
    redirectUri: given('OIDC_REDIRECT_URI', `${origin}/ingresar/retorno`),
    postLogoutRedirectUri: given('OIDC_POST_LOGOUT_REDIRECT_URI', `${origin}/`),
  };
}
