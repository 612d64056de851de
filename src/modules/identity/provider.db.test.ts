import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startIdentitySite, type IdentitySite } from '#support/identity-site.ts';
import type { Seen, Visitor } from '#support/visitor.ts';
import { demoPassword } from './demo/people.ts';
import { registerClient } from './index.ts';

let site: IdentitySite, secret: string;
const callback = 'http://127.0.0.1:9/vuelta', goodbye = 'http://127.0.0.1:9/adios', allScopes = 'openid profile fecha_nacimiento email celular offline_access';
before(async () => {
  site = await startIdentitySite();
  ({ secret } = await registerClient(site.db, { id: 'otro-sistema', name: 'Otro sistema', redirectUris: [callback], postLogoutRedirectUris: [goodbye] }));
});
after(() => site.close());

const at = (path: string) => `${site.origin}/oidc${path}`;
const basic = (password = secret) => ({ authorization: `Basic ${Buffer.from(`otro-sistema:${password}`).toString('base64')}` });
const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) => fetch(at(path), { method: 'POST', body: new URLSearchParams(fields), headers });

const authorize = (change: Record<string, string> = {}) =>
  at(`/auth?${new URLSearchParams({ response_type: 'code', client_id: 'otro-sistema', redirect_uri: callback, scope: allScopes, state: 's', nonce: 'n', prompt: 'consent', ...change })}`);

async function logInAndConsent(visitor: Visitor): Promise<URL> {
  const form = await visitor.visit(authorize());
  const consent = await visitor.follow(await visitor.submit(form, { numero: '4567891', contrasena: demoPassword, hacer: 'ingresar' }));
  assert.match(consent.text, /Otro sistema pide ver:/);
  assert.match(consent.text, /Fecha de nacimiento/);
  const end = await visitor.follow(await visitor.submit(consent, { hacer: 'autorizar' }), /:9\//);
  return new URL(end.location ?? 'about:blank');
}

type Tokens = { readonly access_token: string; readonly refresh_token: string; readonly id_token: string; readonly token_type: string; readonly expires_in: number; readonly scope: string };
async function tokens(visitor = site.visitor()): Promise<Tokens> {
  const back = await logInAndConsent(visitor);
  const answer = await post('/token', { grant_type: 'authorization_code', code: back.searchParams.get('code') ?? '', redirect_uri: callback }, basic());
  assert.equal(answer.status, 200);
  return await answer.json() as Tokens;
}

test('discovery names the paths of Ciudadanía Digital', async () => {
  const found = await (await fetch(at('/.well-known/openid-configuration'))).json() as Record<string, unknown>;
  assert.equal(found.issuer, at(''));
  const paths = { authorization_endpoint: '/auth', token_endpoint: '/token', userinfo_endpoint: '/me', introspection_endpoint: '/token/introspection', end_session_endpoint: '/session/end' };
  for (const [name, path] of Object.entries(paths)) assert.equal(found[name], at(path));
  for (const scope of allScopes.split(' ')) assert.ok((found.scopes_supported as string[]).includes(scope), scope);
});

test('whatever host a caller names, the addresses are the configured ones', async () => {
  const answer = await fetch(at('/.well-known/openid-configuration'), { headers: { 'x-forwarded-host': 'malo.example', 'x-forwarded-proto': 'https' } });
  assert.ok(!(await answer.text()).includes('malo.example'));
});

test('another system gets code, opaque tokens, nested claims, and a refresh', async () => {
  const given = await tokens();
  assert.deepEqual([given.token_type, given.access_token.split('.').length], ['Bearer', 1]);
  assert.ok(given.id_token.split('.').length === 3 && given.refresh_token && given.expires_in > 0);
  const me = await fetch(at('/me'), { headers: { authorization: `Bearer ${given.access_token}` } });
  const claims = await me.json() as Record<string, unknown>;
  assert.equal(typeof claims.sub, 'string');
  assert.deepEqual({ ...claims, sub: '' }, {
    sub: '', fecha_nacimiento: '14/03/1985', email: 'rosa.mamani@ejemplo.bo', celular: '71234567',
    profile: { documento_identidad: { numero_documento: '4567891', tipo_documento: 'CI' }, nombre: { nombres: 'Rosa', primer_apellido: 'Mamani', segundo_apellido: 'Quispe' } },
  });
  const refreshed = await post('/token', { grant_type: 'refresh_token', refresh_token: given.refresh_token, client_id: 'otro-sistema', client_secret: secret });
  assert.equal(refreshed.status, 200, 'secrets are taken in the body too');
});

test('introspection: a token, an unknown one, a wrong client', async () => {
  const { access_token: token } = await tokens();
  const known = await (await post('/token/introspection', { token }, basic())).json() as Record<string, unknown>;
  assert.deepEqual([known.active, known.client_id, known.iss, known.token_type], [true, 'otro-sistema', at(''), 'Bearer']);
  for (const member of ['sub', 'exp', 'iat', 'scope']) assert.ok(known[member], member);
  const unknown = await post('/token/introspection', { token: 'inventado' }, basic());
  assert.deepEqual([unknown.status, await unknown.json()], [200, { active: false }]);
  const wrong = await post('/token/introspection', { token }, basic('otro'));
  assert.deepEqual([wrong.status, (await wrong.json() as Record<string, unknown>).error_description], [400, 'client authentication failed']);
});

test('the address of the person without a token is refused', async () => {
  assert.equal((await fetch(at('/me'))).status, 401);
  assert.equal((await fetch(at('/me'), { headers: { authorization: 'Bearer inventado' } })).status, 401);
});

test('a system may also speak for itself', async () => {
  const answer = await post('/token', { grant_type: 'client_credentials' }, basic());
  assert.equal(answer.status, 200);
});

test('a code is used once, and using it again takes back what it gave', async () => {
  const code = (await logInAndConsent(site.visitor())).searchParams.get('code') ?? '';
  const change = () => post('/token', { grant_type: 'authorization_code', code, redirect_uri: callback }, basic());
  const first = await (await change()).json() as Tokens;
  assert.equal((await change()).status, 400);
  assert.equal((await fetch(at('/me'), { headers: { authorization: `Bearer ${first.access_token}` } })).status, 401);
});

test('a code that comes four times at once gives one token', async () => {
  const back = await logInAndConsent(site.visitor());
  const answers = await Promise.all(Array.from({ length: 4 }, () => post('/token', { grant_type: 'authorization_code', code: back.searchParams.get('code') ?? '', redirect_uri: callback }, basic())));
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 400, 400, 400]);
});

