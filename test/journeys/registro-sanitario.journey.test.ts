import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { scanned } from '#support/journey/pdf.ts';
import { startJourney, type Journey } from '#support/journey/site.ts';
import { answerTask, awaitText, download, fillDay, follow, goOn, numberOf, openByNumber, pay, press, start, takeTask, taskBlock, verify } from '#support/journey/steps.ts';
import { check } from '#support/journey/watch.ts';

let journey: Journey;
before(async () => { journey = await startJourney(); });
after(() => journey.close());

async function apply(page: Page): Promise<void> {
  await start(page, 'registro-sanitario');
  await page.getByLabel('Razón social').fill('Laboratorios Altiplano S.R.L.');
  await page.getByLabel('NIT').fill('12');
  await page.getByLabel('Su cargo en la empresa').fill('Regente farmacéutica');
  await page.getByLabel('Nombre del regente farmacéutico').fill('María Elena Vaca Suárez');
  await goOn(page);
  assert.match(await page.locator('.govuk-error-summary').innerText(), /NIT/);
  await page.getByLabel('NIT').fill('1020304050');
  await goOn(page);
  await page.getByLabel('Nombre comercial').fill('Paracetamol Altiplano');
  await page.getByLabel('En Bolivia').check();
  await page.getByLabel('Laboratorio fabricante').fill('Laboratorios Altiplano S.R.L.');
  await page.getByLabel('Forma farmacéutica').selectOption('comprimido');
  await page.getByLabel('Presentación').fill('Caja de 20 comprimidos');
  await page.getByLabel('Venta libre').check();
  await goOn(page);
  await page.getByLabel('Denominación común internacional').fill('Paracetamol');
  await page.getByLabel('Concentración').fill('500 mg');
  await goOn(page, 'Agregar otro principio activo');
  await page.getByLabel('Denominación común internacional').nth(1).fill('Cafeína');
  await page.getByLabel('Concentración').nth(1).fill('65 mg');
  await page.getByLabel('Vida útil, en meses').fill('24');
  await goOn(page);
  for (const file of await page.locator('input[type=file]').all()) await file.setInputFiles(scanned('respaldo', 'Documento de respaldo'));
  await page.getByLabel('Sí', { exact: true }).check();
  await goOn(page);
  await goOn(page, 'Enviar la solicitud');
}

async function evaluate(page: Page, outcome: string): Promise<void> {
  await page.getByLabel('Completa', { exact: true }).check();
  await page.getByLabel('Relación entre beneficio y riesgo').fill('El beneficio supera el riesgo en las dosis indicadas.');
  await answerTask(page, outcome, 'El expediente sustenta la calidad del producto.');
}

