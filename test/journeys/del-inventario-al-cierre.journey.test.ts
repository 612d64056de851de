import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { addDays, localDateOf } from '#kernel/clock.ts';
import { moveDate } from '#support/journey/date.ts';
import { portalFile, portalRecord } from '#support/journey/inventory.ts';
import { scanned } from '#support/journey/pdf.ts';
import { answer, approve, authorise, conform, register, registerActs, registerResolution, sendObservation, writeObservation, writtenPlan } from '#support/journey/plan.ts';
import { startJourney, type Journey } from '#support/journey/site.ts';
import { answerTask, awaitText, download, fillDate, follow, goOn, mainText, numberOf, open, pay, start, takeTask } from '#support/journey/steps.ts';
import { check } from '#support/journey/watch.ts';

// One procedure under one identifier, from the line of a file to the closed recommendation.
const slug = 'copias-simples', procedureId = `aduana-nacional/${slug}`, name = 'Solicitud de copias simples', entry = `/plan/inventario/tramite/${slug}`;
const daysAhead = 30, laterDay = addDays(localDateOf(new Date()), daysAhead);

let journey: Journey, marcela: Page;
before(async () => { journey = await startJourney(); marcela = await journey.officer('gobierno.aduana', 'desk'); });
after(() => journey.close());

test('an empty inventory is filled from a file, put in order, and one of a hundred becomes a draft', { timeout: 120_000 }, async () => {
  await open(marcela, '/plan/inventario');
  assert.match(await mainText(marcela), /El inventario está vacío/);
  await open(marcela, '/plan/inventario/importacion');
  await marcela.locator('input[type=file]').setInputFiles(portalFile(100, portalRecord({ id: 100, name, slug, isFree: true })));
  await goOn(marcela, 'Revisar el archivo');
  assert.match(await mainText(marcela), /100\s+nuevos/);
  await goOn(marcela, 'Importar 100 trámites');
  await open(marcela, `${entry}/demanda`);
  await marcela.getByLabel('Solicitudes al año').fill('9.000');
  await marcela.getByLabel('Personas a las que beneficia').fill('40.000');
  await goOn(marcela);
  await open(marcela, '/plan/priorizacion');
  assert.match(await marcela.locator('tbody tr').first().innerText(), new RegExp(name), 'what most people ask for is first');
  await goOn(marcela, 'Guardar este orden');
  await open(marcela, entry);
  await follow(marcela, 'Preparar el trámite en línea');
  assert.match(await mainText(marcela), new RegExp(`identificador ${procedureId}[\\s\\S]*ensayos, todos bien`));
});

test('the strategy begins from that order with that procedure, and is taken along', { timeout: 120_000 }, async () => {
  await open(marcela, '/plan/estrategia/nueva');
  await goOn(marcela, 'Continuar');
  await marcela.getByLabel(name).check();
  await goOn(marcela, 'Guardar');
  const strategy = new URL(marcela.url()).pathname;
  assert.match(await mainText(marcela), new RegExp(name));
  await open(marcela, `${strategy}/documento`);
  assert.match(await mainText(marcela), new RegExp(name));
  await marcela.locator('summary', { hasText: 'Descargar' }).first().click();
  for (const [link, magic] of [['Descargar ODT', 'PK'], ['Descargar PDF', '%PDF']] as const) assert.equal((await download(marcela, link)).subarray(0, magic.length).toString(), magic);
});

test('the plan with that procedure is observed, corrected, approved, in force, and read by anybody', { timeout: 180_000 }, async () => {
  const [reviewer, authority, stranger] = await Promise.all([journey.officer('revision.agetic', 'desk'), journey.officer('mae.aduana', 'desk'), journey.person('desk')]);
  // How the other sections are written is lived in the journey of the institutional plan.
  const plan = await writtenPlan(journey, 'aduana-nacional', 'gobierno.aduana');
  await open(marcela, `${plan}/seccion/proyectos/proyectos/nueva`);
  await marcela.getByLabel('Código').fill('P2');
  await marcela.getByLabel('Nombre').fill(name);
  await goOn(marcela, 'Guardar');
  await registerActs(reviewer);
  await register(marcela, plan);
  await writeObservation(reviewer, 'Aduana Nacional');
  await sendObservation(reviewer);
  await answer(marcela, plan);
  await moveDate(stranger, laterDay);
  await conform(reviewer, 'Aduana Nacional');
  const code = await approve(marcela, plan);
  await authorise(authority, plan, code, { confidential: false, daysAhead });
  await registerResolution(marcela, plan);
  await open(stranger, '/planes');
  await follow(stranger, 'Plan de prueba');
  assert.match(await mainText(stranger), new RegExp(`${code}[\\s\\S]*${name}`));
});

