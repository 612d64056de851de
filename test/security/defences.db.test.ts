import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { text as textOf } from 'node:stream/consumers';
import { after, before, test } from 'node:test';
import { openDatabase, type Database } from '#kernel/db/index.ts';
import { copy, partsOf, press, startDraft } from '#support/procedure-steps.ts';
import { onePagePdf } from '#support/one-page-pdf.ts';
import { anonymous, citizen, formOf, officer, type Caller } from '#support/people.ts';
import { send, type RawRequest } from '#support/raw-request.ts';
import { freePort } from '#support/servers/index.ts';
import { launch, startVentanilla, type RunningVentanilla } from '#support/ventanilla.ts';
import { defencesMissing } from './defences.ts';

let site: RunningVentanilla, db: Database, rosa: Caller, juan: Caller, lidia: Caller, nobody: Caller;

before(async () => {
  // No proxy is trusted here: what a caller says of its own address counts for nothing.
  site = await startVentanilla();
  db = openDatabase(site.ownerUrl);
  [rosa, juan, lidia, nobody] = [await citizen(site.url, '4567891'), await citizen(site.url, '6123450-1A'), await officer(site.url, 'ventanilla.aduana'), await anonymous(site.url)];
});
after(async () => { await db.close(); await site.stop(); });

const drafts = async (): Promise<number> => (await db.rows<{ n: number }>('select count(*)::int as n from cases.draft'))[0]?.n ?? -1;
const codeIn = (text: string): string | undefined => /"code":"([^"]+)"/.exec(text)?.[1] ?? /name="ventanilla-refusal" content="([^"]+)"/.exec(text)?.[1];

// What another site, or a form of another visit, can send with Rosa's cookies.
const forged: readonly (readonly [what: string, fields: () => Record<string, string>, headers: Record<string, string>])[] = [
  ['no token', () => ({}), {}],
  ['an empty token', () => ({ _csrf: '' }), {}],
  ['the token of somebody else', () => ({ _csrf: juan.token }), {}],
  ['the token of an anonymous visit', () => ({ _csrf: nobody.token }), {}],
  ['a token of the right length', () => ({ _csrf: 'x'.repeat(rosa.token.length) }), {}],
  ['a page of another origin', () => ({ _csrf: rosa.token }), { origin: 'https://evil.example' }],
  ['a page without an origin', () => ({ _csrf: rosa.token }), { origin: 'null' }],
  ['another site, as the browser says', () => ({ _csrf: rosa.token }), { 'sec-fetch-site': 'cross-site' }],
  ['another site of the same domain', () => ({ _csrf: rosa.token }), { 'sec-fetch-site': 'same-site' }],
];

for (const [what, fields, headers] of forged) {
  test(`a form with ${what} does nothing`, async () => {
    const before = await drafts(), form = formOf(fields());
    const answer = await rosa.send({ method: 'POST', path: '/tramites/copias-simples/iniciar', ...form, headers: { ...form.headers, ...headers } });
    assert.deepEqual([answer.status, codeIn(answer.text), await drafts()], [403, 'http.form_expired', before]);
  });
}

test('who learns what a session is called can\'t have its token made for a visit', async () => {
  const [session] = await db.rows<{ id: string }>('select id from identity.session order by created_at, id limit 1');
  const { text } = await send(site.url, { path: '/ingresar/servidor', headers: { cookie: `visita=${session?.id ?? ''}` } }), made = /name="_csrf" value="([^"]+)"/.exec(text)?.[1] ?? '';
  assert.ok(made !== '' && ![rosa, juan, lidia].some(({ token }) => token === made));
});

test('a form of its own with every sign of it is taken', async () => {
  const before = await drafts(), form = formOf({ _csrf: rosa.token });
  const answer = await rosa.send({ method: 'POST', path: '/tramites/copias-simples/iniciar', ...form, headers: { ...form.headers, origin: site.url, 'sec-fetch-site': 'same-origin' } });
  assert.deepEqual([answer.status, await drafts()], [303, before + 1]);
});

