import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openDatabase, type Database } from '#kernel/db/index.ts';
import { composedRoutes } from '#support/composition.ts';
import { citizen, officer, someAddress, type Caller } from '#support/people.ts';
import { apply, awaitTask, partsOf, pay, startDraft } from '#support/procedure-steps.ts';
import { onePagePdf } from '#support/one-page-pdf.ts';
import { send } from '#support/raw-request.ts';
import type { Seen, Visitor } from '#support/visitor.ts';
import { startVentanilla, type RunningVentanilla } from '#support/ventanilla.ts';

// What somebody typed whose session had ended: it waits for them, and for nobody else.
let site: RunningVentanilla, db: Database;
before(async () => {
  site = await startVentanilla({ TRUST_PROXY: 'yes' });
  db = openDatabase(site.ownerUrl);
});
after(async () => { await db.close(); await site.stop(); });

const rosa = () => citizen(site.url, '4567891');
const typed = { tipo_documento: 'declaracion', numero_documento: '2024/201/C-1', gestion: '2024', descripcion: 'Declaración de importación de un vehículo rojo.\r\nSegunda línea.' };
const pageOf = (draft: string, page = 'documento') => `/solicitudes/${draft}/pagina/${page}`;
const keptRows = async () => (await db.rows<{ n: number }>('select count(*)::int as n from identity.late_form'))[0]?.n ?? -1;
const forget = () => db.rows('delete from identity.late_form');
const pathOf = ({ url }: Seen) => new URL(url).pathname;

/** Leaves in another window: the provider still knows them. */
const leave = ({ visitor, token }: Caller): Promise<Seen> => visitor.post('/salir', { _csrf: token });

/** Comes in again with the same browser; another person must first be forgotten by the provider. */
async function enter(visitor: Visitor, number?: string, from = '/ingresar/ciudadania?volver=%2Frecuperado'): Promise<Seen> {
  if (number !== undefined) for (const name of [...visitor.cookies.keys()].filter((one) => one.startsWith('cd_'))) visitor.cookies.delete(name);
  const seen = await visitor.visit(from);
  return number === undefined ? seen : visitor.follow(await visitor.submit(seen, { numero: number, contrasena: 'demo-ventanilla', hacer: 'ingresar' }));
}

/** Presses the button as a browser does: the form is posted, and posted again to where that leads. */
async function sendAgain(visitor: Visitor, shown: Seen): Promise<Seen> {
  const [, action = '', inside = ''] = /<form[^>]* action="(\/recuperado\/[^"]+\/envio)"[^>]*>([\s\S]*?)<\/form>/.exec(shown.text) ?? [];
  const fields = Object.fromEntries([...inside.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)].map(([, name = '', value = '']) => [name, value]));
  const first = await visitor.post(action, fields);
  assert.equal(first.status, 307, first.text.slice(0, 300));
  return visitor.post(first.location ?? '', fields);
}

/** Somebody with a draft, who left in another window and then sent its page. */
async function lateRosa(fields: Readonly<Record<string, string>> = typed): Promise<{ readonly caller: Caller; readonly draft: string; readonly told: Seen }> {
  await forget();
  const caller = await rosa(), draft = await startDraft(caller);
  await leave(caller);
  return { caller, draft, told: await caller.visitor.post(pageOf(draft), { _csrf: caller.token, ...fields }) };
}

test('the same person gets it back, and the draft has it after one press', async () => {
  const { caller: { visitor }, draft, told } = await lateRosa();
  assert.equal(told.status, 401);
  assert.match(told.text, /guardamos lo que escribió[\s\S]*una página de su solicitud/);
  const shown = await enter(visitor);
  assert.equal(pathOf(shown), '/recuperado');
  for (const words of [/Recuperamos lo que escribió/, /Una página de su solicitud/, /Declaración de importación de un vehículo rojo/]) assert.match(shown.text, words);
  assert.equal(shown.headers.get('cache-control'), 'no-store');
  assert.equal((await sendAgain(visitor, shown)).status, 303);
  assert.match((await visitor.get(pageOf(draft))).text, /Declaración de importación de un vehículo rojo\.\s+Segunda línea\./);
  assert.equal(await keptRows(), 0);
  assert.equal((await visitor.get('/recuperado')).status, 404);
});

