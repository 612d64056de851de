import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startDaemon, temporaryFolder } from './daemon.ts';
import { freePort } from './ports.ts';

/** What a client must know of its provider. `issuer` has its discovery document below `/.well-known/`. */
export type OpenidcClient = { readonly port: number; readonly issuer: string; readonly clientId: string; readonly clientSecret: string; readonly scope?: string; readonly claims?: readonly string[] };

/** Where a client on this port wants people sent back to; the provider must know it beforehand. */
export const openidcRedirect = (port: number): string => `http://127.0.0.1:${port}/protegido/retorno`;

/** A port for a client, so that its address can be registered before it starts. */
export const openidcPort = freePort;

const modules = ['mpm_event', 'authn_core', 'authz_core', 'authz_user', 'mime', 'include', 'auth_openidc'];

/**
 * Apache with mod_auth_openidc: a client of an identity provider that is not ours. Its page `/protegido/` lets in who has logged in, and
 * says the claims it got, one a line as `claim=value`.
 */
export async function startOpenidcClient(client: OpenidcClient): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  const { folder, remove } = temporaryFolder('apache');
  mkdirSync(join(folder, 'pages', 'protegido'), { recursive: true });
  const claims = client.claims ?? ['sub'];
  writeFileSync(join(folder, 'pages', 'protegido', 'index.shtml'), claims.map((name) => `${name}=<!--#echo encoding="none" var="OIDC_CLAIM_${name}" -->\n`).join(''));
  writeFileSync(join(folder, 'apache.conf'), configuration(folder, client));
  const { stop } = await startDaemon({ program: '/usr/sbin/apache2', args: ['-d', folder, '-f', join(folder, 'apache.conf'), '-DFOREGROUND'], port: client.port });
  return { url: `http://127.0.0.1:${client.port}/protegido/index.shtml`, stop: async () => { await stop(); remove(); } };
}

const configuration = (folder: string, { port, issuer, clientId, clientSecret, scope = 'openid' }: OpenidcClient): string => `
ServerName 127.0.0.1
Listen 127.0.0.1:${port}
PidFile ${folder}/apache.pid
ErrorLog ${folder}/error.log
Mutex file:${folder}
DefaultRuntimeDir ${folder}
${modules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join('\n')}
${process.getuid?.() === 0 ? 'User www-data\nGroup www-data' : ''}
TypesConfig /dev/null
AddType text/html .shtml
AddOutputFilter INCLUDES .shtml
DocumentRoot ${folder}/pages
<Directory ${folder}/pages>
  Options +Includes
  Require all granted
</Directory>
OIDCProviderMetadataURL ${issuer}/.well-known/openid-configuration
OIDCClientID ${clientId}
OIDCClientSecret ${clientSecret}
OIDCRedirectURI ${openidcRedirect(port)}
OIDCCryptoPassphrase prueba-de-un-cliente-ajeno
OIDCScope "${scope}"
OIDCPassClaimsAs environment
OIDCSSLValidateServer Off
OIDCUnAuthAction auth true
<Location /protegido>
  AuthType openid-connect
  Require valid-user
</Location>
`;
