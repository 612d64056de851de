import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startJourney, type Journey } from '#support/journey/site.ts';
import { follow, goOn } from '#support/journey/steps.ts';
import { check } from '#support/journey/watch.ts';

let journey: Journey, system = '';
before(async () => { journey = await startJourney(); });
after(() => journey.close());

test('a system that an entry names is registered in one press, described, linked and retired', { timeout: 180_000 }, async () => {
  const paola = await journey.officer('diseno', 'desk'), main = () => paola.locator('main').innerText();
  await paola.goto('/plan/inventario');
  await goOn(paola, 'Traer los trámites publicados');
  await paola.goto('/plan/inventario/tramite/copias-simples/experiencia');
  await paola.getByLabel('Sistema informático que lo apoya').fill('Archivo digital');
  await goOn(paola);
  await paola.goto('/plan');
  await follow(paola, 'Sistemas de apoyo');
  await check(paola);
  await goOn(paola, 'Registrar Archivo digital');
  assert.match(await main(), /Solicitud de copias simples[\s\S]*Lo nombra la ficha/);
  system = new URL(paola.url()).pathname;

  await follow(paola, 'Cambiar los datos');
  await paola.getByLabel('Nombre del sistema').fill('');
  await goOn(paola, 'Guardar');
  assert.match(await paola.locator('.govuk-error-summary').innerText(), /nombre del sistema/i);
  await paola.getByLabel('Nombre del sistema').fill('Archivo digital de la Aduana');
  await goOn(paola, 'Agregar nombre');
  await paola.getByLabel('Otro nombre').fill('Archivo digital');
  await paola.getByLabel('Sí', { exact: true }).check();
  await goOn(paola, 'Guardar');
  await paola.getByLabel('La plataforma de interoperabilidad del Estado').check();
  await goOn(paola, 'Guardar');
  assert.match(await main(), /Archivo digital de la Aduana[\s\S]*plataforma de interoperabilidad[\s\S]*Lo nombra la ficha/);

  await follow(paola, 'Elegir trámites');
  await check(paola);
  await paola.getByLabel('Buscar por nombre').fill('jirafas');
  await goOn(paola, 'Buscar');
  assert.match(await main(), /Ningún trámite coincide/);
  await paola.goBack();
  await paola.locator('input[name=tramite]').first().check();
  await goOn(paola, 'Agregar los marcados');
  assert.match(await main(), /Elegido aquí/);

  await follow(paola, 'Retirar');
  await goOn(paola, 'Retirar el sistema');
  assert.match(await paola.locator('.govuk-error-summary').innerText(), /por qué ya no se usa/);
  await paola.getByLabel('Por qué ya no se usa').fill('Lo reemplazó otro.');
  await goOn(paola, 'Retirar el sistema');
  assert.match(await main(), /Lo reemplazó otro/);
  await goOn(paola, 'Volver a ponerlo en uso');
});

test('the same pages on a telephone', { timeout: 120_000 }, async () => {
  const paola = await journey.officer('diseno', 'phone');
  for (const path of ['/plan', '/plan/sistemas', '/plan/sistemas/nuevo', system, `${system}/datos`, `${system}/tramites`, `${system}/retiro`]) {
    await paola.goto(path);
    await check(paola);
  }
});

test('nothing was wrong on any page: accessibility, markup, width, words', async () => assert.deepEqual(await journey.faults(), []));
