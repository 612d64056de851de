import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lacking, openidcPort, openidcRedirect, startOpenidcClient } from '#support/servers/index.ts';
import { startIdentitySite } from '#support/identity-site.ts';
import { demoPassword } from './demo/people.ts';
import { registerClient } from './index.ts';

test('Apache with mod_auth_openidc, which is not ours, lets a citizen in through the stand-in', { skip: lacking('apache2', 'mod_auth_openidc.so') }, async () => {
  const site = await startIdentitySite(), port = await openidcPort();
  const { secret } = await registerClient(site.db, { id: 'apache', name: 'Sistema con Apache', redirectUris: [openidcRedirect(port)], postLogoutRedirectUris: [] });
  const client = await startOpenidcClient({
    port, issuer: `${site.origin}/oidc`, clientId: 'apache', clientSecret: secret, scope: 'openid profile fecha_nacimiento email', claims: ['sub', 'profile', 'fecha_nacimiento', 'email'],
  });
  try {
    const visitor = site.visitor();
    const form = await visitor.visit(client.url);
    const consent = await visitor.follow(await visitor.submit(form, { numero: '5234876', contrasena: demoPassword, hacer: 'ingresar' }));
    assert.match(consent.text, /Sistema con Apache pide ver:/);
    assert.ok(!consent.text.includes('Número de celular'), 'only what was asked for');
    const shown = await visitor.follow(await visitor.submit(consent, { hacer: 'autorizar' }));
    assert.deepEqual([shown.url, shown.status], [client.url, 200]);
    const claims = Object.fromEntries(shown.text.trim().split('\n').map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
    assert.match(claims.sub ?? '', /^[0-9a-f-]{36}$/);
    assert.deepEqual([claims.fecha_nacimiento, claims.email], ['09/01/1982', 'oscar.nanez@ejemplo.bo']);
    assert.deepEqual(JSON.parse(claims.profile ?? ''), { documento_identidad: { numero_documento: '5234876', tipo_documento: 'CI' }, nombre: { nombres: 'Óscar', primer_apellido: 'Ñáñez' } });
  } finally {
    await client.stop();
    await site.close();
  }
});
