import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { addDays, localDateOf } from '#kernel/clock.ts';
import { openDatabase } from '#kernel/db/index.ts';
import { moveDate } from '#support/journey/date.ts';
import { scanned } from '#support/journey/pdf.ts';
import { picture, startJourney, type Journey, type Screen } from '#support/journey/site.ts';
import { awaitText, download, fillDay, follow, goOn, press } from '#support/journey/steps.ts';
import { check } from '#support/journey/watch.ts';
import { writePlan } from '#support/plan.ts';

let journey: Journey;
before(async () => { journey = await startJourney(); });
after(() => journey.close());

const today = localDateOf(new Date()), main = (page: Page) => page.locator('main').innerText(), problem = (page: Page) => page.locator('.govuk-error-summary').innerText();
const daysFromNow = (days: number): Date => new Date(Date.now() + days * 86_400_000);

/** A plan that the entity has written. */
async function written(entity: Parameters<typeof writePlan>[1], by: string): Promise<string> {
  const db = openDatabase(journey.site.databaseUrl);
  try { return `/plan/pige/${await writePlan(db, entity, by, new Date())}`; } finally { await db.close(); }
}

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await check(page);
}

async function registerActs(reviewer: Page): Promise<void> {
  await open(reviewer, '/plan/pige/calendario-nacional');
  await press(reviewer, 'Registrar');
  assert.match(await problem(reviewer), /Escriba la fecha del acto.*Escriba la norma.*Escriba dónde/s);
  for (const [days, reference] of [[-80, 'Decreto Supremo de prueba'], [-50, 'RA 1/2026 de prueba'], [-20, 'Comunicado 3/2026 de prueba']] as const) {
    await fillDay(reviewer, daysFromNow(days));
    await reviewer.getByLabel('Norma o resolución').fill(reference);
    await reviewer.getByLabel('Dónde se puede comprobar').fill('Documento de la demostración');
    await press(reviewer, 'Registrar');
  }
  assert.match(await main(reviewer), /Plazos que salen de ellos.*Registrar el plan.*Hasta el/s);
  assert.equal(await reviewer.getByRole('button', { name: 'Registrar' }).count(), 0, 'each is registered once');
}

async function register(head: Page, plan: string): Promise<void> {
  await open(head, plan);
  await follow(head, 'Ver el trámite del plan');
  assert.match(await main(head), /Registrar el plan.*Hasta el.*Cómo se calculó esta fecha/s);
  await follow(head, 'Registrar el plan');
  await goOn(head, 'Registrar el plan');
  assert.match(await main(head), /En revisión.*Espera a: AGETIC/s);
}

async function observe(reviewer: Page, entity: string): Promise<void> {
  await open(reviewer, '/plan/pige');
  await picture(reviewer, 'pige-revision');
  await reviewer.getByRole('link', { name: entity }).click();
  await check(reviewer);
  await press(reviewer, 'Agregar la observación');
  assert.match(await problem(reviewer), /Elija la sección.*Diga cuánto importa.*Escriba qué se observa/s);
  for (const [section, text] of [['Fortalezas, oportunidades, debilidades y amenazas', 'No se cruzan las amenazas con ningún objetivo.'], ['Presupuesto', 'Esta sobra y se quita.']] as const) {
    await reviewer.getByLabel('Sección que se observa').selectOption({ label: section });
    await reviewer.getByLabel('Conviene corregirlo').check();
    await reviewer.getByLabel('Qué se observa').fill(text);
    await press(reviewer, 'Agregar la observación');
  }
  await reviewer.getByRole('button', { name: /Quitar la observación sobre Presupuesto/ }).click();
  await check(reviewer);
  await picture(reviewer, 'pige-observaciones');
  await follow(reviewer, 'Comunicar las observaciones');
  assert.match(await main(reviewer), /recibirá una observación/);
  await goOn(reviewer, 'Comunicar las observaciones');
  assert.match(await main(reviewer), /Observado/);
}

