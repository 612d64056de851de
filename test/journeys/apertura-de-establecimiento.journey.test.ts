import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { scanned } from '#support/journey/pdf.ts';
import { logInCitizen, logInOfficer, startJourney, type Journey } from '#support/journey/site.ts';
import { answerTask, awaitText, download, fillDay, follow, goOn, numberOf, openByNumber, start, takeTask, taskBlock, verify } from '#support/journey/steps.ts';
import { check } from '#support/journey/watch.ts';

let journey: Journey;
before(async () => { journey = await startJourney(); });
after(() => journey.close());

async function apply(page: Page): Promise<void> {
  await start(page, 'apertura-de-establecimiento-de-salud');
  await goOn(page);
  assert.match(await page.locator('.govuk-error-summary').innerText(), /Diga qué necesita/);
  await page.getByLabel('Abrir un establecimiento nuevo').check();
  await goOn(page);
  await page.getByLabel('Profesión').fill('Médico cirujano');
  await page.getByLabel('Matrícula profesional').fill('Ñ-1234');
  await goOn(page);
  await page.getByLabel('Nombre del establecimiento').fill('Consultorio «Ñáñez»');
  await page.getByLabel('Tipo de establecimiento').selectOption('clinica');
  await page.getByLabel('Dirección: calle, número y zona').fill('Calle Bolívar 100, zona Central');
  await page.getByLabel('Municipio').fill('Oruro');
  await page.getByLabel('Consulta externa').check();
  await goOn(page);
  assert.equal(await page.locator('.govuk-error-summary').count(), 0, 'a question that an answer makes appear is shown before it is demanded');
  await goOn(page);
  assert.match(await page.locator('.govuk-error-summary').innerText(), /número de camas/);
  await page.getByLabel('Número de camas').fill('cero');
  await goOn(page);
  await page.getByLabel('Número de camas').fill('12');
  await goOn(page);
  for (const file of await page.locator('input[type=file]').all()) await file.setInputFiles(scanned('titulo', 'Titulo'));
  await goOn(page);
  assert.match(await page.locator('main').innerText(), /Aquí no se le cobra nada\. La fuente no dice/, 'what nobody knows to be free is not called free');
  await goOn(page, 'Enviar la solicitud');
}

test('a health establishment: inspected, projected by one, confirmed by another', { timeout: 420_000 }, async () => {
  const [oscar, freddy, nestor, carmen] = await Promise.all([
    journey.citizen('5234876', 'desk', '/tramites/apertura-de-establecimiento-de-salud'), journey.officer('ventanilla.gad', 'phone'),
    journey.officer('suplencia.gad', 'desk'), journey.officer('direccion.gad', 'phone'),
  ]);
  await apply(oscar);
  const number = await numberOf(oscar), address = oscar.url();
  await takeTask(freddy, number);
  await answerTask(freddy, 'Admitir');

  await oscar.goto(address);
  await awaitText(oscar, 'Le toca elegir una cita');
  await follow(oscar, 'Elegir la cita');
  await oscar.locator('main ul.govuk-list--spaced a').first().click();
  await check(oscar);
  const time = oscar.locator('input[name=start]').first(), begins = new Date(await time.getAttribute('value') ?? '');
  await time.check();
  await goOn(oscar, 'Reservar la cita');

  await journey.jump((begins.getTime() - Date.now()) / 3_600_000 + 1);
  const [roxana] = await Promise.all([
    journey.officer('inspeccion.gad', 'phone'), logInOfficer(nestor, 'suplencia.gad'), logInOfficer(carmen, 'direccion.gad'), logInCitizen(oscar, '5234876', new URL(address).pathname),
  ]);
  await takeTask(roxana, number);
  await answerTask(roxana, 'Conforme', 'Cumple las condiciones.');
  assert.match(await roxana.locator('.govuk-error-summary').innerText(), /fecha de la inspección/, 'no finding without its record');
  await fillDay(roxana, begins);
  await roxana.getByLabel('Quién atendió la inspección').fill('Óscar Ñáñez');
  await roxana.getByLabel('Agua potable y desagüe').check();
  await roxana.getByLabel('Salidas de emergencia y extintores').check();
  await roxana.getByLabel('Hallazgos').fill('Todo en orden.');
  await answerTask(roxana, 'Conforme', 'Cumple las condiciones.');

  await takeTask(nestor, number);
  await nestor.getByLabel('Número de resolución').fill('RA SEDES 045/2026');
  await nestor.getByLabel('Fundamento').fill('El acta es conforme.');
  await answerTask(nestor, 'Autorizar', 'Corresponde autorizar.');
  await openByNumber(nestor, number);
  assert.match(await taskBlock(nestor, 'Confirmar y firmar la resolución').innerText(), /otra persona/, 'who projected it does not confirm it, though the unit is theirs too');
  assert.equal(await nestor.getByRole('button', { name: 'Tomar' }).count(), 0);
  await takeTask(carmen, number);
  await answerTask(carmen, 'Confirmar', 'De acuerdo con el proyecto.');

  await oscar.goto(address);
  await awaitText(oscar, 'Descargar el documento');
  assert.match(await oscar.locator('main').innerText(), /Vigente hasta/);
  const file = await download(oscar, 'Descargar el documento');
  await verify(await journey.person('phone'), file, /vale hasta/);

  const code = /[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(await oscar.locator('main').innerText())?.[0] ?? '';
  await start(oscar, 'apertura-de-establecimiento-de-salud');
  await oscar.getByLabel('Renovar una autorización que está por vencer').check();
  await goOn(oscar);
  await oscar.getByLabel('Código de la autorización anterior').fill('no lo sé');
  await goOn(oscar);
  assert.match(await oscar.locator('.govuk-error-summary').innerText(), /doce signos/);
  await oscar.getByLabel('Código de la autorización anterior').fill(code);
  await goOn(oscar);
  assert.match(await oscar.locator('h1').innerText(), /Responsable/, 'a renewal names the document that it continues');
});

test('nothing was wrong on any page: accessibility, markup, width, words', async () => assert.deepEqual(await journey.faults(), []));
