import { join } from 'node:path';
import type { Page, Response } from 'playwright-core';
import type { Judge } from './judge.ts';

// Words that no Spanish screen of ours has; names of codes and spacing that nobody should read.
const odd: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['an English word', /\b(the|and|your|submit|file not|error occurred|undefined|null|NaN|loading|password|login|logout|required|invalid|next|previous|search|welcome|page)\b/i],
  ['a raw code', /\b[a-z]{2,}(?:_[a-z]{2,})+\b|\{\{|\[object/],
  ['a word twice', /(?<![\p{L}\d])(\p{L}{2,}) \1(?![\p{L}\d])/u],
  ['words run together', /\p{Ll}{3}(?!Script)\p{Lu}\p{Ll}|\d\p{Lu}\p{Ll}{2}/u],
  ['odd spacing', /[^\s.] [,;](?:\s|$)|[^.]\.\.(?!\.)|,,|\( | \)/],
];

// A folder for a picture of every page that is looked at, for whoever wants to see them all.
const pictures = process.env.JOURNEY_PICTURES;

/** What watching needs: where faults are written, and the judge who is asked for the rest. */
export type Watch = { readonly width: number; readonly faults: string[]; readonly judge: Judge; readonly seen: Set<string> };

/** Looks at every page that `check` is called for, once for each address, state and width, and writes down what is wrong with it. */
export function watchPages(page: Page, watch: Watch): void {
  let last: Response | undefined;
  page.on('pageerror', (error) => watch.faults.push(`${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    // A picture alone is shown in a page of the browser's own, whose style our headers forbid.
    const isOurs = last?.headers()['content-type']?.startsWith('text/html') ?? false;
    if (message.type() === 'error' && isOurs && !message.text().startsWith('Failed to load resource')) watch.faults.push(`${page.url()}: ${message.text()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 500) watch.faults.push(`${response.url()} answered ${response.status()}`);
    if (response.request().isNavigationRequest() && response.frame() === page.mainFrame()) last = response;
  });
  looks.set(page, () => look(page, last, watch));
}

const looks = new WeakMap<Page, () => Promise<void>>();

/** Judges the page as it stands: call it after each step of a journey. */
export async function check(page: Page): Promise<void> {
  await page.waitForLoadState();
  await looks.get(page)?.();
}

async function look(page: Page, last: Response | undefined, { width, faults, judge, seen }: Watch): Promise<void> {
  const path = new URL(page.url()).pathname.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id'), where = `${path} at ${width} px`;
  const html = await sentHtml(page, last), markup = `${path} ${signature(html)}`, key = `${width} ${markup}`;
  if (seen.has(key)) return;
  const isNew = !seen.has(markup);
  seen.add(key).add(markup);
  if (html.match(/<h1\b/g)?.length !== 1) faults.push(`${where}: not exactly one main heading`);
  const beyond = await page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  if (beyond > 0) faults.push(`${where}: ${beyond} px wider than the screen`);
  const broken = await page.evaluate<readonly string[]>('[...document.images].filter((one) => one.complete && one.naturalWidth === 0).map((one) => one.src)');
  faults.push(...broken.map((source) => `${where}: the picture ${source} does not show`));
  faults.push(...oddWords(await page.locator('body').innerText()).map((fault) => `${where}: ${fault}`));
  if (pictures !== undefined) await page.screenshot({ path: join(pictures, `${String(seen.size).padStart(3, '0')} ${where.replaceAll('/', '·')} ${process.pid}.png`), fullPage: true });
  judge.judge({ url: page.url(), html, width, isNew }, where);
}

/** What a person should not read in a text, each with its surroundings. */
function oddWords(text: string): string[] {
  return odd.flatMap(([what, pattern]) => {
    const found = pattern.exec(text);
    return found ? [`${what}, «${found[0]}»: …${text.slice(Math.max(0, found.index - 40), found.index + 50).replaceAll('\n', ' ')}…`] : [];
  });
}

// What the server sent, not what the browser made of it.
async function sentHtml(page: Page, last: Response | undefined): Promise<string> {
  const sent = last?.url().split('#')[0] === page.url().split('#')[0] ? await last?.text().catch(() => undefined) : undefined;
  return sent ?? `<!DOCTYPE html>${await page.evaluate<string>('document.documentElement.outerHTML')}`;
}

// Pages of one address differ by their headings and questions; numbers and names of days make no difference.
const signature = (html: string): string =>
  [...html.matchAll(/<(title|h1|h2|h3|legend|label)\b[^>]*>(.*?)<\/\1>/gs)].map((match) => (match[2] ?? '').replaceAll(/<[^>]*>|\d+|\b\p{L}+ de \p{L}+ de\b/gu, '')).join('|');