async function answer(head: Page, plan: string): Promise<void> {
  await open(head, `${plan}/tramite`);
  await follow(head, 'Responder las observaciones');
  await goOn(head, 'Enviar el plan ajustado');
  assert.match(await problem(head), /Responda todas las observaciones/);
  await head.getByLabel('Respuesta a la observación 1').fill('Se cruzaron con el objetivo GC.');
  await goOn(head, 'Guardar sin enviar');
  assert.equal(await head.getByLabel('Respuesta a la observación 1').inputValue(), 'Se cruzaron con el objetivo GC.');
  await goOn(head, 'Enviar el plan ajustado');
  await head.goBack();
  await check(head);
  await open(head, `${plan}/tramite`);
  assert.match(await main(head), /En revisión.*Vuelta 2/s);
}

async function conform(reviewer: Page, entity: string): Promise<void> {
  await open(reviewer, '/plan/pige/revision');
  await reviewer.getByRole('link', { name: entity }).click();
  await check(reviewer);
  const judge = reviewer.getByRole('button', { name: /Anotar/ });
  if (await judge.count() > 0) {
    assert.match(await main(reviewer), /Primero diga de cada respuesta/);
    await reviewer.getByLabel('Sí', { exact: true }).check();
    await judge.click();
    await check(reviewer);
  }
  await follow(reviewer, 'Dar la conformidad');
  await goOn(reviewer, 'Dar la conformidad');
}

/** The head approves with the password; gives the code. */
async function approve(head: Page, plan: string): Promise<string> {
  await open(head, `${plan}/tramite`);
  await follow(head, 'Aprobar en forma digital');
  assert.match(await main(head), /No es una firma digital con certificado/);
  await head.getByLabel('Su contraseña, otra vez').fill('otra-clave');
  await goOn(head, 'Aprobar el plan');
  assert.match(await problem(head), /contraseña/);
  await head.getByLabel('Su contraseña, otra vez').fill('demo-ventanilla');
  await goOn(head, 'Aprobar el plan');
  return /PIGE(-[2-9A-Z]{4}){3}/.exec(await main(head))?.[0] ?? assert.fail('the plan has its code');
}

async function authorise(authority: Page, plan: string, code: string, confidential: boolean): Promise<void> {
  await open(authority, `${plan}/tramite`);
  await follow(authority, 'Aprobar por resolución');
  await authority.getByLabel('Número de la resolución').fill('RA 12/2026');
  await fillToday(authority);
  await authority.getByLabel('Parte resolutiva').fill('Apruébase el plan PIGE-2222-2222-2222.');
  await authority.getByLabel(confidential ? 'Sí' : 'No', { exact: true }).check();
  if (confidential) await goOn(authority, 'Aprobar por resolución');
  if (confidential) await authority.getByLabel('Por qué es confidencial').fill('Describe la infraestructura crítica.');
  await goOn(authority, 'Aprobar por resolución');
  assert.match(await problem(authority), new RegExp(`debe citar el código del plan, ${code}`), 'another code is refused');
  await authority.getByLabel('Parte resolutiva').fill(`Apruébase el plan con código identificador ${code}.`);
  await goOn(authority, 'Aprobar por resolución');
  assert.match(await main(authority), /Aprobado por la máxima autoridad/);
}

const fillToday = (page: Page): Promise<void> => fillDay(page, daysFromNow(daysAhead));
let daysAhead = 0;

async function registerResolution(head: Page, plan: string): Promise<void> {
  await open(head, `${plan}/tramite`);
  await follow(head, 'Registrar la resolución');
  await goOn(head, 'Registrar la resolución');
  assert.match(await problem(head), /resolución escaneada/);
  await head.getByLabel('Número de la resolución').fill('RA 13/2026');
  await head.locator('input[type=file]').setInputFiles(scanned('resolucion', 'Resolucion'));
  await goOn(head, 'Registrar la resolución');
  assert.match(await problem(head), /se aprobó con la resolución RA 12\/2026/);
  await head.getByLabel('Número de la resolución').fill('RA 12/2026');
  await head.locator('input[type=file]').setInputFiles(scanned('resolucion', 'Resolucion'));
  await goOn(head, 'Registrar la resolución');
  assert.match(await main(head), /Vigente/);
}

const comeIn = (names: readonly string[], screen: Screen): Promise<Page[]> => Promise.all(names.map((name) => journey.officer(name, screen)));

