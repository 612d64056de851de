import type { Db } from '#kernel/db/index.ts';
import { newToken } from '../domain/token.ts';

/** Another system that uses the stand-in: for rehearsals of integrations, as a registration with Ciudadanía Digital would be. */
export type ForeignClient = { readonly id: string; readonly name: string; readonly redirectUris: readonly string[]; readonly postLogoutRedirectUris: readonly string[] };

/** Registers another system, or changes it, and gives its new secret, which is shown this once. */
export async function registerClient(db: Db, client: ForeignClient): Promise<{ readonly secret: string }> {
  const secret = newToken();
  const payload = {
    client_id: client.id, client_secret: secret, client_name: client.name, redirect_uris: client.redirectUris, post_logout_redirect_uris: client.postLogoutRedirectUris,
    grant_types: ['authorization_code', 'refresh_token', 'client_credentials'],
  };
  await db.rows(`
    insert into identity.oidc_model (kind, id, payload) values ('Client', $1, $2)
    on conflict (kind, id) do update set payload = excluded.payload`, [client.id, JSON.stringify(payload)]);
  return { secret };
}
