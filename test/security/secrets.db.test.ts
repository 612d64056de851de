import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { openDatabase, type Database } from '#kernel/db/index.ts';
import { apply, awaitTask, foundDocument, partsOf, pay, press, resolve, startDraft, until } from '#support/procedure-steps.ts';
import { onePagePdf } from '#support/one-page-pdf.ts';
import { anonymous, citizen, formOf, officer, type Caller } from '#support/people.ts';
import type { Visitor } from '#support/visitor.ts';
import { startVentanilla, type RunningVentanilla } from '#support/ventanilla.ts';
import { defencesMissing } from './defences.ts';

let site: RunningVentanilla, db: Database, rosa: Caller, lidia: Caller;

// Everything that must stay between a person and the site, by what it is; filled while they work.
const secrets = new Map<string, string>();
const newPassword = 'una frase que nadie adivina 77', wrongPassword = 'contraseña equivocada 88', strayToken = 'codigo-de-otro-sitio-9f8e7d';

before(async () => {
  site = await startVentanilla({ TRUST_PROXY: 'yes' });
  db = openDatabase(site.ownerUrl);
  [rosa, lidia] = [await citizen(site.url, '4567891'), await officer(site.url, 'ventanilla.aduana')];
  const wilson = await officer(site.url, 'archivo.aduana'), admin = await officer(site.url, 'administracion');
  for (const [name, { visitor, token }] of Object.entries({ rosa, lidia, wilson, admin })) keepSecrets(name, visitor, token);
  const id = await apply(rosa, 'secreto');
  await pay(rosa, id);
  await resolve(lidia, id, 'admitir');
  await resolve(wilson, id, 'entregar', foundDocument);
  await enterForTheFirstTime(admin);
  await makeTrouble();
});
after(async () => { await db.close(); await site.stop(); });

function keepSecrets(name: string, visitor: Visitor, token: string): void {
  // Of a signed pair the name may be known; without its signature it opens nothing.
  for (const [cookie, { value }] of visitor.cookies) if (!visitor.cookies.has(`${cookie}.sig`)) secrets.set(`${cookie} of ${name}`, value);
  secrets.set(`form token of ${name}`, token);
}

// A new officer: the first password, a wrong one, the new one, and the second factor.
async function enterForTheFirstTime(admin: Caller): Promise<void> {
  const made = await press(admin, '/administracion/personas', { nombre: 'Persona Nueva', usuario: 'persona.nueva', papeles: 'officer', unidades: 'archivo' });
  const first = /<strong class="app-code">([^<]+)</.exec(made.text)?.[1] ?? '', { visitor } = await anonymous(site.url);
  secrets.set('the first password', first).set('the new password', newPassword).set('the wrong password', wrongPassword);
  await visitor.submit(await visitor.get('/ingresar/servidor'), { usuario: 'persona.nueva', contrasena: wrongPassword });
  const asked = await visitor.follow(await visitor.submit(await visitor.get('/ingresar/servidor'), { usuario: 'persona.nueva', contrasena: first }));
  secrets.set('the login cookie', visitor.cookie('ingreso') ?? '');
  const enrolment = await visitor.follow(await visitor.submit(asked, { nueva: newPassword, repetida: newPassword }));
  secrets.set('the second factor', (/([A-Z2-7]{4}(?: ?[A-Z2-7]{4}){3,})/.exec(enrolment.text)?.[1] ?? '').replaceAll(' ', ''));
  await visitor.submit(enrolment, { codigo: '000000' });
}

// What fails is what gets into logs.
async function makeTrouble(): Promise<void> {
  secrets.set('a stray code', strayToken);
  for (const path of [`/ingresar/retorno?code=${strayToken}&state=${strayToken}`, `/oidc/token?code=${strayToken}`, `/no-existe?token=${strayToken}`]) await rosa.send({ path, headers: { authorization: `Bearer ${strayToken}` } });
  await rosa.send({ method: 'POST', path: '/webhook/pagos/ppe', headers: { 'content-type': 'application/json', authorization: `Bearer ${strayToken}` }, body: `{"codigoTransaccion":"${strayToken}"` });
  await rosa.send({ method: 'POST', path: '/oidc/token', ...formOf({ grant_type: 'authorization_code', code: strayToken, client_secret: strayToken }) });
  await db.rows('alter table cases.draft rename to draft_away');
  await press(rosa, '/tramites/copias-simples/iniciar', { llave: 'prueba-de-falla' });
  await db.rows('alter table cases.draft_away rename to draft');
}

