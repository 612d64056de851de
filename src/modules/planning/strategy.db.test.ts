import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { loadCatalog } from '#modules/catalog/index.ts';
import { demoEntityId, demoOfficerId, seedDemo } from '#modules/identity/index.ts';
import type { Person } from '#kernel/access.ts';
import { fixedClock } from '#kernel/clock.ts';
import { isRefusal } from '#kernel/errors/index.ts';
import { newId } from '#kernel/ids.ts';
import type { Answer } from '#kernel/http/index.ts';
import { call, pageOf } from '#support/calls.ts';
import { freshDatabase, type FreshDatabase } from '#support/database.ts';
import { documentFaults } from '#support/markup.ts';
import { root } from '#support/source/index.ts';
import { planningModule } from './index.ts';

const clock = fixedClock('2026-11-23T10:00:00-04:00'), routes = planningModule({ readTemplate: () => ({ value: undefined, faults: [] }) }).routes ?? [];
let fresh: FreshDatabase, paola: Person, marcela: Person, authority: Person, other: Person, home = '';

before(async () => {
  fresh = await freshDatabase();
  await seedDemo(fresh.db);
  await loadCatalog(fresh.db, `${root}/procedures`, clock.now());
  const person = (name: string, roles: Person['roles'], entity: Parameters<typeof demoEntityId>[0] = 'aduana-nacional'): Person => ({ id: newId(), kind: 'officer', name, roles, entityId: demoEntityId(entity), units: [] });
  [paola, marcela, authority, other] = [person('Paola Andrade', ['designer']), person('Marcela Tapia', ['egov_head']), person('Jorge Arandia', ['authority']), person('Alejandra Suxo', ['designer'], 'migracion')];
});
after(() => fresh.close());

type Sent = { readonly form?: Readonly<Record<string, string | readonly string[]>>; readonly person?: Person };
const ask = (request: string, { form = {}, person = paola }: Sent = {}) => call(routes, request, { db: fresh.db, now: clock.now(), person, form });
const wordsOf = (answer: Answer): string => String(pageOf(answer).main).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
const shown = async (request: string, sent: Sent = {}): Promise<string> => wordsOf(await ask(request, sent));
const leadsTo = async (request: string, sent: Sent = {}): Promise<string> => { const { body, status } = await ask(request, sent); return body.kind === 'redirect' ? body.to : assert.fail(`${request} leads nowhere: ${status}`); };
const refused = (request: string, code: string, sent: Sent = {}) => assert.rejects(ask(request, sent), (caught) => isRefusal(caught, `planning.${code}`));
const facts = (more: Readonly<Record<string, string>> = {}) => ({ titulo: 'Estrategia de la Aduana', 'desde-day': '1', 'desde-month': '1', 'desde-year': '2027', 'hasta-day': '31', 'hasta-month': '12', 'hasta-year': '2027', ...more });
const advance = (minutes: number) => clock.set(new Date(clock.now().getTime() + minutes * 60_000));
const general = () => `${home}/seccion/objetivo-general`;

test('a strategy needs a frozen order, and is begun with it', async () => {
  await ask('POST /plan/inventario/publicados');
  await ask('POST /plan/inventario/nueva', { form: { nombre: 'Devolución de tributos' } });
  assert.match(await shown('GET /plan/estrategia/nueva'), /Falta un orden de prioridad guardado/);
  const snapshot = (await leadsTo('POST /plan/priorizacion')).split('/').at(-1) ?? '';
  for (const [form, problem] of [[facts({ titulo: ' ', orden: snapshot }), /Escriba el título/], [facts({ 'hasta-year': '2026', orden: snapshot }), /terminar después de empezar/], [facts({ 'desde-day': '31', 'desde-month': '2', orden: snapshot }), /día en que empieza/], [facts(), /Elija el orden/], [facts({ orden: newId() }), /Elija el orden/]] as const) {
    const answer = await ask('POST /plan/estrategia/nueva', { form });
    assert.equal(answer.status, 422);
    assert.match(wordsOf(answer), problem);
  }
  const to = await leadsTo('POST /plan/estrategia/nueva', { form: facts({ orden: snapshot }) });
  home = to.replace(/\/soluciones$/, '');
  assert.match(await shown(`GET ${to}`), /copias simples/i);
  assert.match(await shown(`POST ${to}`, { form: {} }), /Elija al menos un trámite/);
  await ask(`POST ${to}`, { form: { tramite: ['aduana-nacional/copias-simples', 'aduana-nacional/no-existe'] } });
  assert.match(await shown(`GET ${home}`), /Soluciones.*copias simples.*Funciona en línea.*Partes del documento.*3\.3\.1/i);
});