test('it waits too for whoever comes in by another door than the link', async () => {
  const { caller: { visitor } } = await lateRosa();
  assert.equal(pathOf(await enter(visitor, undefined, '/ingresar/ciudadania?volver=%2Fmis-tramites')), '/recuperado');
});

test('who has logged in again in another window is shown it at once', async () => {
  await forget();
  const { visitor, token } = await rosa(), caller = { visitor, token } as Caller, draft = await startDraft(await rosa());
  await leave(caller);
  await enter(visitor, undefined, '/ingresar/ciudadania');
  const shown = await visitor.follow(await visitor.post(pageOf(draft), { _csrf: token, ...typed }));
  assert.deepEqual([pathOf(shown), shown.status], ['/recuperado', 200]);
  assert.equal((await sendAgain(visitor, shown)).status, 303);
});

test('another person who logs in there never sees it, and it is gone', async () => {
  const { caller: { visitor } } = await lateRosa();
  assert.equal(await keptRows(), 1);
  const other = await enter(visitor, '3987654');
  assert.equal(other.status, 404);
  assert.doesNotMatch(other.text, /vehículo rojo/);
  assert.equal(await keptRows(), 0);
  assert.equal((await enter(visitor, '4567891')).status, 404);
});

test('in another browser the same person does not see it', async () => {
  await lateRosa();
  assert.equal((await (await rosa()).visitor.get('/recuperado')).status, 404);
  assert.equal(await keptRows(), 1);
});

test('declined, it is gone, and the person goes on at the page', async () => {
  const { caller: { visitor, token }, draft } = await lateRosa();
  assert.equal(await keptRows(), 1);
  await forget();
  await send(site.url, late(visitor, pageOf(draft), token, { referer: `${site.url}${pageOf(draft)}`, host: new URL(site.url).host }));
  const shown = await enter(visitor), action = /formaction="([^"]+\/descarte)"/.exec(shown.text)?.[1] ?? '';
  const on = await visitor.post(action, { _csrf: /name="_csrf" value="([^"]+)"/.exec(shown.text)?.[1] ?? '' });
  assert.deepEqual([on.status, new URL(on.location ?? '').pathname, await keptRows()], [303, pageOf(draft), 0]);
});

test('leaving again forgets it', async () => {
  const { caller: { visitor } } = await lateRosa();
  const shown = await enter(visitor);
  await visitor.post('/salir', { _csrf: /name="_csrf" value="([^"]+)"/.exec(shown.text)?.[1] ?? '' });
  assert.equal(await keptRows(), 0);
});

test('of a form with files the texts are kept, and the page says that the files are not', async () => {
  await forget();
  const caller = await rosa(), draft = await startDraft(caller), { visitor, token } = caller;
  await leave(caller);
  const body = partsOf([{ name: '_csrf', value: token }, { name: 'carta', filename: 'carta.pdf', value: onePagePdf('carta') }, { name: 'observacion', value: 'Una nota que va con la carta' }]);
  const told = await send(site.url, { ...late(visitor, pageOf(draft, 'respaldos'), token), body: body.body, headers: { ...late(visitor, '', token).headers, ...body.headers } });
  assert.equal(told.status, 401);
  assert.match(told.text, /Los archivos no se guardan/);
  keepCookies(visitor, told.cookies);
  const shown = await enter(visitor);
  assert.match(shown.text, /adjúntelos otra vez[\s\S]*Una nota que va con la carta/);
  await forget();
  const stale = await send(site.url, { ...late(visitor, pageOf(draft, 'respaldos'), token), body: body.body, headers: { ...late(visitor, '', token).headers, ...body.headers } });
  assert.deepEqual([stale.status, stale.headers.get('location')], [303, '/recuperado'], 'the same for whoever has logged in again in another window');
  assert.match((await visitor.get('/recuperado')).text, /Una nota que va con la carta/);
  assert.equal((await db.rows(`select 1 from documents.file where owner = $1`, [`draft:${draft}`])).length, 0);
});

test('what is in the database says nothing to whoever reads it', async () => {
  await lateRosa();
  const [row] = await db.rows<{ text: string; sealed: Buffer }>('select l::text as text, form_sealed as sealed from identity.late_form l');
  assert.ok(row && !/vehículo|solicitud/.test(row.text + row.sealed.toString('latin1') + row.sealed.toString()));
});

