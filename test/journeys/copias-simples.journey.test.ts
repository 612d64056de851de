import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { scanned } from '#support/journey/pdf.ts';
import { picture, startJourney, type Journey } from '#support/journey/site.ts';
import { answerTask, awaitText, download, goOn, numberOf, pay, start, takeTask, verify } from '#support/journey/steps.ts';
import { check } from '#support/journey/watch.ts';

const copy = scanned('declaracion-2023', 'Declaracion de mercancias');
let journey: Journey;
before(async () => { journey = await startJourney(); });
after(() => journey.close());

async function fillIn(page: Page): Promise<void> {
  await start(page, 'copias-simples');
  await picture(page, 'formulario');
  const form = page.url();
  await page.goto(form.replace(/pagina\/.*/, 'revisar'));
  await check(page);
  assert.match(await page.locator('main').innerText(), /Para poder enviar falta/, 'who looks ahead is not told that it can be sent');
  await page.goto(form);
  await goOn(page);
  assert.match(await page.locator('.govuk-error-summary').innerText(), /Diga en calidad de qué pide la copia/, 'what is missing is said on top');
  await page.getByLabel('Soy quien importó').check();
  await goOn(page);
  await page.getByLabel('Tipo de documento').selectOption({ index: 1 });
  await page.getByLabel('Año del documento').fill('mil');
  await page.getByLabel('Describa el documento').fill('Declaración de importación de un vehículo, de marzo de 2024.');
  await goOn(page);
  assert.match(await page.title(), /^Error: /);
  await page.getByLabel('Año del documento').fill('2024');
  await goOn(page);
  await page.locator('input[type=file]').first().setInputFiles({ name: 'carta.pdf', mimeType: 'application/pdf', buffer: Buffer.from('esto no es un PDF') });
  await goOn(page);
  assert.match(await page.locator('.govuk-error-summary').innerText(), /carta/, 'a file that is something else is refused by its content');
  await page.locator('input[type=file]').first().setInputFiles(scanned('carta', 'Carta de solicitud'));
  await goOn(page);
}

test('from the public page to the sealed copy', { timeout: 420_000 }, async () => {
  const rosa = await journey.citizen('4567891', 'phone', '/tramites/copias-simples');
  await picture(rosa, 'tramite');
  await fillIn(rosa);
  await picture(rosa, 'revision');
  await goOn(rosa, 'Enviar la solicitud');
  const number = await numberOf(rosa), address = rosa.url();
  assert.match(await rosa.locator('main').innerText(), /Estamos preparando|Le toca pagar/, 'nobody is sent away while the order of payment is being made');
  await rosa.goBack();
  await check(rosa);
  assert.match(await rosa.locator('main').innerText(), /ya está enviada/, 'the back button leads to the case');
  await rosa.goto('/mis-tramites');
  assert.equal(await rosa.getByText(number).count(), 1, 'and there is one case');
  await rosa.goto(address);
  await awaitText(rosa, 'Le toca pagar');
  await picture(rosa, 'pago');
  await pay(rosa);

  const lidia = await journey.officer('ventanilla.aduana', 'desk');
  await lidia.goto('/escritorio?bandeja=sin-asignar');
  await check(lidia);
  await picture(lidia, 'escritorio');
  await takeTask(lidia, number);
  await picture(lidia, 'tarea');
  await answerTask(lidia, 'Observar');
  assert.match(await lidia.locator('.govuk-error-summary').innerText(), /./, 'an observation names what must be corrected');
  await lidia.getByLabel('Año del documento', { exact: true }).check();
  await lidia.getByLabel('Qué debe corregir en «Año del documento»').fill('El documento es de otro año.');
  await answerTask(lidia, 'Observar', 'Revise el año.');

  await rosa.goto(address);
  await awaitText(rosa, 'Le toca corregir');
  await picture(rosa, 'expediente');
  await rosa.getByText('Corregir y enviar').click();
  await check(rosa);
  assert.equal(await rosa.locator('main textarea').count(), 0, 'only what was observed can be changed');
  await rosa.getByLabel('Año del documento').fill('2023');
  await goOn(rosa, 'Enviar las correcciones');

  await takeTask(lidia, number);
  await answerTask(lidia, 'Admitir');
  const wilson = await journey.officer('archivo.aduana', 'desk');
  await takeTask(wilson, number);
  await answerTask(wilson, 'Entregar');
  assert.match(await wilson.locator('.govuk-error-summary').innerText(), /documento hallado[\s\S]*motivo/, 'what is missing is said in the order of the page');
  await wilson.getByLabel('Documento hallado').fill('Declaración de mercancías 2023/201/C-1234');
  await wilson.getByLabel('Número de fojas').fill('3');
  await wilson.getByLabel('Copia escaneada').setInputFiles(copy);
  await wilson.getByLabel('Ubicación en el archivo').fill('Estante 4, caja 12');
  await answerTask(wilson, 'Entregar', 'Se encontró la declaración.');

  await rosa.goto(address);
  await awaitText(rosa, 'Descargar el documento');
  assert.deepEqual(await download(rosa, copy.name), copy.buffer, 'the scanned copy itself is handed over');
  const file = await download(rosa, 'Descargar el documento');
  assert.equal(file.subarray(0, 5).toString(), '%PDF-');
  await rosa.goto('/buzon');
  await check(rosa);
  assert.match(await rosa.locator('main').innerText(), new RegExp(number), 'the mailbox tells of it');
  await rosa.goto(`${new URL(address).pathname}/consultas`);
  assert.match(await rosa.locator('main').innerText(), /Lidia Choque/, 'the applicant sees who looked');
  await check(rosa);

  const stranger = await journey.person('phone');
  await stranger.goto('/');
  await check(stranger);
  await picture(stranger, 'inicio');
  await stranger.goto('/verificar');
  await picture(stranger, 'verificar');
  await verify(stranger, file, /El archivo es auténtico/);
  await picture(stranger, 'certificado');
  const altered = Buffer.from(file);
  altered[Math.floor(altered.length / 2)] = (altered[Math.floor(altered.length / 2)] ?? 0) ^ 1;
  await verify(stranger, altered, /^(?!El archivo es auténtico)/);
});

test('nothing was wrong on any page: accessibility, markup, width, words', async () => assert.deepEqual(await journey.faults(), []));