// No goal of the plans counts what was finished; the page of the entity does.
test('goal 4.1 of the plan and the figures of the entity move because a case was finished, and not because it was handed in', { timeout: 180_000 }, async () => {
  const anybody = await journey.person('desk'), board = '/tablero/entidad/aduana-nacional', goal = '/tablero/meta/4.1', rosa = await journey.citizen('4567891', 'desk', `/tramites/${slug}`);
  await open(anybody, board);
  assert.match(await mainText(anybody), /0\s+terminadas/);
  await start(rosa, slug);
  await rosa.getByLabel('Soy quien importó').check();
  await goOn(rosa);
  await rosa.getByLabel('Tipo de documento').selectOption({ index: 1 });
  await rosa.getByLabel('Año del documento').fill('2024');
  await rosa.getByLabel('Describa el documento').fill('Declaración de importación de un vehículo, de marzo de 2024.');
  await goOn(rosa);
  await rosa.locator('input[type=file]').first().setInputFiles(scanned('carta', 'Carta de solicitud'));
  await goOn(rosa);
  await goOn(rosa, 'Enviar la solicitud');
  const number = await numberOf(rosa), address = rosa.url();
  await pay(rosa);
  const figures = (finished: number, inTerm: string): RegExp => new RegExp(`1\\s+solicitudes recibidas[\\s\\S]*${finished}\\s+terminadas[\\s\\S]*${name}\\s+1\\s+${finished}\\s+${inTerm}`);
  await awaitMatch(anybody, board, figures(0, 'Sin base'));
  await awaitMatch(anybody, goal, /(?<![\d,])0\s%\s+computado/);

  const lidia = await journey.officer('ventanilla.aduana', 'desk'), wilson = await journey.officer('archivo.aduana', 'desk');
  await takeTask(lidia, number);
  await answerTask(lidia, 'Admitir');
  await takeTask(wilson, number);
  await wilson.getByLabel('Documento hallado').fill('Declaración de mercancías 2024/201/C-1234');
  await wilson.getByLabel('Número de fojas').fill('3');
  await wilson.getByLabel('Copia escaneada').setInputFiles(scanned('declaracion-2024', 'Declaracion de mercancias'));
  await wilson.getByLabel('Ubicación en el archivo').fill('Estante 4, caja 12');
  await answerTask(wilson, 'Entregar', 'Se encontró la declaración.');
  await open(rosa, address);
  await awaitText(rosa, 'Descargar el documento');
  assert.equal((await download(rosa, 'Descargar el documento')).subarray(0, 4).toString(), '%PDF');
  await awaitMatch(anybody, board, figures(1, '1 de 1'));
  await awaitMatch(anybody, goal, /[1-9][\d,]*\s%\s+computado/);
});

/** Opens the address until it says so: figures are counted by a job. */
async function awaitMatch(page: Page, address: string, expected: RegExp, secondsMax = 90): Promise<void> {
  const until = Date.now() + secondsMax * 1_000;
  await page.goto(address);
  while (!expected.test(await mainText(page)) && Date.now() < until) { await page.waitForTimeout(1_000); await page.reload(); }
  assert.match(await mainText(page), expected);
  await check(page);
}