// A post that keeps nothing: how it goes about it, and what it is told.
const kept = [
  ['without a session that ever was', async ({ visitor }: Caller) => { visitor.cookies.clear(); }, {}, 401],
  ['with a session that somebody invented', async ({ visitor }: Caller) => { plant(visitor, 'sesion', 'A'.repeat(43)); plant(visitor, 'sesion-anterior', 'B'.repeat(43)); }, {}, 401],
  ['with a token that is not of that person', async () => undefined, { _csrf: 'x'.repeat(43) }, 401],
  ['that is too large', async () => undefined, { descripcion: 'x'.repeat(65_000), numero_documento: 'y'.repeat(1_000) }, 401],
  ['with too many fields', async () => undefined, Object.fromEntries(Array.from({ length: 200 }, (_, at) => [`campo-${at}`, 'a'])), 401],
  ['in which nothing was typed', async () => undefined, { tipo_documento: '', numero_documento: '', gestion: '', descripcion: ' ' }, 401],
] as const;
for (const [what, prepare, fields, status] of kept) {
  test(`nothing is kept of a form ${what}`, async () => {
    await forget();
    const caller = await rosa(), draft = await startDraft(caller);
    await leave(caller);
    await prepare(caller);
    const told = await caller.visitor.post(pageOf(draft), { _csrf: caller.token, ...typed, ...fields });
    assert.deepEqual([told.status, await keptRows(), caller.visitor.cookie('escrito')], [status, 0, undefined]);
    if (/large|many/.test(what)) assert.match(told.text, /demasiado largo/);
  });
}

test('nothing is kept of what another site sends, nor of what a program does', async () => {
  const { caller: { visitor, token }, draft } = await lateRosa();
  await forget();
  for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://malo.example' }, { accept: 'application/json' }]) {
    const { status } = await send(site.url, late(visitor, pageOf(draft), token, headers));
    assert.deepEqual([status >= 400, await keptRows()], [true, 0], JSON.stringify(headers));
  }
});

test('a password is never kept, whichever form it is in', async () => {
  const { caller: { visitor, token } } = await lateRosa({ ...typed, contrasena: 'frase secreta uno' });
  const shown = await enter(visitor);
  assert.match(shown.text, /vehículo rojo/);
  assert.doesNotMatch(shown.text, /frase secreta/);
  await forget();
  await leave({ visitor, token: /name="_csrf" value="([^"]+)"/.exec(shown.text)?.[1] ?? '' } as Caller);
  for (const path of ['/mi-cuenta/contrasena', '/administracion/personas']) await visitor.post(path, { _csrf: token, actual: 'frase uno', nueva: 'frase dos', nombre: 'Persona Nueva' });
  assert.equal(await keptRows(), 0);
});

test('of one person five are kept, the latest, and each is shown', async () => {
  const { caller: { visitor, token }, draft } = await lateRosa();
  for (let at = 1; at <= 6; at++) await visitor.post(pageOf(draft), { _csrf: token, ...typed, descripcion: `Texto número ${at}` });
  assert.equal(await keptRows(), 5);
  const shown = await enter(visitor);
  assert.deepEqual([...shown.text.matchAll(/<p class="govuk-body">Texto número (\d)/g)].map(([, at]) => at), ['6', '5', '4', '3', '2']);
});

// The same of the inventory and its systems, which have their buttons among forms that are typed into.
const inventoryButtons = [/\/semanal\/ahora$/, /\/duplicados\/:a\/:b$/, /\/historia\/:a\/vuelta$/, /\/reposicion$/, /\/sistemas\/nombrados$/, /\/sistemas\/:id\/(tramites|vuelta)$/];

// Of strategies, plans, evaluations and examinations too; the digital approval takes a password, which is never kept.
const planButtons = [
  /\/seccion\/:section\/(encargo|restauracion)$/, /\/versiones\/:number\/restauracion$/, /\/pige\/revision\/:id\/(observaciones\/:key\/retiro|respuestas\/:number|conformidad)$/, /\/pige\/:id\/(registro|aprobacion)$/,
  /\/evaluacion\/:year\/cierre$/, /\/examenes\/:id\/(emision|notificacion)$/, /\/partes\/:id\/retiro$/, /\/control\/ejemplo$/, /\/comprobaciones\/(entidad\/:id\/corrida|resultado\/:id\/hallazgo)$/,
];

