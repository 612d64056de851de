import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { addDays, localDateOf } from '#kernel/clock.ts';
import { moveDate } from '#support/journey/date.ts';
import { answer, approve, authorise, conform, register, registerActs, registerResolution, sendObservation, writeObservation, writtenPlan } from '#support/journey/plan.ts';
import { picture, startJourney, type Journey, type Screen } from '#support/journey/site.ts';
import { awaitText, download, goOn, mainText, open, problemText } from '#support/journey/steps.ts';
import { check } from '#support/journey/watch.ts';

let journey: Journey;
before(async () => { journey = await startJourney(); });
after(() => journey.close());

const today = localDateOf(new Date()), daysAhead = 100, main = mainText, problem = problemText;

const comeIn = (names: readonly string[], screen: Screen): Promise<Page[]> => Promise.all(names.map((name) => journey.officer(name, screen)));

test('a plan goes through the ten steps, one is published and another stays confidential', { timeout: 600_000 }, async () => {
  const [reviewer, head, authority] = await comeIn(['revision.agetic', 'gobierno.aduana', 'mae.aduana'], 'desk');
  const [gadHead, gadAuthority] = await comeIn(['gobierno.gad', 'mae.gad'], 'phone'), coordinator = await journey.officer('coordinacion.justicia', 'phone'), stranger = await journey.person('phone');
  assert.ok(reviewer && head && authority && gadHead && gadAuthority);
  await open(reviewer, '/plan/pige');
  assert.match(await main(reviewer), /No hay planes por revisar/);
  await registerActs(reviewer);
  const plan = await writtenPlan(journey, 'aduana-nacional', 'gobierno.aduana'), hidden = await writtenPlan(journey, 'gobierno-departamental', 'gobierno.gad');
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
  await open(reviewer, '/plan/pige');
  await picture(reviewer, 'pige-revision');
  await writeObservation(reviewer, 'Aduana Nacional');
  await picture(reviewer, 'pige-observaciones');
  await sendObservation(reviewer);
  await answer(head, plan);

  // The agency is late: a hundred days pass on the page that moves the date.
  await moveDate(stranger, addDays(today, daysAhead));
  await open(reviewer, '/plan/pige/revision');
  assert.match(await main(reviewer), /Vencido hace/);
  await conform(reviewer, 'Aduana Nacional');
  await open(head, `${plan}/tramite`);
  assert.match(await main(head), /días de atraso/, 'what was done late says so');
  const code = await approve(head, plan);
  await authorise(authority, plan, code, { confidential: false, daysAhead });
  await registerResolution(head, plan);

  await register(gadHead, hidden);
  await conform(reviewer, 'Gobierno Autónomo Departamental');
  const secret = await approve(gadHead, hidden);
  await authorise(gadAuthority, hidden, secret, { confidential: true, daysAhead });
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
