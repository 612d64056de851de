import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startIdentitySite, whoOf, type IdentitySite } from '#support/identity-site.ts';
import type { Seen, Visitor } from '#support/visitor.ts';
import { demoPassword } from './demo/people.ts';

let site: IdentitySite;
before(async () => { site = await startIdentitySite(); });
after(() => site.close());

const toLoginPage = (visitor: Visitor, from = '/ingresar/ciudadania'): Promise<Seen> => visitor.visit(from);

async function logIn(visitor: Visitor, number: string, from?: string): Promise<Seen> {
  const form = await toLoginPage(visitor, from);
  return visitor.follow(await visitor.submit(form, { numero: number, contrasena: demoPassword, hacer: 'ingresar' }));
}

test('a citizen goes to the provider, logs in and comes back as themselves', async () => {
  const visitor = site.visitor();
  const form = await toLoginPage(visitor);
  assert.match(form.text, /Simulador de Ciudadanía Digital para demostración/);
  assert.match(form.text, /4567891: Rosa Mamani Quispe/);
  const arrived = await logIn(visitor, '6123450-1A');
  assert.equal(new URL(arrived.url).pathname, '/mis-tramites');
  assert.equal(whoOf(arrived.text), 'citizen|Juan Carlos Condori Flores|6123450|1A|1990-11-02');
});

test('a surname may be missing, and a foreigner has another kind of document', async () => {
  assert.equal(whoOf((await logIn(site.visitor(), '5234876')).text), 'citizen|Óscar Ñáñez|5234876||1982-01-09');
  assert.equal(whoOf((await logIn(site.visitor(), '10234567')).text), 'citizen|Chiara Rossi|10234567||1994-05-30');
});

test('the same citizen is the same person at the second login', async () => {
  await logIn(site.visitor(), '3987654');
  await logIn(site.visitor(), '3987654');
  assert.equal((await site.db.rows(`select 1 from identity.person where document_number = '3987654'`)).length, 1);
});

test('a wrong password is told on the page, without saying which of the two was wrong', async () => {
  const visitor = site.visitor();
  const form = await toLoginPage(visitor);
  for (const number of ['4567891', '9999999']) {
    const again = await visitor.submit(form, { numero: number, contrasena: 'otra', hacer: 'ingresar' });
    assert.equal(again.status, 422);
    assert.match(again.text, /El número de documento o la contraseña no son correctos/);
  }
});

test('who cancels at the provider is told how to try again', async () => {
  const visitor = site.visitor();
  const back = await visitor.follow(await visitor.submit(await toLoginPage(visitor), { hacer: 'cancelar' }));
  assert.equal(back.status, 403);
  assert.match(back.text, /Usted no autorizó el ingreso con Ciudadanía Digital/);
});

// What somebody could do to the way back; each must end without a session.
const tricks: readonly { readonly name: string; readonly does: (back: URL, visitor: Visitor) => URL }[] = [
  { name: 'a state that is not ours', does: (back) => { back.searchParams.set('state', 'otro'); return back; } },
  { name: 'no state', does: (back) => { back.searchParams.delete('state'); return back; } },
  { name: 'a code that is not ours', does: (back) => { back.searchParams.set('code', 'otro'); return back; } },
  { name: 'another issuer', does: (back) => { back.searchParams.set('iss', 'https://malo.example'); return back; } },
  { name: 'a browser that did not begin', does: (back, visitor) => { visitor.cookies.delete('ingreso'); return back; } },
  { name: 'no parameters at all', does: (back) => new URL(back.pathname, back) },
];

async function wayBack(visitor: Visitor): Promise<URL> {
  const seen = await visitor.follow(await visitor.submit(await toLoginPage(visitor), { numero: '4567891', contrasena: demoPassword, hacer: 'ingresar' }), /\/ingresar\/retorno/);
  assert.ok(seen.location);
  return new URL(seen.location);
}

for (const { name, does } of tricks) {
  test(`coming back with ${name} opens nothing`, async () => {
    const visitor = site.visitor();
    const seen = await visitor.get(does(await wayBack(visitor), visitor).href);
    assert.equal(seen.status, 400);
    assert.equal(visitor.cookie('sesion'), undefined);
    assert.match(seen.text, /empiece otra vez/);
  });
}

