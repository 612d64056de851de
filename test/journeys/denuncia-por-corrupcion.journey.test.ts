import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { startJourney, type Journey } from '#support/journey/site.ts';
import { answerTask, awaitText, download, follow, goOn, numberOf, openByNumber, start, takeTask, taskBlock, verify } from '#support/journey/steps.ts';
import { check } from '#support/journey/watch.ts';

let journey: Journey;
before(async () => { journey = await startJourney(); });
after(() => journey.close());

const secret = 'Pedían dinero por adelantar un trámite en la ventanilla 3.';

/** Hands in a complaint; gives its number. */
async function complain(page: Page): Promise<string> {
  await start(page, 'denuncia-por-corrupcion');
  await goOn(page);
  assert.match(await page.locator('.govuk-error-summary').innerText(), /Diga si quiere reservar su identidad/);
  await page.getByLabel('Sí, que no aparezca mi nombre').check();
  await page.getByLabel('Los vi').check();
  await goOn(page);
  await page.getByLabel('Entidad donde ocurrió').fill('Gobierno municipal de ejemplo');
  await page.getByLabel('Departamento').selectOption('OR');
  await page.getByLabel('Cuente qué pasó').fill(secret);
  await page.getByLabel('Monto aproximado').fill('mucho');
  await goOn(page);
  await page.getByLabel('Monto aproximado').fill('1.489,50');
  await goOn(page);
  await goOn(page);
  for (const question of await page.getByRole('group').all()) await question.getByLabel('No', { exact: true }).check();
  await goOn(page);
  await goOn(page, 'Enviar la solicitud');
  return numberOf(page);
}

async function qualify(page: Page, number: string, outcome: string): Promise<void> {
  await takeTask(page, number);
  await page.getByLabel('Hecho que se califica').selectOption('soborno');
  await page.getByLabel('Análisis').fill('El relato es concreto.');
  await answerTask(page, outcome, 'Según lo relatado.');
}

test('two complaints: one admitted and investigated, one referred by two people; nobody else sees either', { timeout: 420_000 }, async () => {
  const [chiara, rosa, daniela, ramiro, victor] = await Promise.all([
    journey.citizen('10234567', 'phone', '/tramites/denuncia-por-corrupcion'), journey.citizen('4567891', 'desk'),
    journey.officer('transparencia.justicia', 'desk'), journey.officer('jefatura.justicia', 'phone'), journey.officer('auditoria', 'desk'),
  ]);
  const admitted = await complain(chiara), admittedAt = chiara.url();
  await awaitText(chiara, 'Descargar el documento');
  const paper = await download(chiara, 'Descargar el documento');
  const referred = await complain(chiara), referredAt = chiara.url();

  const stranger = await journey.person('desk');
  await verify(stranger, paper, /auténtico/i);
  assert.doesNotMatch(await stranger.locator('main').innerText(), /Rossi|C… R…|ventanilla 3|municipal/, 'the public page of the receipt says neither who nor what');

  await rosa.goto(admittedAt);
  assert.match(await rosa.locator('h1').innerText(), /No encontramos/, 'somebody else’s complaint is not there');
  await check(rosa);
  const foreign = await journey.officer('jefatura.aduana', 'desk');
  for (const [officer, why] of [[foreign, 'another entity'], [victor, 'the auditor']] as const) {
    await openByNumber(officer, admitted);
    assert.match(await officer.locator('main').innerText(), /No encontramos «/, why);
  }

  await qualify(daniela, admitted, 'Admitir');
  await takeTask(daniela, admitted);
  await daniela.getByLabel('Conclusiones').fill('Los hechos se verificaron.');
  await answerTask(daniela, 'Con indicios', 'Se denunció ante el Ministerio Público.');
  await chiara.goto(admittedAt);
  await awaitText(chiara, 'Terminado');

  await qualify(daniela, referred, 'Remitir');
  await openByNumber(daniela, referred);
  assert.equal(await taskBlock(daniela, 'Remitir a la entidad competente').getByRole('button').count(), 0, 'who qualified it does not refer it');
  await takeTask(ramiro, referred);
  await answerTask(ramiro, 'Remitir', 'Corresponde a la unidad municipal.');
  assert.match(await ramiro.locator('.govuk-error-summary').innerText(), /entidad competente/);
  await ramiro.getByLabel('Entidad competente').fill('Gobierno municipal de ejemplo');
  await ramiro.getByLabel('Número de la nota de remisión').fill('MJTI-VT-12/2026');
  await answerTask(ramiro, 'Remitir', 'Corresponde a la unidad municipal.');
  await chiara.goto(referredAt);
  await awaitText(chiara, 'Remitido');

  await chiara.goto('/buzon');
  await check(chiara);
  await follow(chiara, 'Se remitió el trámite');
  assert.match(await chiara.locator('main').innerText(), /Según lo relatado\. Corresponde a la unidad municipal\./, 'both reasons are told, that of the first person before');
  await stranger.goto('/demo/correo');
  for (const letter of await stranger.locator('summary').all()) await letter.click();
  await check(stranger);
  const mails = await stranger.locator('main').innerText();
  assert.match(mails, /Léalas en su buzón/);
  assert.equal(mails.match(/Para\s+chiara/g)?.length, mails.match(/Ver el correo/g)?.length);
  assert.equal(mails.match(new RegExp(`Ver el correo.*Recibimos su denuncia ${referred}`, 'gs'))?.length, 1, 'nothing is told twice');
  assert.doesNotMatch(mails, /municipal|ventanilla 3|Rossi/, 'ordinary mail does not say what it is about');
  await chiara.goto(`${new URL(admittedAt).pathname}/consultas`);
  await check(chiara);
  assert.match(await chiara.locator('main').innerText(), /Daniela Quiroga/);
});

test('nothing was wrong on any page: accessibility, markup, width, words', async () => assert.deepEqual(await journey.faults(), []));