test('in a form with files the token comes first, or nothing is kept', async () => {
  const id = await startDraft(rosa), file = { name: 'carta', filename: 'carta.pdf', value: onePagePdf('late') }, token = { name: '_csrf', value: rosa.token };
  const count = async () => (await db.rows<{ n: number }>('select count(*)::int as n from documents.file'))[0]?.n;
  for (const parts of [[file, token], [file], [{ ...token, value: juan.token }, file], [{ ...token, name: 'otra' }, file, token]]) {
    const answer = await rosa.send({ method: 'POST', path: `/solicitudes/${id}/pagina/respaldos`, ...partsOf(parts) });
    assert.deepEqual([answer.status, codeIn(answer.text), await count()], [403, 'http.form_expired', 0]);
  }
  assert.equal((await rosa.send({ method: 'POST', path: `/solicitudes/${id}/pagina/respaldos`, ...partsOf([token, file]) })).status, 303);
  assert.equal(await count(), 1);
});

test('what takes JSON takes nothing that a form of another site can send', async () => {
  const path = '/api/v1/tramites-en-curso/0193f2a0-0000-7000-8000-000000000000/tareas/f1/toma';
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=b', '']) {
    assert.ok([415, 400].includes((await lidia.send({ method: 'POST', path, headers: { 'content-type': type, accept: 'application/json' }, body: '{}' })).status), type);
  }
  const crossed = await lidia.send({ method: 'POST', path, headers: { 'content-type': 'application/json', 'sec-fetch-site': 'cross-site', accept: 'application/json' }, body: '{}' });
  assert.deepEqual([crossed.status, codeIn(crossed.text)], [403, 'http.form_expired']);
});

test('logging in needs a form of ours too, so that nobody is logged in as somebody else', async () => {
  const answer = await send(site.url, { method: 'POST', path: '/ingresar/servidor', ...formOf({ usuario: 'ventanilla.aduana', contrasena: 'demo-ventanilla' }) });
  assert.deepEqual([answer.status, answer.cookies.length], [403, 0]);
});

test('a session begins with the login: what the browser had before opens nothing', async () => {
  const planted = 'A'.repeat(43), before = await anonymous(site.url);
  before.visitor.cookies.set('sesion', { value: planted, path: '/', origin: '127.0.0.1', raw: '' });
  const { visitor } = before, asked = await visitor.follow(await visitor.submit(await visitor.get('/ingresar/servidor'), { usuario: 'archivo.aduana', contrasena: 'demo-ventanilla' }));
  await visitor.submit(asked, { codigo: /su código ahora es <strong>(\d{6})/.exec(asked.text)?.[1] ?? '' });
  const session = visitor.cookie('sesion');
  assert.ok(session !== undefined && session !== planted && session.length >= 43);
  assert.equal((await send(site.url, { path: '/escritorio', headers: { cookie: `sesion=${planted}` } })).status, 303);
  assert.equal((await visitor.post('/escritorio/tramites/x/notas', { _csrf: before.token })).status, 403, 'a form from before the login is no longer good');
});

test('after leaving, a copy of the cookie opens nothing', async () => {
  const leaving = await citizen(site.url, '3987654'), cookie = `sesion=${leaving.visitor.cookie('sesion') ?? ''}`;
  assert.equal((await send(site.url, { path: '/mis-tramites', headers: { cookie } })).status, 200);
  await press(leaving, '/salir');
  assert.equal((await send(site.url, { path: '/mis-tramites', headers: { cookie } })).status, 303);
});

test('somebody else\'s draft and case do not exist, whatever one does with them', async () => {
  const id = await startDraft(rosa);
  for (const request of [{ path: `/solicitudes/${id}/revisar` }, { path: `/solicitudes/${id}/pagina/solicitante` }, { path: `/mis-tramites/${id}` }]) assert.equal((await juan.send(request)).status, 404);
  for (const path of [`/solicitudes/${id}/pagina/solicitante`, `/solicitudes/${id}/envio`, `/mis-tramites/${id}/retiro`]) assert.equal((await press(juan, path, copy.pages.solicitante)).status, 404);
  await press(juan, `/solicitudes/${id}/descarte`);
  assert.equal((await rosa.send({ path: `/solicitudes/${id}/revisar` })).status, 200);
});

