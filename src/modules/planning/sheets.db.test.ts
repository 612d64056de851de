import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { zipSync } from 'fflate';
import { readSheets, writeSheets, type Sheet, type SheetFormat } from '#modules/office/index.ts';
import { isRefusal } from '#kernel/errors/index.ts';
import { pageOf } from '#support/calls.ts';
import { documentFaults } from '#support/markup.ts';
import { openPlanning, planner, type PlanningSite } from '#support/planning-site.ts';

const now = new Date('2026-11-23T10:00:00-04:00');
let site: PlanningSite;
before(async () => { site = await openPlanning(now); });
after(() => site.fresh.close());

const upload = (sheets: readonly Sheet[], format: SheetFormat = 'xlsx') => writeSheets(sheets, format).then((file) => site.leadsTo('POST /plan/inventario/importacion', { file, fileName: `lista.${format}` }));
const list: Sheet = { name: 'Hoja1', head: ['Nro', 'Trámite', 'Cuántos al año', 'Arancel'], rows: [[1, 'Baja de vehículos', 300, 50], [2, 'Duplicado de placas', 'muchos', 20], [3, 'Reposición de libreta', 80, 'Bs 12,50']] };

test('the columns of a sheet are guessed, corrected by somebody, and compared', async () => {
  const columns = await upload([list]);
  assert.match(columns, /\/columnas$/);
  const asked = await site.shown(`GET ${columns}`);
  assert.match(asked, /Cuántos al año Por ejemplo: 300 · muchos · 80/);
  assert.match(String(pageOf(await site.ask(`GET ${columns}`)).main), /value="costo" selected/, 'a synonym is chosen already');
  for (const [form, problem] of [[{ 'columna-0-1': 'costo', 'columna-0-3': 'costo' }, /Dos columnas/], [{ 'columna-0-2': 'solicitudes_anio' }, /Diga qué columna/]] as const) {
    const answer = await site.ask(`POST ${columns}`, { form });
    assert.equal(answer.status, 422);
    assert.match(String(pageOf(answer).main), problem);
  }
  const preview = await site.leadsTo(`POST ${columns}`, { form: { 'columna-0-1': 'nombre', 'columna-0-2': 'solicitudes_anio', 'columna-0-3': 'costo' } });
  assert.match(await site.shown(`GET ${preview}`), /2 nuevos 0 que cambian 0 sin cambios 1 que no se entiende.*3 Duplicado de placas Solicitudes al año, «muchos»: Las solicitudes al año deben ser un número entero\. Escriba algo como/);
  assert.match((await site.ask(`POST ${preview}/confirmacion`)).notice ?? '', /Quedaron 2 trámites/);
  await assert.rejects(site.ask(`POST ${preview}/confirmacion`), (caught) => isRefusal(caught, 'planning.import_not_found'), 'once is enough');
  assert.match(await site.shown('GET /plan/inventario/tramite/reposicion-de-libreta'), /con una planilla.*12,50/);
  assert.match(await site.shown('GET /plan/inventario/importacion'), /lista\.xlsx Subido, 23 de noviembre de 2026, 10:00 Importado 2 trámites, 1 con errores/);
});

test('the next file with the same heads is asked nothing, whatever its format and order', async () => {
  const again: Sheet = { ...list, head: ['ARANCEL', 'tramite', 'cuántos  al año', 'nro'], rows: [[55, 'baja de vehículos', 300, 1], [20, 'Duplicado de placas', 40, 2]] };
  for (const format of ['csv', 'ods'] as const) {
    const preview = await upload([again], format);
    assert.match(await site.shown(`GET ${preview}`), /1 nuevo 1 que cambia 0 sin cambios 0 que no se entienden.*2 baja de vehículos Nombre del trámite o servicio: Baja de vehículos → baja de vehículos ¿Cuánto cuesta\? Bs\s50,00 → Bs\s55,00/);
    await site.ask(`POST ${preview}/descarte`);
  }
});

test('a sheet that becomes another kind has its columns guessed anew', async () => {
  const columns = await upload([{ name: 'Principal', head: ['Identificador', 'Trámite'], rows: [['baja-de-vehiculos', 'Baja de vehículos']] }, { name: 'Otra', head: ['Identificador', 'Documento', 'Copias'], rows: [['baja-de-vehiculos', 'RUAT', 2]] }]);
  assert.equal(await site.leadsTo(`POST ${columns}`, { form: { 'hoja-0': 'tramites', 'columna-0-0': 'identificador', 'columna-0-1': 'nombre', 'hoja-1': 'requisitos' } }), columns);
  assert.match(String(pageOf(await site.ask(`GET ${columns}`)).main), /value="nombre" selected[\s\S]*value="nombre" selected/);
  const preview = await site.leadsTo(`POST ${columns}`, { form: { 'hoja-0': 'tramites', 'columna-0-0': 'identificador', 'columna-0-1': 'nombre', 'hoja-1': 'requisitos', 'columna-1-0': 'identificador', 'columna-1-1': 'nombre', 'columna-1-2': 'copias' } });
  await site.ask(`POST ${preview}/confirmacion`);
  assert.match(await site.shown('GET /plan/inventario/tramite/baja-de-vehiculos'), /Requisito 1: Requisito RUAT/);
});

