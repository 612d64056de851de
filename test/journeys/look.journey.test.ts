import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { icon, stylesheet } from '#kernel/html/stylesheet.ts';
import { galleryDocument, galleryPages } from '#support/gallery/index.ts';

let server: Server, browser: Browser, origin = '';

before(async () => {
  server = createServer((request, response) => {
    const file = [stylesheet(), icon()].find(({ href }) => href === request.url), page = galleryPages[request.url ?? ''];
    response.setHeader('content-type', file?.type ?? 'text/html; charset=utf-8').end(file?.body ?? (page && galleryDocument(request.url ?? '', page)));
  });
  await new Promise<void>((ready) => { server.listen(0, '127.0.0.1', ready); });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--disable-background-networking', '--disable-quic', '--no-first-run'] });
});

after(async () => {
  await browser.close();
  server.close();
});

const screens = { 'a telephone': { width: 360, height: 800 }, 'a desk': { width: 1440, height: 900 } } as const;
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

for (const [screen, viewport] of Object.entries(screens)) {
  test(`on ${screen}, axe finds nothing and nothing is wider than the screen`, () => visit({ viewport }, async (page, path) => {
    assert.equal(await widthBeyondScreen(page), 0, `${path} is wider than ${viewport.width} px`);
    const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
    assert.deepEqual(violations.map(({ id, nodes }) => `${path} ${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`), []);
  }));
}

test('on the smallest telephone nothing is wider than the screen', () => visit({ viewport: { width: 320, height: 640 } }, async (page, path) => {
  assert.equal(await widthBeyondScreen(page), 0, path);
}));

test('with letters twice as large, nothing is wider than the screen', () => visit({ viewport: { width: 1280, height: 900 } }, async (page, path) => {
  await page.addStyleTag({ content: 'html { font-size: 200% }' });
  assert.equal(await widthBeyondScreen(page), 0, path);
}));

test('whatever takes the focus shows it, in ordinary and in forced colours', async () => {
  for (const forcedColors of ['none', 'active'] as const) {
    await visit({ viewport: screens['a telephone'], forcedColors }, async (page, path) => {
      assert.deepEqual(await unmarkedFocus(page), [], `${path}, forced colours ${forcedColors}`);
    });
  }
});

test('targets are at least 24 px high, as WCAG 2.2 asks of what is not in a sentence', () => visit({ viewport: screens['a telephone'] }, async (page, path) => {
  const small = await page.$$eval('button, .govuk-button, .app-nav__link, .app-session__link, input:not([type=hidden]), select, summary', (found) =>
    found.filter((element) => element.checkVisibility() && element.getBoundingClientRect().height < 24).map((element) => element.outerHTML.slice(0, 80)));
  assert.deepEqual(small, [], path);
}));

test('on paper there is the content and its address, and nothing to press', () => visit({ viewport: { width: 794, height: 1100 } }, async (page, path) => {
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('.app-print-address').isVisible(), true);
  assert.equal(await page.locator('.app-nav, .app-footer, .app-session, .govuk-button').filter({ visible: true }).count(), 0, path);
}));

test('a question that belongs to one option appears with that option, without a script', () => visit({ viewport: screens['a telephone'], javaScriptEnabled: false }, async (page) => {
  assert.equal(await page.locator('#oficina').isVisible(), false);
  await page.getByLabel('En una oficina').check();
  assert.equal(await page.locator('#oficina').isVisible(), true);
}, ['/muestra/campos']));

/** Opens pages of the gallery one after another, in a browser of the given kind. */
async function visit(options: BrowserContextOptions, look: (page: Page, path: string) => Promise<void>, paths: readonly string[] = Object.keys(galleryPages)): Promise<void> {
  const context = await browser.newContext({ locale: 'es-BO', ...options });
  const page = await context.newPage();
  for (const path of paths) {
    await page.goto(origin + path);
    await look(page, path);
  }
  await context.close();
}

// What runs inside the page is text, because the types of a browser are not those of the server.
const widthBeyondScreen = (page: Page): Promise<number> => page.evaluate<number>('Math.max(0, document.documentElement.scrollWidth - innerWidth)');

/** Walks the page with the tab key, and gives the elements that look the same with the focus as without it. */
async function unmarkedFocus(page: Page): Promise<readonly string[]> {
  const unmarked: string[] = [];
  for (let press = 0; press < 12; press++) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate<string | undefined>(unmarkedElement);
    if (found !== undefined) unmarked.push(found);
  }
  return unmarked;
}

const unmarkedElement = `(() => {
  const element = document.activeElement;
  if (!element || element === document.body) return undefined;
  const label = element.nextElementSibling;
  const style = label && element.matches('[type=radio], [type=checkbox]') ? getComputedStyle(label, '::before') : getComputedStyle(element);
  const outlined = style.outlineStyle !== 'none' && style.outlineWidth !== '0px' && style.outlineColor !== 'rgba(0, 0, 0, 0)';
  return outlined || style.boxShadow !== 'none' ? undefined : element.outerHTML.slice(0, 100);
})()`;
