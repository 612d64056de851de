import assert from 'node:assert/strict';
import { test } from 'node:test';
import { freePort } from '#support/servers/index.ts';
import { startIdentitySite, whoOf, type IdentitySite, type SiteOptions } from '#support/identity-site.ts';
import { demoPassword } from './demo/people.ts';
import { registerClient } from './index.ts';
import { sweepExpired } from './actions/sweep.ts';

async function withSite(options: SiteOptions, work: (site: IdentitySite) => Promise<void>): Promise<void> {
  const site = await startIdentitySite(options);
  try { await work(site); } finally { await site.close(); }
}

test('another provider is a change of configuration: login and logout with a second installation', () => withSite({}, async (provider) => {
  const ours = 'http://127.0.0.1:9';
  const { secret } = await registerClient(provider.db, { id: 'nuestro', name: 'Nuestra ventanilla', redirectUris: [`${ours}/ingresar/retorno`], postLogoutRedirectUris: [`${ours}/`] });
  const environment = { OIDC_ISSUER: `${provider.origin}/oidc`, OIDC_CLIENT_ID: 'nuestro', OIDC_CLIENT_SECRET: secret, OIDC_REDIRECT_URI: `${ours}/ingresar/retorno`, OIDC_POST_LOGOUT_REDIRECT_URI: `${ours}/` };
  await withSite({ environment }, async (site) => {
    assert.equal((await fetch(`${site.origin}/oidc/.well-known/openid-configuration`)).status, 404, 'no stand-in beside a real provider');
    assert.deepEqual(site.identity.formOrigins, [provider.origin]);
    const visitor = site.visitor(), form = await visitor.visit('/ingresar/ciudadania');
    const consent = await visitor.follow(await visitor.submit(form, { numero: '3987654', contrasena: demoPassword, hacer: 'ingresar' }));
    assert.match(consent.text, /Nuestra ventanilla pide ver/);
    const back = new URL((await visitor.follow(await visitor.submit(consent, { hacer: 'autorizar' }), /:9\//)).location ?? '');
    const inside = await visitor.visit(back.pathname + back.search);
    assert.match(whoOf(inside.text), /^citizen\|María Elena Vaca Suárez/);
    const left = await visitor.submit(inside, {}, /^\/salir$/);
    const end = new URL(left.location ?? '');
    assert.deepEqual([end.origin + end.pathname, end.searchParams.get('post_logout_redirect_uri')], [`${provider.origin}/oidc/session/end`, `${ours}/`]);
    assert.ok(end.searchParams.get('id_token_hint'));
  });
}));

test('a provider that is down is told in a sentence, and who is in can still leave', async () => {
  const environment = { OIDC_ISSUER: `http://127.0.0.1:${await freePort()}`, OIDC_CLIENT_ID: 'x', OIDC_CLIENT_SECRET: 'y' };
  await withSite({ environment }, async (site) => {
    const seen = await site.visitor().get('/ingresar/ciudadania');
    assert.equal(seen.status, 503);
    assert.match(seen.text, /Ciudadanía Digital no responde en este momento/);
  });
});

test('over https the cookies are bound to this host, and the process still finds itself', () => withSite({ publicUrl: 'https://tramites.ejemplo.bo' }, async (site) => {
  const visitor = site.visitor(), away = await visitor.get('/ingresar/ciudadania');
  assert.match(away.location ?? '', /^https:\/\/tramites\.ejemplo\.bo\/oidc\/auth\?/);
  const asked = await visitor.submit(await visitor.get('/ingresar/servidor'), { usuario: 'diseno', contrasena: demoPassword });
  assert.equal(asked.status, 303);
  const code = await visitor.get('/ingresar/servidor/codigo');
  await visitor.submit(code, { codigo: /ahora es <strong>(\d{6})/.exec(code.text)?.[1] ?? '' });
  const raw = visitor.cookies.get('__Host-sesion')?.raw ?? '';
  for (const part of [/; Secure/i, /; HttpOnly/i, /; Path=\//i, /; SameSite=Lax/i]) assert.match(raw, part);
  assert.ok(!/domain=/i.test(raw));
  const plain = site.visitor();
  plain.cookies.set('sesion', { value: visitor.cookie('__Host-sesion') ?? '', path: '/', origin: '127.0.0.1', raw: '' });
  assert.equal(whoOf((await plain.get('/escritorio')).text), 'nadie', 'without the prefix it is not taken');
}));

test('on one machine localhost leads to the address where the provider comes back to', () => withSite({}, async (site) => {
  const seen = await site.visitor({ host: `localhost:${new URL(site.origin).port}` }).get('/ingresar/ciudadania?volver=%2Fa');
  assert.equal(seen.location, `${site.origin}/ingresar/ciudadania?volver=%2Fa`);
  assert.match((await site.visitor({ host: 'malo.example' }).get('/ingresar/ciudadania')).location ?? '', new RegExp(`^${site.origin}/oidc/auth`));
}));

test('what has expired is swept away, what has not stays', () => withSite({}, async (site) => {
  const visitor = site.visitor(), form = await visitor.visit('/ingresar/ciudadania');
  await visitor.follow(await visitor.submit(form, { numero: '4567891', contrasena: demoPassword, hacer: 'ingresar' }));
  await visitor.get('/ingresar/ciudadania');
  const count = async () => (await site.db.rows<{ n: number }>(`select (select count(*) from identity.session)::int + (select count(*) from identity.pending_login)::int as n`))[0]?.n;
  await sweepExpired(site.db, new Date());
  assert.equal(await count(), 2);
  await sweepExpired(site.db, new Date(Date.now() + 25 * 3_600_000));
  assert.equal(await count(), 0);
}));
