import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { portalFile } from '#support/journey/inventory.ts';
import { startJourney, type Journey } from '#support/journey/site.ts';
import { download, follow, goOn } from '#support/journey/steps.ts';
import { check } from '#support/journey/watch.ts';

let journey: Journey;
before(async () => { journey = await startJourney(); });
after(() => journey.close());

const entry = '/plan/inventario/tramite/devolucion-de-tributos';

test('an inventory is filled from what is published, from a file and by hand, ranked, and becomes a draft', { timeout: 240_000 }, async () => {
  const paola = await journey.officer('diseno', 'desk'), main = () => paola.locator('main').innerText();
  await paola.goto('/plan');
  await follow(paola, 'Inventario de trámites');
  assert.match(await main(), /El inventario está vacío/);
  await goOn(paola, 'Traer los trámites publicados');
  assert.match(await main(), /Solicitud de copias simples/);

  await follow(paola, 'Subir un archivo');
  await goOn(paola, 'Revisar el archivo');
  assert.match(await paola.locator('.govuk-error-summary').innerText(), /Elija un archivo/);
  await paola.locator('input[type=file]').setInputFiles(portalFile(100));
  await goOn(paola, 'Revisar el archivo');
  assert.match(await main(), /100\s+nuevos/);
  await goOn(paola, 'Importar 100 trámites');

  await follow(paola, 'Agregar un trámite');
  await goOn(paola, 'Continuar');
  assert.match(await paola.locator('.govuk-error-summary').innerText(), /Escriba el nombre/);
  await paola.getByLabel('Nombre del trámite o servicio').fill('Devolución de tributos');
  await goOn(paola, 'Continuar');
  await paola.getByLabel('¿Para qué sirve?').fill('Devuelve lo que se pagó de más en un despacho, a quien lo pagó.');
  await goOn(paola);
  await paola.getByLabel('Solicitudes al año').fill('mil');
  await goOn(paola);
  assert.match(await paola.locator('.govuk-error-summary').innerText(), /solicitudes al año/i);
  await paola.goBack();
  await check(paola);
  await paola.goto(entry);
  await check(paola);
  await follow(paola, 'Corregir: No nombra ninguna norma que lo respalde.');
  assert.match(paola.url(), /\/normas#base_legal$/);

  await paola.goto('/plan/inventario/tramite/tramite-2/demanda');
  await paola.getByLabel('Solicitudes al año').fill('9.000');
  await paola.getByLabel('Personas a las que beneficia').fill('40.000');
  await goOn(paola);
  await paola.goto('/plan/priorizacion');
  await check(paola);
  await paola.getByText('Cómo se calculó').first().click();
  assert.match(await paola.locator('tbody tr').first().innerText(), /Autorización 2 de despacho[\s\S]*Volumen: 9\.000 solicitudes al año/);
  await paola.getByText('Cambiar los pesos').click();
  await paola.getByLabel('Volumen').fill('10');
  await goOn(paola, 'Ordenar con estos pesos');
  await goOn(paola, 'Guardar este orden');
  assert.match(await main(), /Volumen 10/);

  await paola.goto('/plan/una-sola-vez');
  await check(paola);
  assert.match(await paola.locator('tbody tr').first().innerText(), /Cédula de identidad[\s\S]*SEGIP[\s\S]*100 trámites[\s\S]*9\.000/);
  await paola.goto('/plan/carga');
  await check(paola);
  await paola.getByText('Cambiar las cifras').click();
  await paola.getByLabel('Un viaje de ida y vuelta a la oficina', { exact: true }).fill('cinco');
  await goOn(paola, 'Calcular con estas cifras');
  assert.match(await paola.locator('.govuk-error-summary').innerText(), /en bolivianos/);
  await paola.getByLabel('Un viaje de ida y vuelta a la oficina', { exact: true }).fill('5,50');
  await paola.getByLabel('De dónde sale: Un viaje de ida y vuelta a la oficina').fill('Pasaje urbano, ejemplo');
  await goOn(paola, 'Calcular con estas cifras');
  assert.match(await paola.locator('tbody tr').first().innerText(), /Autorización 2 de despacho/);
  await paola.goto('/plan/inventario/tramite/tramite-2');
  await follow(paola, 'Preparar el trámite en línea');
  assert.match(await main(), /4 ensayos, todos bien/);
  assert.equal((await download(paola, 'Descargar el borrador')).subarray(0, 2).toString(), 'PK');
});

test('the same pages on a telephone', { timeout: 120_000 }, async () => {
  const paola = await journey.officer('diseno', 'phone');
  for (const path of ['/plan/inventario', '/plan/inventario?q=tributos&defectos=si', '/plan/inventario/nueva', '/plan/inventario/importacion', entry, `${entry}/demanda`, `${entry}/requisitos`, `${entry}/normas`, '/plan/priorizacion', '/plan/una-sola-vez', '/plan/carga', '/plan/borradores/tramite-2']) {
    await paola.goto(path);
    await check(paola);
  }
});

test('nothing was wrong on any page: accessibility, markup, width, words', async () => assert.deepEqual(await journey.faults(), []));