test('a plan goes through the ten steps, one is published and another stays confidential', { timeout: 600_000 }, async () => {
  const [reviewer, head, authority] = await comeIn(['revision.agetic', 'gobierno.aduana', 'mae.aduana'], 'desk');
  const [gadHead, gadAuthority] = await comeIn(['gobierno.gad', 'mae.gad'], 'phone'), coordinator = await journey.officer('coordinacion.justicia', 'phone'), stranger = await journey.person('phone');
  assert.ok(reviewer && head && authority && gadHead && gadAuthority);
  await open(reviewer, '/plan/pige');
  assert.match(await main(reviewer), /No hay planes por revisar/);
  await registerActs(reviewer);
  const plan = await written('aduana-nacional', 'gobierno.aduana'), hidden = await written('gobierno-departamental', 'gobierno.gad');
  assert.equal((await reviewer.goto(`${plan}/tramite`))?.status(), 404, 'nobody else sees a draft');
  await register(head, plan);
  await picture(head, 'pige-tramite');
  assert.equal((await gadHead.goto(`${plan}/tramite`))?.status(), 404, 'nor the plan of another entity');
  await open(coordinator, '/plan/pige');
  await coordinator.getByRole('link', { name: 'Aduana Nacional' }).click();
  await check(coordinator);
  await goOn(coordinator, 'Enviar la opinión');
  assert.match(await problem(coordinator), /Escriba su opinión/);
  await coordinator.getByLabel('Qué opina su entidad de este plan').fill('Conviene sumar la meta de control social.');
  await goOn(coordinator, 'Enviar la opinión');
  await observe(reviewer, 'Aduana Nacional');
  await answer(head, plan);

  // The agency is late: a hundred days pass on the page that moves the date.
  daysAhead = 100;
  await moveDate(stranger, addDays(today, daysAhead));
  await open(reviewer, '/plan/pige/revision');
  assert.match(await main(reviewer), /Vencido hace/);
  await conform(reviewer, 'Aduana Nacional');
  await open(head, `${plan}/tramite`);
  assert.match(await main(head), /días de atraso/, 'what was done late says so');
  const code = await approve(head, plan);
  await authorise(authority, plan, code, false);
  await registerResolution(head, plan);

  await register(gadHead, hidden);
  await conform(reviewer, 'Gobierno Autónomo Departamental');
  const secret = await approve(gadHead, hidden);
  await authorise(gadAuthority, hidden, secret, true);
  await registerResolution(gadHead, hidden);

  await open(stranger, '/planes');
  assert.match(await main(stranger), /Aduana Nacional/);
  assert.doesNotMatch(await main(stranger), /Departamental/, 'what is confidential is not published');
  await stranger.getByRole('link', { name: 'Plan de prueba' }).click();
  await check(stranger);
  assert.match(await download(stranger, 'Descargar la resolución').then((file) => file.subarray(0, 5).toString()), /%PDF/);
  await open(stranger, '/planes/verificar');
  await stranger.getByLabel('Código identificador').fill('PIGE-2222-2222-2222');
  await goOn(stranger, 'Verificar');
  assert.match(await problem(stranger), /no es de ningún plan/);
  await stranger.getByLabel('Código identificador').fill(code.toLowerCase());
  await goOn(stranger, 'Verificar');
  assert.match(await main(stranger), /La aprobación es válida.*Marcela Tapia/s);
  await picture(stranger, 'pige-verificar');
  await open(head, `${plan}/texto`);
  const printed = await download(head, 'Descargar PDF');
  await stranger.locator('input[type=file]').setInputFiles({ name: 'plan.pdf', mimeType: 'application/pdf', buffer: printed });
  await goOn(stranger, 'Comparar');
  assert.match(await main(stranger), /es una impresión de este plan, sin cambios/);
  await stranger.locator('input[type=file]').setInputFiles({ name: 'plan.pdf', mimeType: 'application/pdf', buffer: Buffer.concat([printed, Buffer.from(' ')]) });
  await goOn(stranger, 'Comparar');
  assert.match(await main(stranger), /no es la impresión/);
  await open(stranger, `/planes/verificar/${secret}`);
  assert.match(await main(stranger), /Su contenido no se publica/);

  await open(head, '/buzon');
  await awaitText(head, 'La AGETIC observó el plan');
  assert.deepEqual(await journey.faults(), []);
});
