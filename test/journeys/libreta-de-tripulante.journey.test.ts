import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { scanned } from '#support/journey/pdf.ts';
import { logInCitizen, startJourney, type Journey } from '#support/journey/site.ts';
import { answerTask, awaitText, download, follow, goOn, numberOf, pay, press, start, takeTask, verify } from '#support/journey/steps.ts';
import { check } from '#support/journey/watch.ts';

let journey: Journey;
before(async () => { journey = await startJourney(); });
after(() => journey.close());

const juan = '6123450-1A';

async function apply(page: Page): Promise<void> {
  await start(page, 'libreta-de-tripulante-terrestre');
  await goOn(page);
  assert.match(await page.locator('.govuk-error-summary').innerText(), /Diga qué transporta/);
  await page.getByLabel('Conductor', { exact: true }).check();
  await page.getByLabel('Carga').check();
  await goOn(page);
  await page.getByLabel('Para una empresa, cooperativa o sindicato').check();
  await goOn(page);
  await page.getByLabel('Nombre de la empresa, cooperativa o sindicato').fill('Transportes del Altiplano S.R.L.');
  await goOn(page);
  await page.locator('input[type=file]').setInputFiles(scanned('cedula', 'Cedula de identidad'));
  await goOn(page);
  await goOn(page, 'Enviar la solicitud');
}

/** Takes the first time of the first day that is offered; gives when it begins. */
async function book(page: Page, button: string, dayIndex = 0): Promise<Date> {
  await page.locator('main ul.govuk-list--spaced a').nth(dayIndex).click();
  await check(page);
  await goOn(page, button);
  assert.match(await page.locator('.govuk-error-summary').innerText(), /Elija una hora/);
  const first = page.locator('input[name=start]').first();
  const begins = new Date(await first.getAttribute('value') ?? '');
  await first.check();
  await goOn(page, button);
  return begins;
}

test('a booklet: paid, booked, moved, cancelled, booked again, attended and in hand', { timeout: 180_000 }, async () => {
  const [applicant, edgar] = await Promise.all([journey.citizen(juan, 'desk', '/tramites/libreta-de-tripulante-terrestre'), journey.officer('ventanilla.migracion', 'desk')]);
  await apply(applicant);
  const number = await numberOf(applicant), address = applicant.url();

  await takeTask(edgar, number);
  await answerTask(edgar, 'Cumple');
  await applicant.reload();
  await pay(applicant);

  await awaitText(applicant, 'Le toca elegir una cita');
  await follow(applicant, 'Elegir la cita');
  const first = await book(applicant, 'Reservar la cita');
  assert.match(await applicant.locator('h1').innerText(), /está reservada/);
  await follow(applicant, 'Cambiar la cita');
  const second = await book(applicant, 'Cambiar la cita', 1);
  assert.ok(second > first);
  assert.match(await applicant.locator('h1').innerText(), /cambió/);
  await follow(applicant, 'Ver el comprobante para imprimir');
  await applicant.goto(address);
  await awaitText(applicant, 'Tiene una cita');
  assert.match(await applicant.locator('main').innerText(), /Av\. Camacho/, 'the case says where, too');
  await follow(applicant, 'Ver, cambiar o cancelar la cita');
  await follow(applicant, 'Cancelar la cita');
  await goOn(applicant, 'Cancelar la cita');
  assert.match(await applicant.locator('.govuk-error-summary').innerText(), /Escriba el motivo/);
  await applicant.getByLabel('Motivo').fill('Ese día estaré de viaje.');
  await goOn(applicant, 'Cancelar la cita');
  await awaitText(applicant, 'Le toca elegir una cita');
  await follow(applicant, 'Elegir la cita');
  const begins = await book(applicant, 'Reservar la cita');
  const calendar = await download(applicant, 'Guardar en el calendario de su teléfono');
  assert.match(calendar.toString(), /^BEGIN:VCALENDAR/);

  const nancy = await journey.officer('emision.migracion', 'phone');
  await nancy.goto(`/escritorio/agenda?dia=${begins.toISOString().slice(0, 10)}`);
  await check(nancy);
  await journey.jump((begins.getTime() - Date.now()) / 3_600_000 - 0.25);
  await logInCitizen(applicant, juan, new URL(address).pathname);
  await check(applicant);
  const again = await journey.officer('emision.migracion', 'phone');
  await follow(again, 'Agenda de citas');
  await press(again, 'Se atendió');
  assert.match(await again.locator('main').innerText(), /Atendida/);

  await takeTask(again, number);
  await again.getByLabel('Sí', { exact: true }).check();
  await again.getByLabel('Número de la libreta').fill('LT-000123');
  await again.getByLabel('Lugar de emisión').selectOption('LP');
  await answerTask(again, 'Emitir', 'Cumple los requisitos y la cédula coincide.');

  await applicant.goto(address);
  await awaitText(applicant, 'Descargar el documento');
  await verify(await journey.person('desk'), await download(applicant, 'Descargar el documento'), /vigente/i);
});

test('nothing was wrong on any page: accessibility, markup, width, words', async () => assert.deepEqual(await journey.faults(), []));