const elsewhere = ['//evil.example', '/\\evil.example', '\\\\evil.example', 'https://evil.example/', 'http:evil.example', 'javascript:alert(1)', '/\t/evil.example', '/%09/evil.example', ' //evil.example', '/..//evil.example', '/./\\evil.example', '/salir', 'evil.example', `${'/a'.repeat(400)}`];

test('logging in leads nowhere but here', async () => {
  for (const volver of elsewhere) {
    for (const path of ['/ingresar', '/ingresar/servidor']) {
      const { status, headers } = await rosa.send({ path: `${path}?volver=${encodeURIComponent(volver)}` }), to = headers.get('location') ?? '';
      assert.equal(status, 303);
      assert.equal(new URL(to, site.url).origin, site.url, volver);
      assert.match(to, /^\/(?![/\\])/, volver);
    }
    assert.doesNotMatch((await nobody.send({ path: `/ingresar?volver=${encodeURIComponent(volver)}` })).text, /"(?:https?:)?(?:\/|%2F|\\)+evil/i);
  }
  assert.equal((await rosa.send({ path: `/ingresar?volver=${encodeURIComponent('/tramites?q=copias')}` })).headers.get('location'), '/tramites?q=copias');
});

const speakingPages = ['/', '/ingresar/ciudadania', '/tramites/copias-simples', '/sitemap.xml', '/robots.txt', '/openapi.json', '/catalogo.jsonld', '/.well-known/security.txt', '/oidc/.well-known/openid-configuration', '/no-existe', '/mis-tramites'];
const claims: readonly Readonly<Record<string, string>>[] = [
  { host: 'evil.example' }, { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' }, { forwarded: 'host=evil.example;proto=https' }, { 'x-original-url': '/administracion', 'x-rewrite-url': '/administracion' },
];

test('no header makes the site say that it is another one', async () => {
  for (const path of speakingPages) {
    for (const claim of claims) {
      const { text, headers } = await send(site.url, { path, headers: claim });
      assert.doesNotMatch(text + [...headers.values()].join(), /evil\.example/, `${path} ${JSON.stringify(claim)}`);
    }
    const absolute = await send(site.url, { path: `http://evil.example${path}` });
    assert.doesNotMatch(absolute.text + (absolute.headers.get('location') ?? ''), /evil\.example\/(?!contacto)/, `http://evil.example${path}`);
  }
});

const tricks = [
  '/estaticos/../../package.json', '/estaticos/..%2f..%2fpackage.json', '/estaticos/%2e%2e/%2e%2e/package.json', '/estaticos/..%5c..%5cpackage.json', '/estaticos/%00', '/estaticos/....//package.json', '/..%2f..%2f..%2fetc%2fpasswd', '/%2e%2e/%2e%2e/etc/passwd',
  '/var/postgres/PG_VERSION', '/.git/config', '/.env', '/package.json', '/src/main.ts', '/tramites/..%2f..%2fadministracion', '/mis-tramites/..;/administracion', '/administracion/personas;a=b', '/ADMINISTRACION/personas', '//evil.example/tramites', '/%2f%2fevil.example', '/\\evil.example', '/%', '/%c0%ae%c0%ae/',
  '/?/../administracion', `/${'a'.repeat(7_000)}`, '/tramites/%F0%28%8C%28',
];

test('no path reaches a file, nor a page that another address guards', async () => {
  for (const path of tricks) {
    const answer = await send(site.url, { path });
    assert.ok([400, 404].includes(answer.status) || path.startsWith('/?'), `${path} ${answer.status}`);
    assert.doesNotMatch(answer.text, /"dependencies"|root:x:|\[core\]/, path);
    assert.deepEqual([...defencesMissing(answer)], [], path);
  }
});

const noRequests = [['\u0016\u0003\u0001\r\n\r\n', 400], ['POST /salir HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n', 400], [`GET / HTTP/1.1\r\nhost: x\r\na: ${'x'.repeat(20_000)}\r\n\r\n`, 431]] as const;

test('what is no request is answered in Spanish, with every defence, and the line is closed', async () => {
  for (const [sent, status] of noRequests) {
    const said = await exchange(sent), [head = '', text = ''] = said.split('\r\n\r\n');
    const headers = new Headers(head.split('\r\n').slice(1).map((line): [string, string] => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]));
    assert.match(said, new RegExp(`^HTTP/1\\.1 ${status} `));
    assert.deepEqual([[...defencesMissing({ status, headers, cookies: [], text, bytes: Buffer.from(text) })], text], [[], 'No se pudo leer lo que se envió. Vuelva atrás e inténtelo de nuevo.\n']);
  }
});

const exchange = async (sent: string): Promise<string> => {
  const socket = connect(Number(new URL(site.url).port), '127.0.0.1');
  socket.write(sent, 'latin1');
  return textOf(socket);
};

test('over https cookies are for https alone, and the browser is told to stay there', async () => {
  const port = await freePort(), local = `http://127.0.0.1:${port}`;
  const secure = await launch({ DATABASE_URL: site.databaseUrl, DATABASE_OWNER_URL: site.ownerUrl, VENTANILLA_DATA: site.dataFolder, VENTANILLA_URL: 'https://ventanilla.ejemplo.bo', PORT: String(port) });
  try {
    const form = await send(local, { path: '/ingresar/servidor' }), token = /name="_csrf" value="([^"]+)"/.exec(form.text)?.[1] ?? '', visit = form.cookies[0]?.split(';')[0] ?? '';
    const asked = await send(local, { method: 'POST', path: '/ingresar/servidor', ...formOf({ _csrf: token, usuario: 'ventanilla.gad', contrasena: 'demo-ventanilla' }), headers: { ...formOf({}).headers, cookie: visit } });
    const set = [...form.cookies, ...asked.cookies, ...(await send(local, { path: '/ingresar/ciudadania', headers: { host: 'ventanilla.ejemplo.bo' } })).cookies];
    assert.ok(set.length >= 2 && set.every((cookie) => /; Secure/i.test(cookie) && /; HttpOnly/i.test(cookie)), set.join('\n'));
    const left = await send(local, { method: 'POST', path: '/salir', ...formOf({ _csrf: token }), headers: { ...formOf({}).headers, cookie: visit } });
    assert.deepEqual([...new Set([...set, ...left.cookies].map((cookie) => cookie.split('=', 1)[0]))].sort(), ['__Host-aviso', '__Host-escrito', '__Host-ingreso', '__Host-sesion', '__Host-visita']);
    assert.match(form.headers.get('strict-transport-security') ?? '', /^max-age=\d{7,}/);
  } finally { await secure.end('SIGTERM'); }
});

const flood: readonly (readonly [what: string, request: RawRequest, burst: number])[] = [
  ['passwords', { method: 'POST', path: '/ingresar/servidor', ...formOf({ usuario: 'x', contrasena: 'y' }) }, 20],
  ['searches', { path: '/buscar?q=copias' }, 120],
  ['codes of documents', { path: '/verificar/AAAA-BBBB-CCCC' }, 120],
];

for (const [what, request, burst] of flood) {
  test(`too many ${what} from one address wait, whatever address they claim`, async () => {
    const all = await Promise.all(Array.from({ length: burst + 30 }, (_, index) => send(site.url, { ...request, headers: { ...request.headers, 'x-forwarded-for': `10.9.8.${index % 250}` } })));
    const refused = all.filter(({ status }) => status === 429), [first] = refused;
    assert.ok(first && refused.length >= 5, `${refused.length} were refused`);
    assert.match(first.headers.get('retry-after') ?? '', /^\d+$/);
    assert.match(first.text, /Espere \d+ segundos y vuelva a intentarlo/);
    assert.equal((await send(site.url, { path: '/salud' })).status, 200, 'everything else goes on');
  });
}
