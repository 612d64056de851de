import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { openDatabase } from '#kernel/db/index.ts';
import { writePlan } from '#support/plan.ts';
import { scanned } from './pdf.ts';
import { demoPassword, type Journey } from './site.ts';
import { fillDay, follow, goOn, mainText, open, press, problemText } from './steps.ts';
import { check } from './watch.ts';

const main = mainText, problem = problemText;
const daysFromNow = (days: number): Date => new Date(Date.now() + days * 86_400_000);

/** A plan that the entity has written; gives its address. */
export async function writtenPlan(journey: Journey, entity: Parameters<typeof writePlan>[1], by: string): Promise<string> {
  const db = openDatabase(journey.site.databaseUrl);
  try { return `/plan/pige/${await writePlan(db, entity, by, new Date())}`; } finally { await db.close(); }
}

/** The agency registers the acts from which the terms of all plans run. */
export async function registerActs(reviewer: Page): Promise<void> {
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

/** The head hands the plan in. */
export async function register(head: Page, plan: string): Promise<void> {
  await open(head, plan);
  await follow(head, 'Ver el trámite del plan');
  assert.match(await main(head), /Registrar el plan.*Hasta el.*Cómo se calculó esta fecha/s);
  await follow(head, 'Registrar el plan');
  await goOn(head, 'Registrar el plan');
  assert.match(await main(head), /En revisión.*Espera a: AGETIC/s);
}

/** The agency writes an observation of one section, and takes another back. */
export async function writeObservation(reviewer: Page, entity: string): Promise<void> {
  await open(reviewer, '/plan/pige');
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
}

/** The agency tells the entity the one observation that it wrote. */
export async function sendObservation(reviewer: Page): Promise<void> {
  await follow(reviewer, 'Comunicar las observaciones');
  assert.match(await main(reviewer), /recibirá una observación/);
  await goOn(reviewer, 'Comunicar las observaciones');
  assert.match(await main(reviewer), /Observado/);
}

/** The head answers the observation and sends the plan again. */
export async function answer(head: Page, plan: string): Promise<void> {
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

/** The agency judges what was answered, and conforms. */
export async function conform(reviewer: Page, entity: string): Promise<void> {
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
export async function approve(head: Page, plan: string): Promise<string> {
  await open(head, `${plan}/tramite`);
  await follow(head, 'Aprobar en forma digital');
  assert.match(await main(head), /No es una firma digital con certificado/);
  await head.getByLabel('Su contraseña, otra vez').fill('otra-clave');
  await goOn(head, 'Aprobar el plan');
  assert.match(await problem(head), /contraseña/);
  await head.getByLabel('Su contraseña, otra vez').fill(demoPassword);
  await goOn(head, 'Aprobar el plan');
  return /PIGE(-[2-9A-Z]{4}){3}/.exec(await main(head))?.[0] ?? assert.fail('the plan has its code');
}

/** The authority approves by a resolution that cites the code; `daysAhead` is how far the date of the demonstration was moved. */
export async function authorise(authority: Page, plan: string, code: string, { confidential, daysAhead }: { readonly confidential: boolean; readonly daysAhead: number }): Promise<void> {
  await open(authority, `${plan}/tramite`);
  await follow(authority, 'Aprobar por resolución');
  await authority.getByLabel('Número de la resolución').fill('RA 12/2026');
  await fillDay(authority, daysFromNow(daysAhead));
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

/** The head registers the signed resolution: the plan is in force. */
export async function registerResolution(head: Page, plan: string): Promise<void> {
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
