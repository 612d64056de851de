import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { someAddress } from '#support/people.ts';
import { startChromium } from '#support/servers/chromium.ts';
import { startVentanilla, type RunningVentanilla } from '#support/ventanilla.ts';
import { createJudge } from './judge.ts';
import { watchPages } from './watch.ts';

/** How wide the screen of a journey is: a cheap telephone, or a desk. */
const screens = { phone: { width: 360, height: 740 }, desk: { width: 1440, height: 900 } } as const;
export type Screen = keyof typeof screens;

/** The whole program in a real browser, with the demonstration's people. */
export type Journey = {
  readonly site: RunningVentanilla;
  /** Somebody with a browser of their own; scripts are off, because nothing may need them. */
  readonly person: (screen: Screen) => Promise<Page>;
  /** A citizen who has just come in with Ciudadanía Digital, at `path`. */
  readonly citizen: (document: string, screen: Screen, path?: string) => Promise<Page>;
  /** An officer who has just come in with password and code. */
  readonly officer: (username: string, screen: Screen) => Promise<Page>;
  /** Starts the program again so many hours ahead of the real time. Who was inside for hours has to come in again. */
  readonly jump: (hoursAhead: number) => Promise<void>;
  /** What was wrong on any page that anybody saw: accessibility, markup, width, words. */
  readonly faults: () => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
};

export const demoPassword = 'demo-ventanilla';

/** Starts the program and a browser; `close` ends both. */
export async function startJourney(environment: Readonly<Record<string, string>> = {}): Promise<Journey> {
  const [site, browser] = await Promise.all([startVentanilla({ TRUST_PROXY: 'yes', ...environment }), startChromium()]);
  const faults: string[] = [], judge = createJudge(browser), seen = new Set<string>();
  const person = async (screen: Screen): Promise<Page> => {
    const context = await newContext(browser, site.url, screen);
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    watchPages(page, { width: screens[screen].width, faults, judge, seen });
    return page;
  };
  return {
    site, person,
    citizen: async (document, screen, path = '/mis-tramites') => logInCitizen(await person(screen), document, path),
    officer: async (username, screen) => logInOfficer(await person(screen), username),
    jump: async (hoursAhead) => { await judge.verdicts(); await site.restart({ VENTANILLA_CLOCK_AHEAD_HOURS: String(hoursAhead) }); },
    faults: async () => [...faults, ...await judge.verdicts()],
    close: async () => { await browser.close(); await site.stop(); },
  };
}

// Each comes from an address of their own: what is meant for one address must not add up over everybody in a journey.
const newContext = (browser: Browser, baseURL: string, screen: Screen): Promise<BrowserContext> =>
  browser.newContext({ baseURL, viewport: screens[screen], locale: 'es-BO', acceptDownloads: true, javaScriptEnabled: false, extraHTTPHeaders: { 'x-forwarded-for': someAddress() } });

/** Comes in with Ciudadanía Digital, in a browser that is open already. */
export async function logInCitizen(page: Page, document: string, path: string): Promise<Page> {
  await page.goto(`/ingresar?volver=${encodeURIComponent(path)}`);
  await page.getByRole('link', { name: 'Ingresar con Ciudadanía Digital' }).or(page.getByRole('button', { name: 'Ingresar con Ciudadanía Digital' })).click();
  // The provider remembers who has just been there, and asks nothing.
  if (await page.locator('main input[type=password]').count() > 0) await giveDocument(page, document);
  await page.waitForURL((url) => url.pathname === path);
  return page;
}

/** Fills in the provider's form. */
async function giveDocument(page: Page, document: string): Promise<void> {
  await page.locator('main input[type=text]').fill(document);
  await page.locator('main input[type=password]').fill(demoPassword);
  await page.locator('main button[type=submit]').first().click();
}

/** Comes in with user name, password and code, in a browser that is open already. */
export async function logInOfficer(page: Page, username: string): Promise<Page> {
  await page.goto('/ingresar');
  await page.getByText('Ingresar como servidor público').click();
  await page.locator('main input[type=text]').fill(username);
  await page.locator('main input[type=password]').fill(demoPassword);
  await page.locator('main button[type=submit]').first().click();
  const code = /\b(\d{6})\b/.exec(await page.locator('main').innerText())?.[1] ?? '';
  await page.locator('main input[type=text]').fill(code);
  await page.locator('main button[type=submit]').first().click();
  await page.waitForURL((url) => !url.pathname.startsWith('/ingresar'));
  return page;
}

const pictures = join(import.meta.dirname, '../../../docs/pictures');

/** Keeps pictures of the page for the documents, on a desk and on a telephone, when UPDATE_PICTURES is set; otherwise nothing. */
export async function picture(page: Page, name: string): Promise<void> {
  if (process.env.UPDATE_PICTURES === undefined) return;
  mkdirSync(pictures, { recursive: true });
  const before = page.viewportSize();
  for (const [screen, suffix] of [['desk', ''], ['phone', '-360']] as const) {
    await page.setViewportSize(screens[screen]);
    await page.evaluate('scrollTo(0, 0)');
    await page.screenshot({ path: join(pictures, `${name}${suffix}.png`) });
  }
  if (before) await page.setViewportSize(before);
}
