import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { citizen } from '#support/people.ts';
import { send, type RawAnswer, type RawRequest } from '#support/raw-request.ts';
import { startVentanilla, type RunningVentanilla } from '#support/ventanilla.ts';
import { defencesMissing } from './defences.ts';

// The same garbage every time; another number in VENTANILLA_SEED gives other garbage.
const seed = Number(process.env.VENTANILLA_SEED ?? 20_261_120), numRuns = 1_500, parallel = 6;

let site: RunningVentanilla, cookies: readonly string[];
before(async () => {
  site = await startVentanilla();
  const { visitor } = await citizen(site.url, '4567891');
  cookies = [...visitor.cookies].filter(([name]) => name.startsWith('cd_')).map(([name, { value }]) => `${name}=${value}`);
});
after(() => site.stop());

const paths = ['/auth', '/auth/x', '/auth/%E0%A4%A', '/token', '/me', '/jwks', '/token/introspection', '/session/end', '/session/end/confirm', '/session/end/success', '/.well-known/openid-configuration', '/interaccion/x', '/interaccion/', '/interaccion', '', '/', '//', '/%', '/%00', '/..', '/nada'];
const names = ['client_id', 'client_secret', 'redirect_uri', 'response_type', 'response_mode', 'scope', 'state', 'nonce', 'prompt', 'max_age', 'acr_values', 'code_challenge', 'code_challenge_method', 'code', 'code_verifier', 'grant_type', 'refresh_token', 'token', 'token_type_hint', 'id_token_hint', 'post_logout_redirect_uri', 'logout_hint', 'ui_locales', 'claims', 'request', 'request_uri', 'resource', 'display', 'login_hint', 'xsrf', 'logout', 'client_assertion', 'client_assertion_type', 'numero', 'contrasena', 'hacer', '__proto__', 'constructor', ''];
const values = () => ['', 'a\u0000b', 'x'.repeat(3_000), '__proto__', 'https://evil.example/', 'javascript:alert(1)', '//evil.example', '<script>alert(1)</script>', '[]', '{}', 'null', '1e999', '-1', '99999999999999999999', '\r\nset-cookie: x=1', 'openid', 'openid nada', 'ventanilla', 'code', 'none', 'login', 'consent', 'S256', 'plain', 'query', 'fragment', 'form_post', 'web_message', `${site.url}/ingresar/retorno`, `${site.url}/ingresar/retorno/..//evil`, 'authorization_code', 'refresh_token', 'client_credentials', 'urn:ietf:params:oauth:grant-type:device_code', 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.', 'a.b.c', 'ñ😀', 'yes', 'cancelar'];
const wellKnown = () => [['client_id', 'ventanilla'], ['redirect_uri', `${site.url}/ingresar/retorno`], ['response_type', 'code'], ['scope', 'openid']] as const;
const basic = (text: string): string => `Basic ${Buffer.from(text).toString('base64')}`;

const garbage = (): fc.Arbitrary<RawRequest> => {
  const pairs = fc.tuple(fc.subarray([...wellKnown()]), fc.array(fc.tuple(fc.constantFrom(...names), fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...values()) }, fc.string({ unit: 'grapheme', maxLength: 40 }))), { maxLength: 5 }));
  const sent = fc.oneof({ weight: 6, arbitrary: pairs.map(([known, more]) => new URLSearchParams([...known, ...more].map(([name, value]): [string, string] => [name, value.toWellFormed()])).toString()) }, fc.constantFrom('%', '%zz=%', 'a=%ff', '&&&=', 'a[b]=c&a[b][c]=d', 'x='.repeat(1_000), '{"a":', '--b'));
  const headers = fc.record({
    accept: fc.constantFrom('text/html', 'application/json', '*/*', ''), host: fc.constant('evil.example'), origin: fc.constantFrom('null', site.url), 'x-forwarded-host': fc.constant('evil.example'), 'x-forwarded-proto': fc.constantFrom('https', 'x'),
    authorization: fc.constantFrom('Bearer x', `Bearer ${'x'.repeat(3_000)}`, 'Bearer a b', 'Basic %%%', basic('ventanilla:x'), basic('%zz:%'), basic('a\u0000b:c'), 'DPoP x'),
    cookie: fc.constantFrom(...cookies, cookies.join('; '), 'cd_sesion=x; cd_sesion.sig=y', 'cd_sesion=%00', `cd_ingreso=${'x'.repeat(200)}`, '__proto__=x'),
  }, { requiredKeys: [] });
  const type = fc.constantFrom('application/x-www-form-urlencoded', 'application/json', 'multipart/form-data; boundary=b', 'text/plain', '', 'application/x-www-form-urlencoded; charset=nada');
  return fc.record({ method: fc.constantFrom('GET', 'GET', 'POST', 'POST', 'HEAD', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'PROPFIND'), path: fc.constantFrom(...paths), sent, headers, type, inBody: fc.boolean() }).map(({ method, path, sent: text, headers: extra, type: kind, inBody }) =>
    (inBody && method !== 'GET' && method !== 'HEAD' ? { method, path: `/oidc${path}`, headers: { ...extra, 'content-type': kind, 'content-length': Buffer.byteLength(text) }, body: text } : { method, path: `/oidc${path}?${text}`, headers: extra }));
};

function* faultsIn(answer: RawAnswer): Generator<string> {
  const { status, headers, text } = answer, location = headers.get('location');
  if (status >= 500) yield `answers ${status}`;
  if (location !== null && !/^\/(?![/\\])/.test(location) && !location.startsWith(`${site.url}/`)) yield `leads away to ${location}`;
  if (/<script|\.[jt]s:\d+/.test(text) || /evil\.example/.test([...headers.values()].join())) yield 'repeats what it was told';
  if (/^text\/html/.test(headers.get('content-type') ?? '') && status >= 400 && text !== '' && !text.includes('<html lang="es-BO"')) yield 'shows a page that is not ours';
  // A cookie that is taken away needs no guard.
  yield* defencesMissing({ ...answer, cookies: answer.cookies.filter((cookie) => !cookie.includes('expires=Thu, 01 Jan 1970')) });
}

test('no garbage breaks the stand-in provider: every answer is defended, and none leads away', async () => {
  const requests = fc.sample(garbage(), { numRuns, seed }), wrong = new Map<string, string>(), seen = new Set<number>();
  for (let at = 0; at < requests.length; at += parallel) {
    await Promise.all(requests.slice(at, at + parallel).map(async (request) => {
      const answer = await send(site.url, request).catch((caught: unknown) => String(caught));
      if (typeof answer === 'string') return void wrong.set(answer, JSON.stringify(request).slice(0, 500));
      seen.add(answer.status);
      for (const fault of faultsIn(answer)) wrong.set(fault, `${request.method} ${request.path.slice(0, 300)} ${JSON.stringify(request.headers)} ${String(request.body ?? '').slice(0, 200)}`);
    }));
  }
  const written = site.output().split('compruébelo en /verificar.')[1]?.trim() ?? '';
  assert.deepEqual([...wrong, ...written.split('\n').filter((line) => line !== '' && !line.includes('"level":"warn"')).slice(0, 3)], []);
  for (const status of [200, 303, 400, 404]) assert.ok(seen.has(status), `some answer is ${status}`);
});
