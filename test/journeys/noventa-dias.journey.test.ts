import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { picture, startJourney, type Journey } from '#support/journey/site.ts';
import { download, follow, goOn } from '#support/journey/steps.ts';
import { check } from '#support/journey/watch.ts';

let journey: Journey, home = '';
before(async () => { journey = await startJourney(); });
after(() => journey.close());

async function day(page: Page, name: string, date: string, month: string, year: string): Promise<void> {
  for (const [part, value] of [['day', date], ['month', month], ['year', year]] as const) await page.locator(`input[name="${name}-${part}"]`).fill(value);
}

test('a programme is started, its steps are taken, its parts filled in, and it comes out as a document', { timeout: 240_000 }, async () => {
  const rosa = await journey.officer('gobierno.gad', 'desk'), main = () => rosa.locator('main').innerText();
  await rosa.goto('/plan');
  await follow(rosa, 'Programa de 90 días');
  assert.match(await main(), /Todavía no hay un programa/);
  await follow(rosa, 'Iniciar un programa');
  await goOn(rosa, 'Guardar');
  assert.match(await rosa.locator('.govuk-error-summary').innerText(), /nombre del programa/);
  await rosa.getByLabel('Nombre del programa').fill('Oruro en línea');
  await day(rosa, 'inicio', '1', '9', '2026');
  await goOn(rosa, 'Guardar');
  home = new URL(rosa.url()).pathname;
  assert.match(await main(), /0 de 10[\s\S]*Lo que requiere atención[\s\S]*Paso 1: Decidir la digitalización/);

  await rosa.getByRole('link', { name: '1. Decidir la digitalización desde la máxima autoridad' }).click();
  await check(rosa);
  await follow(rosa, 'Actualizar el paso');
  await rosa.getByLabel('Terminado').check();
  await rosa.getByLabel('Responsable').fill('Rosa Choque, responsable de gobierno electrónico');
  await goOn(rosa, 'Agregar evidencia');
  await rosa.getByLabel('Documento o resultado').fill('Acta de compromiso de la Gobernación');
  await rosa.getByLabel('Dirección en internet').fill('acta.pdf');
  await goOn(rosa, 'Guardar');
  assert.match(await rosa.locator('.govuk-error-summary').innerText(), /https:\/\//);
  await rosa.getByLabel('Dirección en internet').fill('https://ejemplo.bo/acta');
  await goOn(rosa, 'Guardar');
  assert.match(await main(), /Acta de compromiso[\s\S]*Historia[\s\S]*Terminado/);
  await follow(rosa, 'Actualizar el paso');
  await rosa.getByLabel('Qué se avanzó o qué falta').fill('La firmó la Gobernación.');
  await goOn(rosa, 'Guardar');
  await rosa.goBack();
  await check(rosa);
  assert.equal(await rosa.getByLabel('Qué se avanzó o qué falta').inputValue(), 'La firmó la Gobernación.', 'the back button shows what was kept');
  await goOn(rosa, 'Guardar');

  await rosa.goto(`${home}/partes/actividades`);
  await goOn(rosa, 'Agregar actividad');
  assert.match(await main(), /Agregar otra actividad/);
  await rosa.getByLabel('Actividad', { exact: true }).fill('Levantar el inventario de trámites');
  await rosa.getByLabel('Responsable').fill('Unidad de Sistemas');
  await day(rosa, 'actividades.0.inicio', '5', '9', '2026');
  await day(rosa, 'actividades.0.fin', '30', '10', '2026');
  await rosa.getByLabel('Avance').fill('60');
  await goOn(rosa, 'Guardar');
  await rosa.goto(`${home}/partes/presupuesto`);
  await rosa.getByLabel('Tecnología: previsto').fill('mucho');
  await goOn(rosa, 'Guardar');
  await rosa.getByLabel('Tecnología: previsto').fill('120.000');
  await goOn(rosa, 'Guardar');
  await follow(rosa, 'Objetivos y resultados clave');
  await follow(rosa, 'Agregar un resultado clave');
  await rosa.getByLabel('Objetivo').fill('Que la gente no haga filas');
  await rosa.getByLabel('Resultado que se mide').fill('Trámites que se pueden hacer en línea');
  await rosa.getByLabel('Unidad').fill('trámites');
  await rosa.getByLabel('Valor de partida').fill('0');
  await rosa.getByLabel('Meta').fill('5');
  await rosa.getByLabel('Cada mes').check();
  await goOn(rosa, 'Guardar');
  for (const [month, value] of [['9', '1'], ['10', '2']] as const) {
    await follow(rosa, 'Anotar un valor');
    await day(rosa, 'dia', '15', month, '2026');
    await rosa.getByLabel('Valor medido').fill(value);
    await goOn(rosa, 'Guardar');
  }
  assert.match(await main(), /2 trámites[\s\S]*40 %/);
  await picture(rosa, 'noventa-dias-resultados');

  await rosa.goto(home);
  await check(rosa);
  assert.match(await main(), /1 de 10[\s\S]*Levantar el inventario de trámites[\s\S]*Unidad de Sistemas/);
  await picture(rosa, 'noventa-dias');
  await follow(rosa, 'Leer el programa completo');
  assert.match(await main(), /Cuadro 1\. Estado de los diez pasos[\s\S]*Gráfico 1\. Plan de acción en el tiempo[\s\S]*Por completar/);
  await picture(rosa, 'noventa-dias-documento');
  assert.equal((await download(rosa, 'Descargar ODT')).toString('latin1', 0, 2), 'PK');
  assert.equal((await download(rosa, 'Descargar PDF')).toString('latin1', 0, 4), '%PDF');
});

test('the authority reads it and is asked for nothing', { timeout: 60_000 }, async () => {
  const authority = await journey.officer('mae.gad', 'desk');
  for (const path of [home, `${home}/pasos/1`, `${home}/resultados`]) {
    await authority.goto(path);
    await check(authority);
    assert.equal(await authority.locator('main form').count(), 0, path);
  }
});

test('the same pages on a telephone', { timeout: 120_000 }, async () => {
  const rosa = await journey.officer('gobierno.gad', 'phone');
  for (const path of ['/plan/noventa-dias', '/plan/noventa-dias/nuevo', home, `${home}/documento`, `${home}/pasos/1`, `${home}/pasos/1/cambio`, `${home}/partes/actividades`, `${home}/partes/estructura`, `${home}/resultados`]) {
    await rosa.goto(path);
    await check(rosa);
  }
});

test('nothing was wrong on any page: accessibility, markup, width, words', async () => assert.deepEqual(await journey.faults(), []));