test('the checks see that what the inventory calls free was charged; it becomes a recommendation that is kept and closed', { timeout: 180_000 }, async () => {
  const [lourdes, authority] = await Promise.all([journey.officer('examen.contraloria', 'desk'), journey.officer('mae.aduana', 'desk')]);
  await open(lourdes, '/control/examenes/nuevo');
  await lourdes.getByLabel('Entidad que se examina').selectOption({ label: 'Aduana Nacional' });
  await lourdes.getByLabel('Referencia').fill('Supervisión de los trámites en línea de la Aduana Nacional');
  await lourdes.getByLabel('Supervisión', { exact: true }).check();
  await lourdes.getByLabel('Objetivo').fill('Comprobar que los trámites en línea son como se declaran.');
  await lourdes.getByLabel('Objeto', { exact: true }).fill('El inventario, el plan y los trámites en línea.');
  await lourdes.getByLabel('Número de informe').fill('K3/AN01/26');
  await fillDate(lourdes, 'fecha_emision', laterDay);
  await lourdes.locator('main form button[type=submit]').first().click();
  await check(lourdes);
  const examination = new URL(lourdes.url()).pathname;
  await open(lourdes, '/control/comprobaciones');
  await follow(lourdes, 'Aduana Nacional');
  const results = new URL(lourdes.url()).pathname;
  await goOn(lourdes, 'Comprobar ahora');
  await follow(lourdes, `El trámite «${name}» cobra, y el inventario dice que es gratuito`);
  await goOn(lourdes, 'Convertir en hallazgo');
  await lourdes.getByLabel('Alto', { exact: true }).check();
  await goOn(lourdes, 'Guardar');
  await follow(lourdes, 'Agregar una recomendación');
  await lourdes.getByLabel('Qué se recomienda').fill('Declarar en el inventario lo que cuesta el trámite.');
  await lourdes.getByLabel('Tipo', { exact: true }).selectOption({ label: 'Actualizar procesos de trámites' });
  await lourdes.getByLabel(/^H1:/).check();
  await goOn(lourdes, 'Guardar');
  await open(lourdes, examination);
  await follow(lourdes, 'Emitir el informe');
  await goOn(lourdes, 'Emitir el informe');
  await follow(lourdes, 'Notificar a la entidad');
  await goOn(lourdes, 'Notificar el informe');

  await open(authority, '/control/recomendaciones');
  await authority.locator('tbody a').first().click();
  await follow(authority, 'Responder');
  await authority.getByLabel('Sí, la acepta').check();
  await authority.getByLabel('Cargo de quien firma').fill('Presidenta Ejecutiva');
  await goOn(authority, 'Responder');
  const recommendation = new URL(authority.url()).pathname;
  await open(marcela, recommendation);
  await follow(marcela, 'Registrar el plan de acción');
  for (const [label, value] of [['Qué se hará', 'Corregir la ficha del trámite.'], ['Cantidad', '1'], ['En qué se mide', 'ficha corregida'], ['Responsable', 'Ventanilla']] as const) await marcela.getByLabel(label, { exact: true }).fill(value);
  await fillDate(marcela, 'acciones.0.inicio', laterDay);
  await fillDate(marcela, 'acciones.0.fin', addDays(laterDay, 5));
  await goOn(marcela, 'Registrar el plan de acción');
  await open(marcela, `${entry}/tiempo-y-costo`);
  await marcela.getByRole('group', { name: '¿Es gratuito?' }).getByLabel('No', { exact: true }).check();
  await goOn(marcela);
  await marcela.getByLabel('¿Cuánto cuesta?').fill('3,00');
  await goOn(marcela);
  await open(marcela, recommendation);
  await follow(marcela, 'Informar que está cumplida');
  await marcela.getByLabel('Cómo se cumplió').fill('La ficha dice lo que cuesta el trámite.');
  await marcela.getByLabel('Qué es', { exact: true }).fill('Ficha del trámite en el inventario');
  await goOn(marcela, 'Informar que está cumplida');

  await open(lourdes, results);
  await goOn(lourdes, 'Comprobar ahora');
  assert.equal(await lourdes.locator('tbody').getByText('dice que es gratuito').count(), 0, 'what was mended is not found again');
  assert.equal(await lourdes.locator('summary', { hasText: 'Lo que ya no está' }).count(), 1);
  await open(lourdes, recommendation);
  await follow(lourdes, 'Empezar la verificación');
  await goOn(lourdes, 'Empezar la verificación');
  await follow(lourdes, 'Anotar la verificación');
  await lourdes.getByLabel('Cumplida', { exact: true }).check();
  await lourdes.getByLabel('Sí', { exact: true }).check();
  await lourdes.getByLabel('Con qué se comprobó').fill('La comprobación automática ya no lo encuentra.');
  await goOn(lourdes, 'Anotar la verificación');
  assert.match(await mainText(lourdes), /Cerrada: cumplida/);
});

test('nothing was wrong on any page: accessibility, markup, width, words', async () => assert.deepEqual(await journey.faults(), []));
