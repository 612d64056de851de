import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { isRefusal } from '#kernel/errors/index.ts';
import { call, pageOf } from '#support/calls.ts';
import { freshDatabase, type FreshDatabase } from '#support/database.ts';
import { markupFaults } from '#support/markup.ts';
import { catalogModule, listPublished, loadCatalog, readProcedureFolder, publishProcedure } from './index.ts';

const root = fileURLToPath(new URL('../../../procedures/', import.meta.url));
const now = new Date('2026-03-09T12:00:00Z');

let fresh: FreshDatabase;
before(async () => { fresh = await freshDatabase(); await loadCatalog(fresh.db, root, now); });
after(() => fresh.close());

const routes = () => catalogModule({ db: fresh.db, clock: { now: () => now }, folder: root, publicUrl: () => 'http://127.0.0.1:3000' }).routes ?? [];
const show = (address: string, at = now) => call(routes(), `GET ${address}`, { db: fresh.db, now: at });
const mainOf = async (address: string) => pageOf(await show(address)).main.toString();

const shown: readonly (readonly [address: string, ...says: string[]])[] = [
  ['/', '¿Qué trámite necesita hacer?', '/tramites/cedula-de-identidad', '/verificar', 'evento=empleo', 'categoria=salud', 'Ver los 73 trámites'],
  ['/tramites', 'Catálogo de trámites', '73 trámites', 'desde='],
  ['/tramites?categoria=telecomunicaciones', '2 trámites', 'Quitar'],
  ['/tramites?categoria=no-existe', 'No encontramos trámites con estos filtros', 'Ver todos los trámites'],
  ['/buscar?q=pasaprote', 'Mostramos resultados de <strong>«pasaporte»</strong>', 'pasaporte-corriente'],
  ['/buscar?q=sacar+mi+pasaporte+urgente+ma%C3%B1ana', 'Estos tienen algunas, o parecidas.', 'pasaporte-corriente'],
  ['/buscar?q=xyzzyq', 'No encontramos trámites para «xyzzyq»'],
  ['/buscar?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E', '&lt;script&gt;'],
  ['/tramites/libreta-de-tripulante-terrestre', '100\u00a0UFV', 'octubre de 2019', 'Confirme antes de ir'],
  ['/tramites/informe-meteorologico', '190,00', '160,00', '5 de octubre de 2025'],
  ['/tramites/pasaporte-corriente', 'monto por confirmar', 'sin fecha conocida'],
  ['/tramites/registro-sanitario', '30 días (la fuente no dice si son hábiles)', 'De 08:30 a 15:30'],
  ['/tramites/licencia-de-uso-de-frecuencia', 'Ver los 12 requisitos', 'Servicio de Impuestos Nacionales', 'Contraloría General del Estado'],
  ['/tramites/credito-de-vivienda-para-construccion', '39 días hábiles', 'Gratuito'],
  ['/entidades/seprec', 'Sus 4 trámites', 'SEPREC'],
];

for (const [address, ...says] of shown) {
  test(`${address} says what it must, in sound markup`, async () => {
    const content = pageOf(await show(address));
    for (const words of says) assert.ok(content.main.toString().includes(words), `«${words}» on ${address}`);
    assert.deepEqual(await markupFaults(content), []);
  });
}

test('every published procedure has a page in sound markup that names its source', async () => {
  const all = await listPublished(fresh.db, { limit: 100 });
  for (const { procedure } of all) {
    const content = pageOf(await show(`/tramites/${procedure.slug}`));
    assert.match(content.main.toString(), /Datos publicados .*Confirme antes de ir/);
    assert.deepEqual(await markupFaults(content), [], procedure.id);
  }
});

test('only what runs here can be started here', async () => {
  assert.doesNotMatch(await mainOf('/tramites/pasaporte-corriente'), /\/iniciar/);
  const folder = await readProcedureFolder(`${root}migracion/pasaporte-corriente`);
  await publishProcedure(fresh.db, { ...folder, files: { ...folder.files, 'form.yaml': 'pages: []', 'flow.bpmn': '<x/>' } }, now);
  assert.match(pageOf(await show('/tramites/pasaporte-corriente', now)).main.toString(), /href="\/tramites\/pasaporte-corriente\/iniciar"/);
});

test('a page that is kept shows a new version within a second', async () => {
  const same = routes();
  const at = (milliseconds: number) => call(same, 'GET /tramites/certificacion-del-censo-2024', { db: fresh.db, now: new Date(now.getTime() + milliseconds) });
  const kept = await at(0);
  const folder = await readProcedureFolder(`${root}ine/certificacion-del-censo-2024`);
  await publishProcedure(fresh.db, { ...folder, files: { 'procedure.yaml': (folder.files['procedure.yaml'] ?? '').replace('Certificación del Censo 2024', 'Certificado del censo') } }, now);
  assert.equal(await at(500), kept);
  assert.equal(pageOf(await at(1_000)).title, 'Certificado del censo');
});

for (const [address, code] of [['/tramites/no-hay', 'catalog.not_found'], ['/tramites/no-hay.jsonld', 'catalog.not_found'], ['/entidades/no-hay', 'catalog.entity_not_found'], ['/tramites?desde=zzz', 'catalog.bad_cursor'], ['/api/v1/tramites/no-hay', 'catalog.not_found']] as const) {
  test(`${address} is refused with ${code}`, () => assert.rejects(async () => show(address), (caught) => isRefusal(caught, code)));
}