test('another entity finds nothing of it, whatever it asks for', async () => {
  const places = ['', '/datos', '/que-falta', '/soluciones', '/soluciones/copias-simples/etapas', '/seccion/antecedentes', '/seccion/antecedentes/historia', '/documento', '/documento/json', '/versiones', '/versiones/1', '/versiones/1/json', '/comparacion'];
  for (const place of places) await refused(`GET ${home}${place}`, 'strategy_not_found', { person: other });
  for (const place of ['/datos', '/soluciones', '/soluciones/copias-simples/etapas', '/seccion/antecedentes', '/seccion/antecedentes/encargo', '/seccion/antecedentes/comentarios', '/seccion/antecedentes/restauracion', '/versiones', '/versiones/1/restauracion']) await refused(`POST ${home}${place}`, 'strategy_not_found', { person: other, form: facts() });
  assert.doesNotMatch(await shown('GET /plan/estrategia', { person: other }), /Estrategia de la Aduana/);
  assert.match(await shown('GET /plan/estrategia'), /Estrategia de la Aduana.*Borrador/);
});

test('who may write is in the routes: the authority reads and comments, and nobody else', () => {
  for (const { method, path, who } of routes.filter((one) => one.path.startsWith('/plan/estrategia') && one.method === 'POST')) {
    assert.deepEqual(who.includes('authority'), path.endsWith('/comentarios'), `${method} ${path}`);
    assert.ok(!who.includes('officer') && !who.includes('public') && !who.includes('applicant'));
  }
});

test('a text is kept with advice beside it, and whoever only reads gets no form', async () => {
  await ask(`POST ${general()}?revision=0`, { form: { texto: 'Implementar un sistema informático.' } });
  assert.match(await shown(`GET ${general()}`), /empieza por «implementar»: es un paso.*sección 3\.2/);
  const read = String(pageOf(await ask(`GET ${general()}`, { person: authority })).main);
  assert.match(read, /Implementar un sistema/);
  assert.doesNotMatch(read, /name="texto"/);
  assert.match(await shown(`GET ${home}/que-falta`), /empieza por «implementar».*Corregir/);
  assert.match(await shown(`POST ${general()}?revision=1`, { form: { texto: 'x'.repeat(1_001) } }), /deje 1\.000 como máximo/);
  assert.equal((await ask(`POST ${home}/seccion/anexos?revision=7`, { form: { texto: 'Uno.' } })).status, 303, 'where nobody has written there is nothing to lose');
});