test('there are secrets to look for, and faults were logged', () => {
  assert.ok(secrets.size >= 12, [...secrets.keys()].join());
  assert.deepEqual([...secrets].filter(([, value]) => value.length < 12).map(([name]) => name), []);
  assert.match(logged(), /"level":"error"/);
});

// What the demonstration says of its accounts when it starts is meant to be read.
const logged = (): string => site.output().split('compruébelo en /verificar.')[1] ?? '';

const isIn = (text: string): string[] => [...secrets].filter(([, value]) => text.includes(value)).map(([name]) => name);

test('no secret and no personal data is in what the process writes', () => {
  assert.deepEqual(isIn(logged()), []);
  for (const personal of ['Rosa', 'Mamani', '4567891', 'rosa.mamani', 'Declaración de importación', 'carta.pdf']) assert.ok(!logged().includes(personal), personal);
});

test('whoever reads the database finds nothing with which to come in', async () => {
  const tables = await db.rows<{ name: string }>(`select format('%I.%I', table_schema, table_name) as name from information_schema.tables where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`);
  assert.ok(tables.length > 30);
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await db.rows<{ text: string }>(`select t::text as text from ${name} t`);
    found.push(...isIn(rows.map(({ text }) => text).join('\n')).map((secret) => `${secret} in ${name}`));
  }
  // What somebody else made up and sent to us is not our secret, and the webhooks are kept as they came.
  assert.deepEqual(found, []);
});

test('keys and files are for the process alone', () => {
  const open = filesBelow(site.dataFolder).filter((path) => (statSync(path).mode & 0o077) !== 0).map((path) => path.slice(site.dataFolder.length));
  assert.deepEqual(open, []);
  const keys = filesBelow(join(site.dataFolder, 'claves')).map((path) => readFileSync(path, 'utf8'));
  assert.ok(keys.length >= 2);
  for (const key of keys) assert.ok(!logged().includes(key.trim().slice(0, 40)));
});

const filesBelow = (folder: string): string[] => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));

test('an uploaded file is only ever handed out to be kept, and shown as a picture of ours', async () => {
  const id = await startDraft(rosa), upload = (filename: string, value: Buffer | string) => rosa.send({ method: 'POST', path: `/solicitudes/${id}/pagina/respaldos`, ...partsOf([{ name: '_csrf', value: rosa.token }, { name: 'carta', filename, value }]) });
  for (const [name, value] of [['carta.html', '<html><script>alert(1)</script>'], ['carta.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'], ['carta.pdf', '<!DOCTYPE html><script>alert(1)</script>'], ['carta.pdf', 'MZ programa']] as const) {
    assert.equal((await upload(name, value)).status, 422, name);
  }
  await upload('..\\..//<img src=x onerror=alert(1)>%22;a=ñ.html', onePagePdf('nombre'));
  const file = await until(async () => (await db.rows<{ id: string }>(`select id from documents.file where owner = 'draft:${id}'`))[0]?.id), kept = await rosa.send({ path: `/solicitudes/${id}/archivos/${file ?? ''}` });
  assert.deepEqual([kept.status, kept.headers.get('x-content-type-options'), kept.headers.get('content-type')], [200, 'nosniff', 'application/pdf']);
  assert.match(kept.headers.get('content-disposition') ?? '', /^attachment; filename="[^"<>\r\n]*\.pdf"; filename\*=UTF-8''[\w.%-]+$/);
  assert.match(kept.headers.get('content-security-policy') ?? '', /sandbox/);
  assert.deepEqual([...defencesMissing(kept)], []);
  const reviewed = await apply(rosa, 'vista');
  await pay(rosa, reviewed);
  await awaitTask(lidia, reviewed);
  const [own] = await db.rows<{ id: string }>(`select id from documents.file where owner = 'case:${reviewed}'`);
  const shown = await lidia.send({ path: `/escritorio/tramites/${reviewed}/archivos/${own?.id ?? ''}/vista` });
  assert.deepEqual([shown.status, shown.headers.get('content-type')], [200, 'image/png']);
  assert.match((await lidia.send({ path: `/escritorio/tramites/${reviewed}/archivos/${own?.id ?? ''}` })).headers.get('content-disposition') ?? '', /^attachment/);
  for (const path of [`/solicitudes/${id}/archivos/${own?.id ?? ''}`, `/escritorio/tramites/${reviewed}/archivos/${file ?? ''}`]) assert.equal((await (path.startsWith('/s') ? rosa : lidia).send({ path })).status, 404, 'a file of another case is not found');
});
