import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { logInCitizen, logInOfficer, startJourney, type Journey } from '#support/journey/site.ts';
import { applyForBooklet, follow, goOn, press, start } from '#support/journey/steps.ts';
import { check } from '#support/journey/watch.ts';

let journey: Journey;
before(async () => { journey = await startJourney(); });
after(() => journey.close());

const juan = '6123450-1A';

/** Leaves in another window of the same browser. */
async function leaveElsewhere(page: Page): Promise<void> {
  const other = await page.context().newPage();
  await other.goto('/mi-cuenta');
  await other.getByRole('button', { name: 'Salir' }).first().click();
  await other.waitForLoadState();
  await other.close();
}

describe('a form that comes after the session', { concurrency: 2 }, () => {
  for (const screen of ['phone', 'desk'] as const) {
    test(`${screen}: what was typed comes back, and one press sends it`, { timeout: 120_000 }, async () => {
      const page = await journey.citizen(juan, screen);
      await start(page, 'copias-simples');
      const answers = [['correo', 'juan.condori@ejemplo.bo'], ['celular', '71234567']] as const;
      for (const [name, value] of answers) await page.locator(`[name=${name}]`).fill(value);
      await page.locator('[name=calidad]').first().check();
      await goOn(page);
      await page.locator('textarea').first().fill('Declaración de importación de un vehículo rojo, del año 2024.');
      const address = page.url();
      await leaveElsewhere(page);
      await goOn(page);
      assert.match(await page.locator('h1').innerText(), /guardamos lo que escribió/);
      await follow(page, 'Ingresar y recuperar lo que escribí');
      await logInCitizen(page, juan, '/recuperado');
      await check(page);
      assert.match(await page.locator('main').innerText(), /Una página de su solicitud[\s\S]*vehículo rojo/);
      await check(page);
      await press(page, 'Enviar lo que escribí');
      assert.equal(new URL(page.url()).pathname.startsWith('/solicitudes/'), true, page.url());
      await page.goto(address);
      assert.match(await page.locator('textarea').first().inputValue(), /vehículo rojo/);
    });
  }

  test('an officer declines a note, and is where it was written', { timeout: 120_000 }, async () => {
    await applyForBooklet(await journey.citizen(juan, 'desk'));
    const page = await journey.officer('ventanilla.migracion', 'desk');
    await page.goto('/escritorio/tramites');
    await page.locator('main table a').first().click();
    await check(page);
    await page.locator('textarea[name=nota]').fill('Llamé por teléfono y no contestó.');
    const address = page.url();
    await leaveElsewhere(page);
    await press(page, 'Guardar la nota');
    await logInOfficer(page, 'ventanilla.migracion');
    assert.match(page.url(), /\/recuperado$/);
    await check(page);
    await press(page, 'Seguir sin esto');
    assert.equal(page.url(), address);
    assert.doesNotMatch(await page.locator('main').innerText(), /no contestó/);
  });
});

test('nothing was wrong on any page', async () => assert.deepEqual(await journey.faults(), []));
