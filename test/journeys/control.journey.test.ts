import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { addDays, localDateOf } from '#kernel/clock.ts';
import { somePdf } from '#support/files.ts';
import { picture, startJourney, type Journey } from '#support/journey/site.ts';
import { download, fillDate, follow, goOn, mainText, open, problemText } from '#support/journey/steps.ts';
import { check } from '#support/journey/watch.ts';

let journey: Journey, lourdes: Page, alejandra: Page, ivan: Page;
before(async () => { journey = await startJourney(); });
after(() => journey.close());

const main = mainText, problems = problemText, look = open;
const today = localDateOf(new Date());

let report = '';

test('whoever examines loads the example, runs the checks, and makes a finding of what they found', { timeout: 240_000 }, async () => {
  lourdes = await journey.officer('examen.contraloria', 'desk');
  await look(lourdes, '/control');
  assert.match(await main(lourdes), /Todavía no hay recomendaciones notificadas/);
  await follow(lourdes, 'Exámenes');
  await goOn(lourdes, 'Cargar el ejemplo');
  report = new URL(lourdes.url()).pathname;
  assert.match(await main(lourdes), /Es un ejemplo de la demostración[\s\S]*K3\/GP445\/S24-G1[\s\S]*H13[\s\S]*R3\.b/);
  await picture(lourdes, 'control-examen');

  await look(lourdes, '/control/comprobaciones');
  await follow(lourdes, 'Dirección General de Migración');
  await goOn(lourdes, 'Comprobar ahora');
  assert.match(await main(lourdes), /Plan de seguridad de la información ausente o vencido[\s\S]*Qué hacer:/);
  await follow(lourdes, 'La entidad no tiene registrado ningún Plan Institucional');
  await goOn(lourdes, 'Descartar');
  assert.match(await problems(lourdes), /Escriba el motivo/);
  await lourdes.goBack();
  await goOn(lourdes, 'Convertir en hallazgo');
  assert.match(await main(lourdes), /Hallazgo H14/);
  await lourdes.getByLabel('Condición').fill('');
  await goOn(lourdes, 'Guardar');
  assert.match(await problems(lourdes), /la condición/i);
  await lourdes.getByLabel('Condición').fill('La entidad no tiene registrado ningún Plan Institucional de Seguridad de la Información (PISI).');
  await lourdes.getByLabel('Alto', { exact: true }).check();
  await goOn(lourdes, 'Guardar');
  assert.match(await main(lourdes), /H14[\s\S]*Comprobación automática/);
  await follow(lourdes, 'Agregar una recomendación');
  await goOn(lourdes, 'Guardar');
  assert.match(await problems(lourdes), /qué se recomienda/i);
  await lourdes.getByLabel('Qué se recomienda').fill('Elaborar y aprobar el Plan Institucional de Seguridad de la Información.');
  await lourdes.getByLabel('Tipo', { exact: true }).selectOption({ label: 'Otra' });
  await lourdes.getByLabel(/^H14:/).check();
  await goOn(lourdes, 'Guardar');
  assert.match(await main(lourdes), /R6[\s\S]*H14/);
});

test('the report is written again, issued, and notified; before that the entity finds nothing', { timeout: 240_000 }, async () => {
  await follow(lourdes, 'Ver el resumen ejecutivo');
  assert.match(await main(lourdes), /Borrador[\s\S]*Limitaciones al alcance[\s\S]*Por lo señalado se recomienda/);
  assert.equal((await download(lourdes, 'Descargar ODT')).subarray(0, 2).toString(), 'PK');
  ivan = await journey.officer('mae.migracion', 'desk');
  await look(ivan, '/control');
  assert.match(await main(ivan), /Su entidad no tiene recomendaciones/);
  await lourdes.goto(report);
  await follow(lourdes, 'Emitir el informe');
  await goOn(lourdes, 'Emitir el informe');
  await follow(lourdes, 'Notificar a la entidad');
  await goOn(lourdes, 'Notificar el informe');
  assert.match(await main(lourdes), /Notificado/);
});

