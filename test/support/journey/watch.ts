import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { documentFaults } from '#support/markup.ts';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

// Words that no Spanish screen of ours has; codes and addresses are looked over.
const english = /\b(the|and|your|submit|file not|error occurred|undefined|null|NaN|loading|password|login|logout|required|invalid|next|previous|search|welcome|page)\b/i;

/** Looks at every page that is shown, once for each title and state, and writes down what is wrong with it. */
export function watchPages(page: Page, width: number, faults: string[]): void {
  const seen = new Set<string>();
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`));
  page.on('response', (response) => { if (response.status() >= 500) faults.push(`${response.url()} answered ${response.status()}`); });
  looks.set(page, () => look(page, width, seen, faults));
}

const looks = new WeakMap<Page, () => Promise<void>>();

/** Judges the page as it stands: call it after each step of a journey. */
export async function check(page: Page): Promise<void> {
  await looks.get(page)?.();
}

async function look(page: Page, width: number, seen: Set<string>, faults: string[]): Promise<void> {
  const where = `${new URL(page.url()).pathname.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')} at ${width} px`;
  const key = `${where} ${await page.title()}`;
  if (seen.has(key)) return;
  seen.add(key);
  const beyond = await page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  if (beyond > 0) faults.push(`${where}: ${beyond} px wider than the screen`);
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
  faults.push(...violations.map(({ id, nodes }) => `${where}: axe ${id}: ${nodes.map(({ target }) => target.join(' ')).slice(0, 3).join(', ')}`));
  const text = await page.locator('body').innerText();
  const word = english.exec(text)?.[0];
  if (word !== undefined) faults.push(`${where}: an English word, «${word}»: ${text.slice(Math.max(0, text.search(english) - 30), text.search(english) + 40).replaceAll('\n', ' ')}`);
  faults.push(...(await documentFaults(await rawHtml(page))).map((fault) => `${where}: html ${fault}`));
}

// What the server sent, not what the browser made of it. A page that answered a POST can't be asked for again, so the browser's is taken.
async function rawHtml(page: Page): Promise<string> {
  const response = await page.context().request.get(page.url(), { maxRedirects: 0 }).catch(() => undefined);
  const type = response?.headers()['content-type'] ?? '';
  return response?.status() === 200 && type.startsWith('text/html') ? response.text() : `<!DOCTYPE html>${await page.evaluate<string>('document.documentElement.outerHTML')}`;
}