// Where nothing is typed but choices and buttons, being asked to press again is no loss.
const nothingTyped = [/\/iniciar$/, /\/envio$/, /\/descarte$/, /\/pagos\/:charge\//, /\/cita\//, /\/toma$/, /\/liberacion$/, /\/reintento$/, /\/asistencia$/, /\/conciliacion$/, /\/inventario\/(publicados|importacion)/, /\/priorizacion$/, /\/pige\/ejemplo$/, /\/version$/, /\/quitar$/, /\/equipo\/reparto$/];

test('every form behind a login has a name, so that it is kept, or is known to have nothing typed; none of identity has one', async () => {
  const posted = (await composedRoutes()).filter(({ method, who, options }) => method === 'POST' && !who.includes('public') && options.body !== 'json');
  assert.deepEqual(posted.filter(({ module, path, options }) => module !== 'identity' && options.form === undefined && ![...nothingTyped, ...inventoryButtons, ...planButtons].some((one) => one.test(path))).map(({ path }) => path), []);
  assert.deepEqual(posted.filter(({ module, options }) => module === 'identity' && options.form !== undefined).map(({ path }) => path), []);
});

// The rest needs a clock that goes ahead; each step starts the program again.
test('a session that ended by itself: an officer gets the note back; after half an hour nobody gets anything', async () => {
  await forget();
  const applicant = await rosa(), id = await apply(applicant, 'tarde');
  await pay(applicant, id);
  const lidia = await officer(site.url, 'ventanilla.aduana');
  await awaitTask(lidia, id);
  await ahead(1);
  const note = { _csrf: lidia.token, nota: 'Una nota que llegó tarde', llave: 'llave-de-la-nota' };
  assert.equal((await lidia.visitor.post(`/escritorio/tramites/${id}/notas`, note)).status, 401);
  assert.equal(await keptRows(), 1);
  const shown = await enterAsOfficer(lidia.visitor, 'ventanilla.aduana');
  assert.match(shown.text, /Una nota interna[\s\S]*Una nota que llegó tarde/);
  assert.equal((await sendAgain(lidia.visitor, shown)).status, 303);
  assert.match((await lidia.visitor.get(`/escritorio/tramites/${id}`)).text, /Una nota que llegó tarde/);

  await ahead(9);
  await applicant.visitor.post(pageOf(id, 'documento'), { _csrf: applicant.token, ...typed });
  assert.equal(await keptRows(), 1, 'eight hours without use');
  await ahead(9.6);
  assert.equal((await enter(applicant.visitor)).status, 404);

  await forget();
  await ahead(60);
  await applicant.visitor.post(pageOf(id, 'documento'), { _csrf: applicant.token, ...typed });
  assert.equal(await keptRows(), 0, 'nobody knows any more whose session that was');
});

const ahead = (hours: number): Promise<void> => site.restart({ VENTANILLA_CLOCK_AHEAD_HOURS: String(hours) });

async function enterAsOfficer(visitor: Visitor, username: string): Promise<Seen> {
  const asked = await visitor.follow(await visitor.submit(await visitor.get('/ingresar/servidor'), { usuario: username, contrasena: 'demo-ventanilla' }));
  return visitor.follow(await visitor.submit(asked, { codigo: /su código ahora es <strong>(\d{6})/.exec(asked.text)?.[1] ?? '' }));
}

function plant(visitor: Visitor, name: string, value: string): void {
  visitor.cookies.set(name, { value, path: '/', origin: '127.0.0.1', raw: '' });
}

// The same post as a visitor's, with headers or a body that a visitor does not have.
function late(visitor: Visitor, path: string, token: string, headers: Readonly<Record<string, string>> = {}) {
  const cookie = [...visitor.cookies].filter(([, each]) => each.path === '/').map(([name, { value }]) => `${name}=${value}`).join('; ');
  return { method: 'POST', path, headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded', 'x-forwarded-for': someAddress(), cookie, ...headers }, body: new URLSearchParams({ _csrf: token, ...typed }).toString() };
}

function keepCookies(visitor: Visitor, cookies: readonly string[]): void {
  for (const raw of cookies) plant(visitor, raw.slice(0, raw.indexOf('=')), raw.slice(raw.indexOf('=') + 1).split(';')[0] ?? '');
}