test('what is exported changes nothing when it is read again', async () => {
  await site.ask('POST /plan/inventario/publicados');
  for (const format of ['ods', 'xlsx', 'csv', 'jsonl'] as const) {
    const { body } = await site.ask(`GET /plan/inventario/exportacion/${format}`);
    assert.ok(body.kind === 'bytes' && body.filename === `inventario-aduana-nacional-2026-11-23.${format}`);
    const preview = await site.leadsTo('POST /plan/inventario/importacion', { file: Buffer.from(body.data as Buffer | string), fileName: body.filename });
    assert.match(await site.shown(`GET ${preview}`), /0 nuevos 0 que cambian [1-9]\d* sin cambios 0 que no se entienden/, format);
    await site.ask(`POST ${preview}/descarte`);
  }
  await assert.rejects(site.ask('GET /plan/inventario/exportacion/doc'), (caught) => isRefusal(caught, 'office.no_such_format'));
});

test('a long file is read in the background, and its page waits for it', async () => {
  const long: Sheet = { name: 'Trámites', head: ['Nombre', 'Para qué sirve', 'Solicitudes al año', 'Requisitos'], rows: Array.from({ length: 3_000 }, (_, n) => [`Permiso número ${n}`, `Permite hacer la cosa ${n} durante un año, a quien la pide por primera vez en la ${['ciudad', 'provincia', 'frontera'][n % 3]}: ${n * 7_919 % 1_000_003}.`, n, `Cédula ${n * 31 % 977} :: SEGIP | Carta de ${n * 17 % 787}`]) };
  const preview = await upload([long], 'csv');
  await site.background();
  assert.match(await site.shown(`GET ${preview}`), /3\.000 nuevos/);
  await site.background();
  assert.match((await site.ask(`POST ${preview}/confirmacion`)).notice ?? '', /Quedaron 3\.000/);
});

const bomb = (): Buffer => Buffer.from(zipSync({ 'mimetype': Buffer.from('x'), 'content.xml': Buffer.alloc(80_000_000) }));
for (const [what, name, file] of [['a bomb', 'a.ods', bomb()], ['a picture', 'a.xlsx', '\u0000\u0001PNG'], ['an old workbook', 'a.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex')], ['an empty sheet', 'a.csv', 'Nombre\n']] as const) {
  test(`${what} is refused with the next step, and nothing is kept`, async () => {
    const answer = await site.ask('POST /plan/inventario/importacion', { file, fileName: name });
    assert.equal(answer.status, 422);
    assert.match(String(pageOf(answer).main), /govuk-error-summary/);
    assert.deepEqual(await site.fresh.db.rows('select 1 from planning.import'), []);
  });
}

test('what a file hides in its texts does no harm', async () => {
  const preview = await site.leadsTo('POST /plan/inventario/importacion', { fileName: 'a.jsonl', file: '{"identificador":"raro","nombre":"Ra\\u0000ro \\ud800","sistema":"x\\u0007","otro":1}\n{"identificador":"raro-2","nombre":"Ra\\u0000ro dos \\ud800","requisitos":[{"nombre":"a\\u0000"}]}' });
  assert.match(await site.shown(`GET ${preview}`), /1 nuevo 0 que cambian 0 sin cambios 1 que no se entiende.*otro: No es un campo de la ficha/);
  assert.match((await site.ask(`POST ${preview}/confirmacion`)).notice ?? '', /Quedó un trámite/);
});

test('another entity finds nothing of a file', async () => {
  const columns = await upload([{ ...list, head: ['a', 'b', 'c', 'd'] }]), id = columns.replace('/columnas', ''), migracion = planner('migracion');
  for (const request of [`GET ${id}`, `GET ${columns}`, `POST ${columns}`, `POST ${id}/confirmacion`]) await assert.rejects(site.ask(request, { person: migracion }), (caught) => isRefusal(caught, 'planning.import_not_found'), request);
  await site.ask(`POST ${id}/descarte`, { person: migracion });
  assert.match(await site.shown('GET /plan/inventario/importacion'), /Esperan su revisión lista\.xlsx/);
});

test('figures go out as sheets that say what they rest on', async () => {
  for (const [address, head] of [['priorizacion', 'Puesto'], ['una-sola-vez', 'Documento'], ['carga', 'Identificador']] as const) {
    const { body } = await site.ask(`GET /plan/${address}/exportacion/ods`);
    assert.ok(body.kind === 'bytes' && Buffer.isBuffer(body.data));
    const [sheet] = await readSheets({ name: 'a.ods', bytes: body.data });
    assert.equal(sheet?.head[0], head);
    assert.ok((sheet?.rows.length ?? 0) > 0, address);
    await site.ask(`GET /plan/${address}/exportacion/csv`);
  }
  for (const format of ['ods', 'xlsx', 'csv']) await site.ask(`GET /plan/inventario/plantilla/${format}`);
});

test('every page is well-formed', async () => {
  const columns = await upload([{ ...list, head: ['a', 'b', 'c', 'd'] }]);
  for (const request of ['/plan/inventario/importacion', '/plan/inventario/plantilla', columns]) {
    assert.deepEqual(await documentFaults(`<!DOCTYPE html><html lang="es"><head><meta charset="utf-8"><title>t</title></head><body><main>${String(pageOf(await site.ask(`GET ${request}`)).main)}</main></body></html>`), [], request);
  }
});

test('where too many files are read at once, the next waits its turn and is read later', async () => {
  const file = Buffer.from('Nombre\nTrámite de la cola\n'), names = Array.from({ length: 26 }, (_, n) => `cola-${n}.csv`);
  const found = await Promise.all(names.map((fileName) => site.leadsTo('POST /plan/inventario/importacion', { file, fileName })));
  await site.background();
  assert.deepEqual(await site.fresh.db.rows(`select file_name from planning.import where file_name like 'cola-%' and stage <> 'ready'`), []);
  await Promise.all(found.map((preview) => site.ask(`POST ${preview}/descarte`)));
});