test('the entity answers, plans, and reports with evidence', { timeout: 240_000 }, async () => {
  await look(ivan, '/control/recomendaciones');
  await follow(ivan, 'R6, informe K3/GP445/S24-G1');
  await check(ivan);
  await follow(ivan, 'Responder');
  await goOn(ivan, 'Responder');
  assert.match(await problems(ivan), /si la acepta[\s\S]*cargo de quien firma/i);
  await ivan.getByLabel('Sí, la acepta').check();
  await ivan.getByLabel('Cargo de quien firma').fill('Director General');
  await goOn(ivan, 'Responder');
  assert.match(await main(ivan), /Aceptada[\s\S]*Le toca a Dirección General de Migración, hasta el/);
  const at = new URL(ivan.url()).pathname;

  alejandra = await journey.officer('gobierno.migracion', 'desk');
  await look(alejandra, at);
  await follow(alejandra, 'Registrar el plan de acción');
  for (const [label, value] of [['Qué se hará', 'Elaborar el plan con su análisis de riesgos, y aprobarlo.'], ['Cantidad', '1'], ['En qué se mide', 'plan aprobado'], ['Responsable', 'Área de Sistemas']] as const) await alejandra.getByLabel(label, { exact: true }).fill(value);
  await fillDate(alejandra, 'acciones.0.inicio', addDays(today, 10));
  await fillDate(alejandra, 'acciones.0.fin', addDays(today, 1));
  await goOn(alejandra, 'Registrar el plan de acción');
  assert.match(await problems(alejandra), /termina antes de empezar/);
  await fillDate(alejandra, 'acciones.0.fin', addDays(today, 90));
  await goOn(alejandra, 'Registrar el plan de acción');
  assert.match(await main(alejandra), /Con plan de acción[\s\S]*1 plan aprobado/);
  await follow(alejandra, 'Informar un avance');
  await alejandra.goBack();
  await check(alejandra);
  await follow(alejandra, 'Informar que está cumplida');
  await alejandra.getByLabel('Cómo se cumplió').fill('Se aprobó el plan.');
  await alejandra.getByLabel('Qué es', { exact: true }).fill('Resolución Administrativa N.º 12/2026');
  await alejandra.getByLabel('Dirección (opcional)', { exact: true }).fill('www.ejemplo.bo');
  await alejandra.getByLabel('Archivo que lo respalda').setInputFiles({ name: 'ra-12-2026.pdf', mimeType: 'application/pdf', buffer: somePdf('Resolucion') });
  await goOn(alejandra, 'Informar que está cumplida');
  assert.match(await problems(alejandra), /comience con https/);
  assert.match(await main(alejandra), /ra-12-2026\.pdf/);
  await alejandra.getByLabel('Dirección (opcional)', { exact: true }).fill('https://ejemplo.bo/ra-12-2026');
  await goOn(alejandra, 'Informar que está cumplida');
  assert.match(await main(alejandra), /Informada como cumplida[\s\S]*Resolución Administrativa[\s\S]*ra-12-2026\.pdf[\s\S]*SHA-256/);
  assert.equal((await download(alejandra, 'ra-12-2026.pdf')).subarray(0, 4).toString(), '%PDF');
});

test('whoever examines verifies and closes; nobody goes back', { timeout: 240_000 }, async () => {
  await look(lourdes, '/control/recomendaciones?turno=si');
  await follow(lourdes, 'R6, informe K3/GP445/S24-G1');
  await follow(lourdes, 'Empezar la verificación');
  await goOn(lourdes, 'Empezar la verificación');
  await follow(lourdes, 'Anotar la verificación');
  const form = lourdes.url();
  await lourdes.getByLabel('Cumplida', { exact: true }).check();
  await lourdes.getByLabel('Sí', { exact: true }).check();
  await lourdes.getByLabel('Con qué se comprobó').fill('Se leyó la resolución en la gaceta.');
  await goOn(lourdes, 'Anotar la verificación');
  assert.match(await main(lourdes), /Cerrada: cumplida[\s\S]*Se leyó la resolución en la gaceta/);
  await picture(lourdes, 'control-recomendacion');
  await look(lourdes, form);
  assert.match(await main(lourdes), /ya no corresponde/);
  await look(lourdes, '/control');
  assert.match(await main(lourdes), /14 %\s+cumplidas/);
  await picture(lourdes, 'control');
});

test('terms are the authority’s own, and wrong ones are shown again', { timeout: 60_000 }, async () => {
  await look(lourdes, '/control/plazos');
  await lourdes.locator('#answer').fill('diez');
  await goOn(lourdes, 'Guardar los plazos');
  assert.match(await problems(lourdes), /Responder a una recomendación: escriba los días hábiles/);
  await lourdes.locator('#answer').fill('12');
  await goOn(lourdes, 'Guardar los plazos');
});

test('the same pages on a telephone', { timeout: 240_000 }, async () => {
  const phone = await journey.officer('examen.contraloria', 'phone'), head = await journey.officer('gobierno.migracion', 'phone');
  for (const path of ['/control', '/control/examenes', '/control/examenes/nuevo', report, `${report}/resumen`, '/control/recomendaciones', '/control/recomendaciones?vencidas=si', '/control/comprobaciones', '/control/plazos']) await look(phone, path);
  for (const path of ['/control', report, '/control/recomendaciones', '/control/comprobaciones']) await look(head, path);
  await picture(head, 'control-comprobaciones');
  await follow(head, 'La entidad no tiene registrado ningún Plan Institucional');
  await look(head, '/control/recomendaciones?turno=si');
  await head.locator('tbody a').first().click();
  await check(head);
  await follow(head, 'Responder');
});

test('nothing was wrong on any page: accessibility, markup, width, words', async () => assert.deepEqual(await journey.faults(), []));