test('who does not authorise goes back with access_denied', async () => {
  const visitor = site.visitor(), form = await visitor.visit(authorize());
  const consent = await visitor.follow(await visitor.submit(form, { numero: '4567891', contrasena: demoPassword, hacer: 'ingresar' }));
  const end = await visitor.follow(await visitor.submit(consent, { hacer: 'cancelar' }), /:9\//);
  assert.equal(new URL(end.location ?? '').searchParams.get('error'), 'access_denied');
});

test('logging out goes back to the system, and without a session it takes one button and no script', async () => {
  const visitor = site.visitor(), { id_token: hint } = await tokens(visitor);
  const address = at(`/session/end?${new URLSearchParams({ id_token_hint: hint, post_logout_redirect_uri: goodbye, state: 'fin' })}`);
  const asked = await visitor.get(address);
  assert.match(asked.text, /Otro sistema ya cerró su sesión/);
  assert.match(asked.headers.get('content-security-policy') ?? '', /form-action 'self' http:\/\/127\.0\.0\.1:9;/);
  const left = await visitor.submit(asked, { logout: 'yes' });
  assert.equal(left.location, `${goodbye}?state=fin`);
  const again = await visitor.get(address);
  assertSpanish(again);
  assert.equal((await visitor.submit(again)).location, `${goodbye}?state=fin`);
});

const wrongRequests: readonly [string, () => string, number][] = [
  ['an unknown client', () => authorize({ client_id: 'nadie' }), 400],
  ['an address that is not registered', () => authorize({ redirect_uri: 'https://malo.example/' }), 400],
  ['a login that never began', () => at('/interaccion/inventado'), 400],
  ['a way back that never began', () => at('/auth/inventado'), 400],
  ['an address that is not there', () => at('/no-existe'), 404],
  ['a logout towards elsewhere', () => at('/session/end?client_id=otro-sistema&post_logout_redirect_uri=https://malo.example/'), 400],
  ['a logout with a token that is none', () => at('/session/end?id_token_hint=x'), 400],
];
for (const [name, address, status] of wrongRequests) {
  test(`${name} gets a Spanish page that says what to do`, async () => {
    const seen = await site.visitor().get(address());
    assert.equal(seen.status, status);
    assertSpanish(seen);
    assert.match(seen.text, /No se pudo continuar/);
  });
}

test('a link to somebody else’s login leads nowhere', async () => {
  const one = await site.visitor().visit(authorize());
  const other = site.visitor();
  await other.visit(authorize());
  for (const [name, cookie] of other.cookies) other.cookies.set(name, { ...cookie, path: '/' });
  assert.equal((await other.get(one.url)).status, 400);
  assert.equal((await site.visitor().post(one.url, { numero: '4567891', contrasena: demoPassword, hacer: 'ingresar' })).status, 400);
});

test('what the provider remembers survives a restart', async () => {
  const kinds = await site.db.rows<{ kind: string }>('select distinct kind from identity.oidc_model');
  for (const kind of ['Session', 'Grant', 'AccessToken', 'RefreshToken', 'Client']) assert.ok(kinds.some((row) => row.kind === kind), kind);
});

test('too many wrong passwords at the stand-in wait as well', async () => {
  const statuses = [];
  for (let i = 0; i < 6; i++) {
    const visitor = site.visitor();
    statuses.push((await visitor.submit(await visitor.visit(authorize()), { numero: '7777777', contrasena: 'otra', hacer: 'ingresar' })).status);
  }
  assert.deepEqual(statuses, [422, 422, 422, 422, 422, 429]);
});

function assertSpanish({ text, headers }: Seen): void {
  assert.match(text, /<html lang="es-BO"/);
  assert.match(text, /Simulador de Ciudadanía Digital/);
  assert.ok(!/<script|\b(error|sign|session|Continue|Submitting)\b/i.test(text.replace(/<[^>]*>/g, ' ').replace(/Error:/g, '')), 'no English word');
  assert.ok(!/<script/i.test(text), 'no script');
  assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'/);
}
