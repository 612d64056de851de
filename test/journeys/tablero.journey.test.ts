import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { picture, startJourney, type Journey } from '#support/journey/site.ts';
import { answerTask, applyForBooklet, awaitText, download, follow, goOn, takeTask } from '#support/journey/steps.ts';
import { check } from '#support/journey/watch.ts';

let journey: Journey, declaration = '';
before(async () => { journey = await startJourney(); });
after(() => journey.close());

// The day in Bolivia.
const today = new Date(Date.now() - 4 * 3_600_000), year = String(today.getUTCFullYear());

test('an entity declares with evidence, the coordinating body approves, the agency accepts, and anybody sees it', { timeout: 240_000 }, async () => {
  const marcela = await journey.officer('gobierno.aduana', 'desk'), main = () => marcela.locator('main').innerText();
  await marcela.goto('/plan');
  await check(marcela);
  await follow(marcela, 'Indicadores declarados');
  assert.match(await main(), /Todavía no hay declaraciones/);
  await follow(marcela, 'Declarar un indicador');
  await goOn(marcela, 'Continuar');
  assert.match(await marcela.locator('.govuk-error-summary').innerText(), /Elija el indicador/);
  await marcela.getByLabel('Indicador').selectOption('5.2');
  await marcela.getByLabel('Periodo').selectOption(year);
  await goOn(marcela, 'Continuar');
  await marcela.getByLabel('Cuántos cumplen').fill('5');
  await marcela.getByLabel('De cuántos').fill('4');
  await goOn(marcela, 'Guardar el borrador');
  assert.match(await marcela.locator('.govuk-error-summary').innerText(), /No pueden cumplir más[\s\S]*quien firma/);
  await marcela.goBack();
  await check(marcela);
  await marcela.getByLabel('De cuántos').fill('4');
  await marcela.getByLabel('Cuántos cumplen').fill('3');
  await marcela.locator('#efectiva').fill(String(today.getUTCDate()));
  await marcela.locator('#efectiva-month').fill(String(today.getUTCMonth() + 1));
  await marcela.locator('#efectiva-year').fill(String(today.getUTCFullYear()));
  await marcela.getByLabel('¿Quién firma?').fill('Marcela Tapia Quisbert, responsable de gobierno electrónico');
  await marcela.getByLabel('Documento que lo demuestra').fill('Informe técnico 12/2026');
  await goOn(marcela, 'Guardar el borrador');
  declaration = new URL(marcela.url()).pathname;
  await goOn(marcela, 'Enviar');
  assert.match(await main(), /Enviada/);

  const sergio = await journey.officer('coordinacion.justicia', 'desk');
  await sergio.goto('/plan/indicadores');
  await check(sergio);
  await sergio.goto(declaration);
  await goOn(sergio, 'Devolver');
  assert.match(await sergio.locator('.govuk-error-summary').innerText(), /Escriba el motivo/);
  await sergio.goto(declaration);
  await goOn(sergio, 'Aprobar');
  const noelia = await journey.officer('revision.agetic', 'desk');
  await noelia.goto('/plan/indicadores');
  await check(noelia);
  await noelia.goto(declaration);
  await goOn(noelia, 'Aceptar y publicar');
  assert.match(await noelia.locator('main').innerText(), /Aceptada[\s\S]*Se aceptó[\s\S]*Se aprobó[\s\S]*Se envió/);
  await noelia.goto(declaration);
  await picture(noelia, 'declaracion');
  await marcela.goto('/plan/indicadores/dia');
  await check(marcela);
});

test('anybody reads the dashboard on a telephone, and takes its data along', { timeout: 120_000 }, async () => {
  const anybody = await journey.person('phone'), main = () => anybody.locator('main').innerText();
  await anybody.goto('/tablero');
  await check(anybody);
  assert.match(await main(), /Por confirmar[\s\S]*Todavía no se mide/);
  await follow(anybody, 'Meta 5.2');
  assert.match(await main(), /75\s%[\s\S]*declarado y aceptado/);
  for (const path of ['/tablero/linea/6', '/tablero/meta/6.2', '/tablero/meta/6.2?periodo=day', '/tablero/meta/1.3', '/tablero/entidad/aduana-nacional', '/tablero?gestion=2025']) {
    await anybody.goto(path);
    await check(anybody);
  }
  const desk = await journey.person('desk');
  for (const path of ['/tablero/linea/6', '/tablero/meta/6.2', '/tablero/entidad/aduana-nacional', '/tablero']) { await desk.goto(path); await check(desk); }
  await picture(desk, 'tablero');
  await desk.getByText('Descargar los datos').click();
  assert.match((await download(desk, 'Descargar CSV')).toString(), /5\.2/);
});

