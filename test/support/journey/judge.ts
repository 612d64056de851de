import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { documentFaults } from '#support/markup.ts';

/** A page as somebody got it. `isNew` where its markup was not judged at another width. */
export type SeenPage = { readonly url: string; readonly html: string; readonly width: number; readonly isNew: boolean };

/** Judges pages beside the journey, so that nobody who lives it waits. `verdicts` waits for all of them. */
export type Judge = { readonly judge: (seen: SeenPage, where: string) => void; readonly verdicts: () => Promise<readonly string[]> };

// Exactly the rules of WCAG 2.2 AA and what axe calls best practice.
const everyRule = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'] };
// What the width of the screen may change in the same markup.
const rulesOfWidth = { runOnly: { type: 'rule', values: ['target-size', 'scrollable-region-focusable'] }, resultTypes: ['violations'] };
const axe = createRequire(import.meta.resolve('@axe-core/playwright'))('axe-core') as { readonly source: string };

/** axe needs scripts, which the people of the journeys do without: each page is laid open again in a window of the judge's own. */
export function createJudge(browser: Browser): Judge {
  const faults: string[] = [], windows = new Map<number, Promise<Page>>(), queues = new Map<number, Promise<void>>();
  const judgeOne = async (seen: SeenPage, where: string) => {
    const page = await (windows.get(seen.width) ?? remember(windows, seen.width, openWindow(browser, seen.width)));
    const [found, markup] = await Promise.all([axeFaults(page, seen), seen.isNew ? documentFaults(seen.html) : []]);
    faults.push(...[...found, ...markup.map((fault) => `html ${fault}`)].map((fault) => `${where}: ${fault}`));
  };
  const judge = (seen: SeenPage, where: string) => {
    const next = (queues.get(seen.width) ?? Promise.resolve()).then(() => judgeOne(seen, where)).catch((caught: unknown) => { faults.push(`${where}: could not be judged: ${String(caught)}`); });
    queues.set(seen.width, next);
  };
  return { judge, verdicts: async () => { await Promise.all(queues.values()); return faults; } };
}

function remember<Key, Value>(map: Map<Key, Value>, key: Key, value: Value): Value {
  map.set(key, value);
  return value;
}

async function openWindow(browser: Browser, width: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'es-BO', bypassCSP: true });
  await context.addInitScript(axe.source);
  return context.newPage();
}

async function axeFaults(page: Page, { url, html, isNew }: SeenPage): Promise<string[]> {
  await page.route(url, (route) => route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' }));
  await page.goto(url);
  const found = await page.evaluate<readonly Violation[]>(`axe.run(document, ${JSON.stringify(isNew ? everyRule : rulesOfWidth)}).then(({ violations }) => violations)`);
  await page.unroute(url);
  return found.map(({ id, nodes }) => `axe ${id}: ${nodes.map(({ target }) => target.join(' ')).slice(0, 3).join(', ')}`);
}

type Violation = { readonly id: string; readonly nodes: readonly { readonly target: readonly string[] }[] };