test('a medicine: two evaluators who are not the same person, a laboratory, and the direction that signs', { timeout: 420_000 }, async () => {
  const [maria, gabriela, marco, silvia, hernan, teresa] = await Promise.all([
    journey.citizen('3987654', 'phone', '/tramites/registro-sanitario'), journey.officer('admision.agemed', 'desk'), journey.officer('evaluacion.agemed', 'desk'),
    journey.officer('evaluacion2.agemed', 'phone'), journey.officer('laboratorio.agemed', 'phone'), journey.officer('direccion.agemed', 'desk'),
  ]);
  await apply(maria);
  const number = await numberOf(maria), address = maria.url();
  await pay(maria);
  await takeTask(gabriela, number);
  await answerTask(gabriela, 'Admitir');

  await takeTask(silvia, number, 'Primera evaluación');
  await openByNumber(teresa, number);
  await taskBlock(teresa, 'Primera evaluación').getByText('Reasignar').click();
  await goOn(teresa, 'Reasignar');
  assert.match(await teresa.locator('.govuk-error-summary').innerText(), /Elija a quién/);
  await teresa.getByLabel('Persona que la atenderá').selectOption({ label: 'Marco Antonio Peredo Lima (0 a su cargo)' });
  await goOn(teresa, 'Reasignar');
  await press(silvia, 'Continuar');
  assert.match(await silvia.locator('main').innerText(), /Marco Antonio/, 'who had it meanwhile is told who has it now');

  await takeTask(marco, number, 'Primera evaluación');
  await evaluate(marco, 'Favorable');
  await openByNumber(marco, number);
  assert.match(await taskBlock(marco, 'Segunda evaluación').innerText(), /otra persona/, 'nobody evaluates twice');
  assert.equal(await taskBlock(marco, 'Segunda evaluación').getByRole('button').count(), 0);
  await marco.getByLabel('Escriba una nota para sus colegas').fill('La estabilidad se estudió a 30 °C.');
  await goOn(marco, 'Guardar la nota');

  await takeTask(silvia, number, 'Segunda evaluación');
  await openByNumber(silvia, number);
  const seen = await silvia.locator('main').innerText();
  assert.match(seen, /Primera evaluación: reservado/, 'that the other evaluator has finished shows');
  assert.doesNotMatch(seen, /El beneficio supera|El expediente sustenta/, 'and not what they think, as long as this one has not');
  await taskBlock(silvia, 'Segunda evaluación').getByText('Pedir opinión').click();
  await check(silvia);
  await silvia.getByLabel('Unidad').selectOption('laboratorio');
  await silvia.getByLabel('¿Qué desea consultar?').fill('¿La disolución se midió en seis unidades?');
  await goOn(silvia, 'Enviar la consulta');
  await openByNumber(hernan, number);
  await hernan.locator('.app-task').filter({ hasText: 'Consulta' }).getByRole('button', { name: 'Tomar' }).click();
  await follow(hernan, 'Responder');
  await goOn(hernan, 'Enviar la opinión');
  await hernan.getByLabel('Su opinión').fill('Sí, en seis unidades, y las seis cumplen.');
  await goOn(hernan, 'Enviar la opinión');

  await takeTask(hernan, number, 'Informe del laboratorio');
  await hernan.getByLabel('Número de informe').fill('LAB-2026-044');
  await fillDay(hernan, new Date());
  await hernan.getByLabel('Lote de la muestra').fill('A-7731');
  await hernan.getByLabel('Valoración del principio activo').fill('99,4');
  await answerTask(hernan, 'Cumple', 'La muestra cumple las especificaciones.');
  await takeTask(silvia, number, 'Segunda evaluación');
  assert.match(await silvia.locator('main').innerText(), /las seis cumplen/, 'what the laboratory answered stands beside the form');
  await evaluate(silvia, 'Favorable');

  await takeTask(teresa, number);
  await answerTask(teresa, 'Firmar', 'Se aprueba según los tres informes.');
  await takeTask(gabriela, number);
  await gabriela.getByLabel('Número de registro sanitario').fill('NN-12345/2026');
  await answerTask(gabriela, 'Registrar', 'Se asignó el número.');
  await openByNumber(teresa, number);
  await follow(teresa, 'Hoja de ruta para imprimir');
  await teresa.emulateMedia({ media: 'print' });
  assert.match(await teresa.locator('main').innerText(), /Marco Antonio Peredo Lima/);
  await teresa.emulateMedia({ media: 'screen' });

  await maria.goto(address);
  await awaitText(maria, 'Descargar el documento');
  const file = await download(maria, 'Descargar el documento');
  const stranger = await journey.person('phone');
  await verify(stranger, file, /Es auténtico y vale hasta/);

  await openByNumber(teresa, number);
  await follow(teresa, 'Revocar este documento');
  await goOn(teresa, 'Revocar el documento');
  assert.match(await teresa.locator('.govuk-error-summary').innerText(), /motivo/i);
  await teresa.getByLabel('Dejaron de cumplirse las condiciones').check();
  await teresa.getByLabel('Motivo', { exact: true }).fill('Se retiró el lote por una alerta.');
  await goOn(teresa, 'Revocar el documento');
  await verify(stranger, file, /revocado/i);
  await maria.goto(address);
  assert.match(await maria.locator('main').innerText(), /Revocado/i);
  await check(maria);
});

test('nothing was wrong on any page: accessibility, markup, width, words', async () => assert.deepEqual(await journey.faults(), []));