test('a goal moves because a case was really finished, and the day of the entity shows it', { timeout: 240_000 }, async () => {
  const anybody = await journey.person('desk'), valueOf = async (): Promise<string> => { await anybody.goto('/tablero/meta/4.1'); return /([\d,]+)\s%\s+computado/.exec(await anybody.locator('main').innerText())?.[1] ?? ''; };
  assert.equal(await valueOf(), '0');
  const number = await applyForBooklet(await journey.citizen('6123450-1A', 'phone')), edgar = await journey.officer('ventanilla.migracion', 'desk');
  await takeTask(edgar, number);
  await answerTask(edgar, 'Rechazar', 'La empresa no figura en el registro de transportistas.');
  const until = Date.now() + 90_000;
  while (await valueOf() === '0') { assert.ok(Date.now() < until, 'the goal moves within 90 seconds'); await anybody.waitForTimeout(1_000); }
  await check(anybody);
  const ruben = await journey.officer('jefatura.migracion', 'desk');
  await ruben.goto('/plan/indicadores/dia');
  await awaitText(ruben, 'En espera');
  assert.match(await ruben.locator('main').innerText(), /1\s+recibidas/);
  await anybody.goto('/tablero/entidad/migracion');
  await check(anybody);
  assert.match(await anybody.locator('main').innerText(), /1\s+solicitudes recibidas/);
});

test('a figure is contested by its entity and answered by the agency', { timeout: 120_000 }, async () => {
  const marcela = await journey.officer('gobierno.aduana', 'phone'), noelia = await journey.officer('revision.agetic', 'desk');
  await marcela.goto('/plan/indicadores/impugnaciones');
  await check(marcela);
  await marcela.getByRole('link', { name: 'Impugnar la cifra de la meta 6.2' }).click();
  await goOn(marcela, 'Impugnar');
  assert.match(await marcela.locator('.govuk-error-summary').innerText(), /qué está mal/);
  await marcela.getByLabel('¿Qué está mal?').fill('Un trámite publicado se dio de baja por error y no se contó.');
  await marcela.getByLabel('Documento que lo demuestra').fill('Informe técnico 45/2026');
  await goOn(marcela, 'Impugnar');
  await noelia.goto('/plan/indicadores/impugnaciones');
  await check(noelia);
  await follow(noelia, 'Meta 6.2');
  await noelia.getByLabel('No', { exact: true }).check();
  await noelia.getByLabel('Explicación').fill('Se revisó el catálogo: el trámite sí está contado.');
  await goOn(noelia, 'Responder');
  assert.match(await noelia.locator('main').innerText(), /Se mantiene/);
});

test('the agency opens a year, an entity writes of it, and it goes to and fro until it is closed', { timeout: 240_000 }, async () => {
  const noelia = await journey.officer('revision.agetic', 'desk'), marcela = await journey.officer('gobierno.aduana', 'phone'), own = `/plan/evaluacion/${year}/entidad/aduana-nacional`;
  await noelia.goto('/plan/evaluacion');
  await goOn(noelia, 'Abrir el año');
  assert.match(await noelia.locator('.govuk-error-summary').innerText(), /hasta qué día se entrega/);
  await noelia.locator('#plazo').fill('28');
  await noelia.locator('#plazo-month').fill('2');
  await noelia.locator('#plazo-year').fill(String(Number(year) + 1));
  await goOn(noelia, 'Abrir el año');
  assert.match(await noelia.locator('main').innerText(), /7\s+sin empezar/);

  await marcela.goto('/plan');
  await follow(marcela, 'Evaluaciones');
  await marcela.getByRole('link', { name: year, exact: true }).click();
  assert.match(await marcela.locator('main').innerText(), /Meta 5\.2[\s\S]*75\s%/);
  await follow(marcela, 'Empezar a escribir');
  await marcela.getByLabel('Lo más importante del año').fill('Se publicaron los trámites de la entidad y se capacitó a la ventanilla.');
  await goOn(marcela, 'Guardar');
  await goOn(marcela, 'Enviar a la AGETIC');
  await noelia.goto(own);
  await goOn(noelia, 'Observar');
  assert.match(await noelia.locator('.govuk-error-summary').innerText(), /qué hay que corregir/);
  await noelia.getByLabel('Qué hay que corregir').fill('Diga cuántos servidores se capacitaron.');
  await goOn(noelia, 'Observar');
  await marcela.goto(own);
  assert.match(await marcela.locator('main').innerText(), /cuántos servidores/);
  await follow(marcela, 'Seguir escribiendo');
  await marcela.getByLabel('Lo más importante del año').fill('Se publicaron los trámites de la entidad y se capacitó a doce servidores.');
  await goOn(marcela, 'Guardar');
  await goOn(marcela, 'Enviar a la AGETIC');
  await noelia.goto(own);
  await goOn(noelia, 'Aceptar la evaluación');
  await noelia.getByText('Descargar el informe').click();
  assert.equal((await download(noelia, 'Descargar PDF')).subarray(0, 5).toString(), '%PDF-');
  await noelia.goto(`/plan/evaluacion/${year}`);
  await follow(noelia, 'Cerrar el año');
  assert.match(await noelia.locator('main').innerText(), /Quedan sin aceptar 6/);
  await goOn(noelia, `Cerrar la evaluación ${year}`);
  await marcela.goto(own);
  await check(marcela);
  assert.match(await marcela.locator('main').innerText(), /Cerrada/);
});

test('nothing was wrong on any page: accessibility, markup, width, words', async () => assert.deepEqual(await journey.faults(), []));