test('the nonce and the verifier are checked, not only the state', async () => {
  for (const member of ['nonce', 'verifier'] as const) {
    const visitor = site.visitor(), back = await wayBack(visitor);
    await spoilPending(visitor, member);
    const seen = await visitor.get(back.href);
    assert.deepEqual([seen.status, visitor.cookie('sesion')], [400, undefined], member);
  }
});

test('what came back can be used once', async () => {
  const visitor = site.visitor(), back = await wayBack(visitor), login = visitor.cookies.get('ingreso');
  assert.equal((await visitor.get(back.href)).status, 303);
  if (login) visitor.cookies.set('ingreso', login);
  assert.equal((await visitor.get(back.href)).status, 400);
});

test('a session that was planted before the login is not the session after it', async () => {
  const visitor = site.visitor();
  await logIn(visitor, '4567891');
  const first = visitor.cookie('sesion');
  await visitor.follow(await visitor.get('/ingresar/ciudadania'));
  const second = visitor.cookie('sesion');
  assert.ok(first !== undefined && second !== undefined && first !== second);
  const thief = site.visitor();
  thief.cookies.set('sesion', { value: first, path: '/', origin: '127.0.0.1', raw: '' });
  assert.equal(whoOf((await thief.get('/mis-tramites')).text), 'nadie');
});

test('the cookie of a session is out of reach of scripts and other sites', async () => {
  const visitor = site.visitor();
  await logIn(visitor, '4567891');
  const raw = visitor.cookies.get('sesion')?.raw ?? '';
  for (const part of [/HttpOnly/i, /SameSite=Lax/i, /Path=\//i]) assert.match(raw, part);
});

test('going where one wanted to go, if it is ours', async () => {
  const arrived = await logIn(site.visitor(), '4567891', '/ingresar/ciudadania?volver=%2Fescritorio%3Fa%3D1');
  assert.equal(arrived.url, `${site.origin}/escritorio?a=1`);
  for (const bad of ['//malo.example', 'https://malo.example/', '/%5Cmalo.example', '/%09/malo.example', 'javascript:alert(1)', '/salir']) {
    const end = await logIn(site.visitor(), '4567891', `/ingresar/ciudadania?volver=${bad}`);
    assert.equal(end.url, `${site.origin}/mis-tramites`, bad);
  }
});

test('leaving closes the session here and at the provider', async () => {
  const visitor = site.visitor();
  const inside = await logIn(visitor, '4567891'), token = visitor.cookies.get('sesion');
  const asked = await visitor.follow(await visitor.submit(inside, {}, /^\/salir$/));
  assert.match(asked.text, /¿Cerrar también su sesión de Ciudadanía Digital\?/);
  if (token) visitor.cookies.set('sesion', token);
  assert.equal(whoOf((await visitor.get('/mis-tramites')).text), 'nadie', 'the old cookie is worth nothing');
  const end = await visitor.follow(await visitor.submit(asked, { logout: 'yes' }, /end\/confirm/));
  assert.equal(end.url, `${site.origin}/`);
  assert.match((await toLoginPage(visitor)).text, /Número de documento de identidad/, 'the provider asks again');
});

test('another document under the same name of the provider is refused', async () => {
  await logIn(site.visitor(), '4567891');
  await site.db.rows(`update identity.oidc_account set birth_date = '1985-03-15' where document_number = '4567891'`);
  const seen = await logIn(site.visitor(), '4567891');
  await site.db.rows(`update identity.oidc_account set birth_date = '1985-03-14' where document_number = '4567891'`);
  assert.equal(seen.status, 409);
  assert.match(seen.text, /no coincide con los que tenemos/);
});

async function spoilPending(visitor: Visitor, member: 'nonce' | 'verifier'): Promise<void> {
  const { tokenHash } = await import('./domain/token.ts'), { seal, unseal } = await import('./keys.ts');
  const hash = tokenHash(visitor.cookie('ingreso') ?? '');
  const [row] = await site.db.rows<{ payload: Buffer }>('select payload_sealed as payload from identity.pending_login where token_hash = $1', [hash]);
  assert.ok(row);
  const pending = JSON.parse(unseal(site.identity.keys, 'pending.citizen', row.payload) ?? '{}') as Record<string, string>;
  const spoiled = seal(site.identity.keys, 'pending.citizen', JSON.stringify({ ...pending, [member]: `${pending[member]}x` }));
  await site.db.rows('update identity.pending_login set payload_sealed = $2 where token_hash = $1', [hash, spoiled]);
}