test('two people who write at once both see both texts, and nothing is lost', async () => {
  await ask(`GET ${general()}`, { person: marcela });
  assert.match(await shown(`GET ${general()}`), /La tiene abierta Marcela Tapia/);
  await ask(`POST ${general()}?revision=1`, { form: { texto: 'Reducir los viajes de las personas.' }, person: marcela });
  assert.doesNotMatch(await shown(`GET ${general()}`), /La tiene abierta/, 'whoever has saved has left');
  const clash = await ask(`POST ${general()}?revision=1`, { form: { texto: 'Ahorrar tiempo a la gente.' } });
  assert.equal(clash.status, 409);
  assert.match(wordsOf(clash), /Marcela Tapia.*Reducir los viajes de las personas.*Ahorrar tiempo a la gente/);
  const action = /action="([^"]+revision=2)"/.exec(String(pageOf(clash).main))?.[1] ?? assert.fail('the page saves from the newest text');
  await ask(`POST ${action}`, { form: { texto: 'Reducir los viajes y ahorrar tiempo a la gente.' } });
  assert.match(await shown(`GET ${general()}`), /Reducir los viajes y ahorrar tiempo/);
  const answers = await Promise.all([1, 2, 3].map((n) => ask(`POST ${home}/seccion/soporte?revision=0`, { form: { texto: `Por teléfono ${n}.` } })));
  assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 409, 409], 'at the same moment one is kept');
});

test('a section keeps its history, and an old text can come back', async () => {
  assert.match(await shown(`GET ${general()}/historia`), /Marcela Tapia.*Implementar un sistema informático/);
  await ask(`POST ${general()}/restauracion`, { form: { revision: '2', desde: '3' } });
  assert.match(await shown(`GET ${general()}`), /Reducir los viajes de las personas/);
  assert.equal((await ask(`POST ${general()}/restauracion`, { form: { revision: '1', desde: '3' } })).status, 409);
  for (const revision of ['99', '0', '', 'x', '9'.repeat(30)]) await refused(`POST ${general()}/restauracion`, 'section_not_found', { form: { revision, desde: '4' } });
});

test('the authority comments, a writer answers and settles it, and pressing twice says it once', async () => {
  const comments = `POST ${general()}/comentarios`, clave = newId(clock.now());
  assert.equal((await ask(comments, { form: { comentario: ' ' }, person: authority })).status, 422);
  const twice = () => ask(comments, { form: { comentario: '¿Cuántos viajes?', clave }, person: authority });
  await twice();
  await twice();
  advance(1);
  assert.match(await shown(`GET ${home}`), /1 comentario abierto/);
  await ask(comments, { form: { hilo: clave, comentario: 'Tres por persona.', accion: 'responder' } });
  await ask(comments, { form: { hilo: clave, accion: 'resolver' } });
  advance(1);
  const page = await shown(`GET ${general()}`, { person: authority });
  assert.equal(page.split('¿Cuántos viajes?').length - 1, 2, 'once in the line that opens it, once inside');
  assert.match(page, /Resuelto.*Jorge Arandia.*Tres por persona.*Paola Andrade/);
  await refused(comments, 'comment_not_found', { form: { hilo: newId(), comentario: 'X', accion: 'responder' } });
});

test('a section is given to somebody who may write, and to nobody else', async () => {
  const page = String(pageOf(await ask(`GET ${general()}`)).main), designer = demoOfficerId('diseno');
  assert.ok(page.includes(designer) && !page.includes(demoOfficerId('mae.aduana')) && !page.includes(demoOfficerId('gobierno.gad')));
  await ask(`POST ${general()}/encargo`, { form: { persona: designer } });
  assert.match(await shown(`GET ${home}`), /A cargo de Paola Andrade Suárez/);
  await ask(`POST ${general()}/encargo`, { form: { persona: demoOfficerId('gobierno.gad') } });
  assert.doesNotMatch(await shown(`GET ${home}`), /A cargo de/);
});

const stage = (n: number, nombre: string, actor: string, from: readonly [string, string], to: readonly [string, string]) => ({
  [`etapas.${n}.nombre`]: nombre, [`etapas.${n}.actor`]: actor, [`etapas.${n}.inicio-day`]: from[0], [`etapas.${n}.inicio-month`]: from[1], [`etapas.${n}.inicio-year`]: '2027', [`etapas.${n}.fin-day`]: to[0], [`etapas.${n}.fin-month`]: to[1], [`etapas.${n}.fin-year`]: '2027',
});

