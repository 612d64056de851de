import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { calendarDay, localDateOf, sayDayWithWeekday } from '#kernel/clock.ts';
import { moveDate } from '#support/journey/date.ts';
import { startJourney, type Journey } from '#support/journey/site.ts';
import { follow, goOn } from '#support/journey/steps.ts';
import { check } from '#support/journey/watch.ts';

let journey: Journey;
before(async () => { journey = await startJourney(); });
after(() => journey.close());

const today = new Date(), inSpring = calendarDay(today.getUTCFullYear() + 1, 10, 5);

test('anybody moves the date of a demonstration, and whoever is inside stays inside', { timeout: 240_000 }, async () => {
  const officer = await journey.officer('diseno', 'desk'), visitor = await journey.person('phone');
  const banner = (page = visitor) => page.locator('.app-demo').innerText();
  await visitor.goto('/');
  assert.doesNotMatch(await banner(), /adelantado/);
  await visitor.getByRole('link', { name: 'Mover la fecha' }).click();
  await check(visitor);
  await goOn(visitor, 'Mover la fecha');
  assert.match(await visitor.locator('.govuk-error-summary').innerText(), /Elija hasta cuándo/);
  await visitor.getByLabel('Mañana').check();
  await goOn(visitor, 'Mover la fecha');
  const tomorrow = sayDayWithWeekday(localDateOf(new Date(Date.now() + 86_400_000)));
  assert.match(await banner(), new RegExp(`hoy es ${tomorrow}`));

  await moveDate(visitor, inSpring);
  await officer.goto('/plan');
  await check(officer);
  assert.match(await banner(officer), new RegExp(`hoy es ${sayDayWithWeekday(inSpring)}`));
  assert.match(await officer.locator('main').innerText(), /inventario/i);

  await moveDate(visitor, localDateOf(today));
  assert.match(await visitor.locator('.govuk-error-summary').innerText(), /Ese día ya llegó/);

  // Who comes in on a later day can still come in once the date is back.
  await journey.officer('auditoria', 'desk');
  await visitor.goto('/demo/fecha');
  await follow(visitor, 'Volver a hoy');
  await goOn(visitor, 'Volver a hoy');
  assert.doesNotMatch(await banner(), /adelantado/);
  const again = await journey.officer('auditoria', 'desk');
  await again.goto('/mi-cuenta');
  await check(again);
  assert.deepEqual(await journey.faults(), []);
});
