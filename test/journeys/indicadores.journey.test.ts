import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { startJourney, type Journey, type Screen } from '#support/journey/site.ts';
import { download, follow } from '#support/journey/steps.ts';
import { check } from '#support/journey/watch.ts';

let journey: Journey;
before(async () => { journey = await startJourney(); });
after(() => journey.close());

/** The page of goal 6.2 once its first figure is there. */
async function openGoal(page: Page): Promise<void> {
  for (let seconds = 0; seconds < 60; seconds++) {
    await page.goto('/tablero/indicadores/6.2');
    if (!/Se está calculando/.test(await page.locator('main').innerText())) break;
    await wait(1_000);
  }
  await check(page);
}

for (const screen of ['desk', 'phone'] as const satisfies readonly Screen[]) {
  test(`a figure is opened down to what it counts, and back (${screen})`, { timeout: 180_000 }, async () => {
    const page = await journey.person(screen), main = () => page.locator('main').innerText();
    await openGoal(page);
    assert.match(await main(), /83,3\s%/);
    await follow(page, 'Entidades con por lo menos un trámite publicado y vigente');
    assert.match(await main(), /Uno por uno[\s\S]*Aduana Nacional/);
    await page.goBack();
    await page.locator('main table').getByRole('link', { name: 'Contraloría General del Estado' }).click();
    await check(page);
    assert.match(await main(), /0\s%[\s\S]*en la entidad/);
    await follow(page, '6.2, del país');
    assert.match((await download(page, 'Descargar CSV')).toString('utf8'), /83[.,]3/);
    await page.goto('/tablero/indicadores/11.2');
    await check(page);
    assert.match(await main(), /Todavía no se mide[\s\S]*La plataforma de reclamos/);
    await follow(page, 'Indicadores');
    assert.match(await main(), /Metas del plan nacional[\s\S]*El plan no la fija[\s\S]*Cómo funciona el servicio/);
    await page.goto('/tablero/indicadores/99');
    assert.match(await main(), /Ese indicador no existe/);
  });
}

test('nothing was wrong on any page: accessibility, markup, width, words', async () => assert.deepEqual(await journey.faults(), []));
