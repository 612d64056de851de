import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { startJourney, type Journey, type Screen } from '#support/journey/site.ts';
import { applyForBooklet, openByNumber, start } from '#support/journey/steps.ts';
import { check } from '#support/journey/watch.ts';
import { someAddress } from '#support/people.ts';

let journey: Journey;
before(async () => { journey = await startJourney(); });
after(() => journey.close());

// Leaving ends the visit, and logging in is lived in other journeys.
const leftOut = /^\/(salir|oidc|ingresar\/)/;
const pagesMax = 120;

// One visit for each shape of address: what differs by an id, a number or a value is the same page.
const shapeOf = ({ pathname, searchParams }: URL): string =>
  [pathname.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id').replace(/^\/(tramites|entidades|verificar)\/[^/]+/, '/$1/:key').replaceAll(/\d+/g, '#'), ...[...searchParams.keys()].sort()].join(' ');

/** Follows every link from one page on, once for each shape of address that nobody followed before; gives how many pages were seen. */
async function crawl(page: Page, begun: readonly string[], followed: Set<string>): Promise<number> {
  const base = page.url() === 'about:blank' ? journey.site.url : page.url();
  const waiting = begun.map((path) => new URL(path, base));
  let seen = 0;
  for (let url = waiting.shift(); url && seen < pagesMax; url = waiting.shift()) {
    const shape = shapeOf(url);
    if (url.origin !== new URL(base).origin || leftOut.test(url.pathname) || followed.has(shape)) continue;
    followed.add(shape);
    seen++;
    // Nobody opens every file of the site within minutes; here each visit comes from somewhere else, so that what is rationed for one address is there.
    const from = { 'x-forwarded-for': someAddress() };
    await page.setExtraHTTPHeaders(from);
    // What is not a page is downloaded rather than shown.
    const answer = await page.goto(url.href).catch(() => page.context().request.get(url.href, { headers: from }));
    assert.equal(answer?.status(), 200, `${url.pathname}${url.search} is reached by a link`);
    if (!answer?.headers()['content-type']?.startsWith('text/html')) continue;
    await check(page);
    waiting.push(...(await page.evaluate<readonly string[]>('[...document.querySelectorAll("a[href]")].map((one) => one.href)')).map((href) => new URL(href)));
  }
  return seen;
}

test('every link leads somewhere, for everybody, on a telephone and on a desk', { timeout: 230_000 }, async () => {
  const juan = await journey.citizen('6123450-1A', 'phone');
  const number = await applyForBooklet(juan);
  await start(juan, 'copias-simples');
  const edgar = await journey.officer('ventanilla.migracion', 'phone');
  await openByNumber(edgar, number);
  await edgar.getByRole('button', { name: 'Tomar' }).click();

  const visits = async (screen: Screen): Promise<number> => {
    const followed = new Set<string>();
    const people = [
      [await journey.person(screen), ['/', '/tramites', '/demo/correo', '/verificar']], [await journey.citizen('6123450-1A', screen), ['/mis-tramites', '/buzon', '/mi-cuenta']],
      [await journey.officer('ventanilla.migracion', screen), ['/escritorio?bandeja=mias', '/escritorio/agenda', '/buzon']], [await journey.officer('jefatura.migracion', screen), ['/escritorio/equipo', '/escritorio/tramites']],
      [await journey.officer('administracion', screen), ['/administracion', '/administracion/personas']], [await journey.officer('auditoria', screen), ['/escritorio/tramites']],
    ] as const;
    let seen = 0;
    for (const [page, from] of people) seen += await crawl(page, from, followed);
    return seen;
  };
  const [phone, desk] = await Promise.all([visits('phone'), visits('desk')]);
  assert.ok(phone > 40 && desk > 40, `many pages were seen: ${phone} and ${desk}`);
});

test('nothing was wrong on any page: accessibility, markup, width, words', async () => assert.deepEqual(await journey.faults(), []));