test('the stages of a solution become a table and a schedule, and are not written over', async () => {
  const page = `${home}/soluciones/copias-simples/etapas`;
  assert.match(String(pageOf(await ask(`POST ${page}?revision=1`, { form: { accion: 'agregar:etapas' } })).main), /name="etapas\.0\.nombre"/);
  await ask(`POST ${page}?revision=1`, { form: { ...stage(0, 'Simplificar requisitos', 'Unidad de archivo', ['10', '1'], ['28', '2']), 'etapas-filas': '1' } });
  assert.match(await shown(`GET ${home}/documento`), /Etapas de .*Simplificar requisitos 10 de enero de 2027 28 de febrero de 2027 Unidad de archivo/);
  const clash = await ask(`POST ${page}?revision=1`, { form: { ...stage(0, 'Otra cosa', 'Otra unidad', ['1', '3'], ['2', '3']), 'etapas-filas': '1' } });
  assert.equal(clash.status, 409);
  assert.match(wordsOf(clash), /Otra persona guardó.*Simplificar requisitos.*Unidad de archivo/);
  assert.match(String(pageOf(clash).main), /revision=2"[^]*value="Otra cosa"/, 'what was typed can be saved over it');
  await refused(`GET ${home}/soluciones/no-existe/etapas`, 'section_not_found');
});

test('the document has the projections, and what nobody wrote is marked', async () => {
  const document = await shown(`GET ${home}/documento`);
  assert.match(document, /Borrador.*1\. Antecedentes.*Por completar.*Trámites y servicios de la entidad.*Orden de prioridad.*Ficha de .*3\.2\.1\. Objetivo general Reducir los viajes.*Flujo de .*Quién participa.*Herramientas de gobierno electrónico.*Pago en línea.*Requisitos de/s);
  assert.match(String(pageOf(await ask(`GET ${home}/documento`)).main), /class="flow-diagram"/);
  const { body } = await ask(`GET ${home}/documento/json`);
  assert.ok(body.kind === 'bytes' && typeof body.data === 'string');
  const read: { readonly format: string; readonly version: null; readonly content: { readonly texts: Readonly<Record<string, string>>; readonly projections: { readonly solutions: readonly { readonly procedureId: string }[] } } } = JSON.parse(body.data);
  assert.deepEqual([read.format, read.version, read.content.texts['objetivo-general'], read.content.projections.solutions[0]?.procedureId], ['ventanilla.strategy/1', null, 'Reducir los viajes de las personas.', 'aduana-nacional/copias-simples']);
});

test('a frozen version stays as it was, whatever the data and the texts say later', async () => {
  assert.equal(await leadsTo(`POST ${home}/versiones`, { form: { nota: 'Para la autoridad' } }), `${home}/versiones/1`);
  assert.match((await ask(`POST ${home}/versiones`, {})).notice ?? '', /No cambió nada/, 'twice is as once');
  const before = await ask(`GET ${home}/versiones/1/json`);
  await ask('POST /plan/inventario/tramite/copias-simples/demanda', { form: { solicitudes_anio: '77777', media_dia: '300', maxima_dia: '900' } });
  await ask(`POST ${home}/seccion/soporte?revision=1`, { form: { texto: 'Por correo y en ventanilla.' } });
  assert.deepEqual((await ask(`GET ${home}/versiones/1/json`)).body, before.body);
  const page = await shown(`GET ${home}/versiones/1`);
  assert.match(page, /Comprobada.*Partes que hoy dicen otra cosa \(1\)/);
  assert.doesNotMatch(page, /77\.777/);
  assert.match(await shown(`GET ${home}/documento`), /77\.777/);
  const compared = String(pageOf(await ask(`GET ${home}/comparacion?de=1&a=borrador`)).main);
  assert.match(compared, /<del>[^]*teléfono[^]*<\/del>[^]*<ins>[^]*correo/);
  assert.match(compared, /<ins>[^]*77/);
  await ask(`POST ${home}/versiones/1/restauracion`, { form: { parte: 'soporte', desde: '2' } });
  assert.match(await shown(`GET ${home}/seccion/soporte`), /Por teléfono/);
  assert.equal(await leadsTo(`POST ${home}/versiones`), `${home}/versiones/2`);
  for (const number of ['3', '0', 'x', '-1', '9'.repeat(40)]) await refused(`GET ${home}/versiones/${number}`, 'version_not_found');
});

test('the database itself lets nobody change a version, a state or a comment', async () => {
  for (const table of ['strategy_version', 'strategy_text_revision', 'strategy_note']) for (const sql of [`update planning.${table} set name = 'X'`, `delete from planning.${table}`]) await assert.rejects(fresh.db.rows(sql), /permission denied/, sql);
});

test('procedures that are taken out leave nothing behind in the document, and come back with what was written', async () => {
  const choose = async (...tramite: readonly string[]) => ask(`POST ${home}/soluciones`, { form: { tramite } });
  const [first] = [...String(pageOf(await ask(`GET ${home}/soluciones`)).main).matchAll(/value="(aduana-nacional\/[^"]+)"/g)].map(([, id]) => id ?? '').filter((id) => id !== 'aduana-nacional/copias-simples');
  assert.ok(first !== undefined);
  await choose(first);
  assert.doesNotMatch(await shown(`GET ${home}/documento`), /Simplificar requisitos/);
  await refused(`GET ${home}/seccion/diseno.copias-simples`, 'section_not_found');
  assert.match(await shown(`GET ${home}/soluciones?q=Copias`), /Solicitud de copias simples/);
  assert.doesNotMatch(await shown(`GET ${home}/soluciones?q=zzz`), /Solicitud de copias simples/);
  await choose(first, 'aduana-nacional/copias-simples');
  assert.match(await shown(`GET ${home}/documento`), /Borrador que se ejecuta.*Simplificar requisitos/s);
});

test('title, days and order can be changed, not over somebody else', async () => {
  const page = String(pageOf(await ask(`GET ${home}/datos`)).main), revision = /datos\?revision=(\d+)"/.exec(page)?.[1] ?? '', orden = /name="orden"[^>]* value="([^"]+)"/.exec(page)?.[1] ?? '';
  await ask(`POST ${home}/datos?revision=${revision}`, { form: facts({ titulo: 'Otro título', orden }) });
  assert.match(await shown(`GET ${home}`), /Otro título/);
  await refused(`POST ${home}/datos?revision=${revision}`, 'strategy_changed', { form: facts({ orden }) });
  assert.equal((await ask(`POST ${home}/datos`, { form: facts({ titulo: 'Yo', orden }) })).status, 422);
});

for (const format of ['odt', 'docx', 'pdf'] as const) {
  test(`the document goes out as ${format}, today's and the frozen one`, async () => {
    for (const place of ['documento', 'versiones/1']) {
      const { body } = await ask(`GET ${home}/${place}/${format}`);
      assert.ok(body.kind === 'bytes' && Buffer.isBuffer(body.data) && body.data.length > 10_000);
      assert.equal(body.data.subarray(0, 2).toString(), format === 'pdf' ? '%P' : 'PK');
    }
  });
}

test('every page is well-formed', async () => {
  for (const place of ['', '/datos', '/que-falta', '/soluciones', '/soluciones/copias-simples/etapas', '/soluciones/copias-simples/carga', '/seccion/antecedentes', '/seccion/objetivo-general', '/seccion/objetivo-general/historia', '/seccion/diseno.copias-simples', '/documento', '/versiones', '/versiones/1', '/comparacion?de=1&a=2', '/comparacion']) {
    assert.deepEqual(await documentFaults(`<!DOCTYPE html><html lang="es"><head><meta charset="utf-8"><title>t</title></head><body><main>${String(pageOf(await ask(`GET ${home}${place}`)).main)}</main></body></html>`), [], place);
  }
});
