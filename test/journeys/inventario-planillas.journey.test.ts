import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { readSheets, writeSheets, type Sheet } from '#modules/office/index.ts';
import { picture, startJourney, type Journey } from '#support/journey/site.ts';
import { awaitText, download, follow, goOn } from '#support/journey/steps.ts';
import { check } from '#support/journey/watch.ts';

let journey: Journey, waiting = '';
before(async () => { journey = await startJourney(); });
after(() => journey.close());

const list: Sheet = {
  name: 'Lista de trámites', head: ['Nro', 'Nombre del trámite', 'Cuántos al año', 'Arancel', 'Observación'],
  rows: [[1, 'Baja de vehículos', 300, 50, ''], [2, 'Duplicado de placas', 'muchos', 20, ''], [3, 'Reposición de libreta', 80, 'Bs 12,50', ''], [4, 'Solicitud de baja de vehículo', 20, null, '']],
};
const fileOf = async (sheet: Sheet, name: string) => ({ name, mimeType: 'application/octet-stream', buffer: await writeSheets([sheet], name.endsWith('ods') ? 'ods' : 'xlsx') });
const entry = '/plan/inventario/tramite/baja-de-vehiculos';

test('a sheet comes in, is corrected, comes again without a question, and goes out', { timeout: 240_000 }, async () => {
  const paola = await journey.officer('diseno', 'desk'), main = () => paola.locator('main').innerText(), upload = async (sheet: Sheet, name: string) => {
    await paola.goto('/plan/inventario/importacion');
    await paola.locator('input[type=file]').setInputFiles(await fileOf(sheet, name));
    await goOn(paola, 'Revisar el archivo');
  };
  await paola.goto('/plan/inventario/importacion');
  await follow(paola, 'Descargue una planilla vacía');
  assert.equal((await download(paola, 'Descargar ODS')).subarray(0, 2).toString(), 'PK');

  await upload({ ...list, head: [], rows: [] }, 'vacia.xlsx');
  assert.match(await paola.locator('.govuk-error-summary').innerText(), /ninguna fila/);
  await upload(list, 'lista.xlsx');
  await picture(paola, 'planilla-columnas');
  await goOn(paola, 'Comparar con el inventario');
  await paola.goBack();
  await check(paola);
  await paola.getByLabel('Cuántos al año').selectOption({ label: 'Costo (Bs)' });
  await goOn(paola, 'Comparar con el inventario');
  assert.match(await paola.locator('.govuk-error-summary').innerText(), /Dos columnas/);
  await paola.getByLabel('Cuántos al año').selectOption({ label: 'Solicitudes al año' });
  await goOn(paola, 'Comparar con el inventario');
  assert.match(await main(), /Duplicado de placas[\s\S]*deben ser un número entero/);
  await picture(paola, 'planilla-revision');
  await goOn(paola, 'Importar 3 trámites');
  assert.match(await main(), /Reposición de libreta/);

  const again: Sheet = { ...list, rows: [[1, 'Baja de vehículos', 320, 50, ''], [2, 'Duplicado de placas', 40, 20, '']] };
  await upload(again, 'otra-semana.ods');
  assert.match(await main(), /300\s*→\s*320/);
  await goOn(paola, 'Importar 2 trámites');
  await paola.getByText('Descargar el inventario').click();
  const file = await download(paola, 'Descargar XLSX'), [sheet] = await readSheets({ name: 'a.xlsx', bytes: file });
  assert.equal(sheet?.rows.length, 4);
  await paola.goto('/plan/inventario/importacion');
  await paola.locator('input[type=file]').setInputFiles({ name: 'inventario.xlsx', mimeType: 'application/octet-stream', buffer: file });
  await goOn(paola, 'Revisar el archivo');
  assert.match(await main(), /el inventario ya dice lo mismo/);
});

test('an entry has a history, goes back, and two of the same become one', { timeout: 180_000 }, async () => {
  const paola = await journey.officer('diseno', 'desk'), main = () => paola.locator('main').innerText();
  await paola.goto(entry);
  await follow(paola, 'Historia de la ficha');
  assert.match(await main(), /De una planilla/);
  await follow(paola, 'Ver el cambio');
  await picture(paola, 'ficha-cambios');
  await follow(paola, 'Volver al estado 1');
  await goOn(paola, 'Volver a este estado');
  assert.match(await main(), /300/);

  await paola.goto('/plan/inventario/duplicados');
  await follow(paola, 'Revisar');
  await goOn(paola, 'Guardar');
  assert.match(await paola.locator('.govuk-error-summary').innerText(), /Elija cuál/);
  await paola.getByLabel('Baja de vehículos', { exact: true }).check();
  await goOn(paola, 'Guardar');
  await paola.goto('/plan/inventario');
  await follow(paola, 'Ver el trámite retirado');
  await follow(paola, 'Solicitud de baja de vehículo');
  assert.match(await main(), /Es el mismo trámite que «Baja de vehículos»/);
  await goOn(paola, 'Volver a ponerlo en el inventario');
  await follow(paola, 'Retirar del inventario');
  await goOn(paola, 'Retirar del inventario');
  assert.match(await paola.locator('.govuk-error-summary').innerText(), /por qué se retira/);
});

test('a weekly file is looked for where somebody says, and not inside our own net', { timeout: 120_000 }, async () => {
  const paola = await journey.officer('diseno', 'desk');
  await paola.goto('/plan/inventario/importacion');
  await follow(paola, 'Decir dónde está');
  await paola.getByLabel('Dirección del archivo').fill('https://127.0.0.1/tramites.jsonl');
  await goOn(paola, 'Guardar');
  assert.match(await paola.locator('.govuk-error-summary').innerText(), /red interna/);
  await paola.getByLabel('Dirección del archivo').fill('');
  await paola.getByLabel('Leer el archivo más nuevo').check();
  await goOn(paola, 'Guardar');
  await awaitText(paola, 'Se leyó por última vez');
  await paola.locator('input[type=file]').setInputFiles(await fileOf({ ...list, name: 'x', head: ['a', 'b'], rows: [['Uno', 2]] }, 'x.xlsx'));
  await goOn(paola, 'Revisar el archivo');
  waiting = new URL(paola.url()).pathname;
});

test('the same pages on a telephone', { timeout: 120_000 }, async () => {
  const paola = await journey.officer('diseno', 'phone');
  for (const path of ['/plan/inventario/importacion', waiting, '/plan/inventario/plantilla', '/plan/inventario/semanal', entry, `${entry}/historia`, `${entry}/historia/1/2`, `${entry}/historia/1/vuelta`, `${entry}/retiro`, '/plan/inventario/duplicados', '/plan/inventario?retirados=si', '/plan/inventario/duplicados/baja-de-vehiculos/solicitud-de-baja-de-vehiculo']) {
    await paola.goto(path);
    await check(paola);
  }
});

test('nothing was wrong on any page: accessibility, markup, width, words', async () => assert.deepEqual(await journey.faults(), []));
