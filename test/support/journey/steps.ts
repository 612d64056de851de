import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { localDateOf, type LocalDate } from '#kernel/clock.ts';
import { boxesOf } from '#kernel/html/day-boxes.ts';
import { scanned } from './pdf.ts';
import { check } from './watch.ts';

/** Presses the main button of a form page and looks at what comes. */
export async function goOn(page: Page, button = 'Guardar y continuar'): Promise<void> {
  await page.locator('main').getByRole('button', { name: button, exact: true }).locator('visible=true').first().click();
  await check(page);
}

/** What the page says between its top and its foot. */
export const mainText = (page: Page): Promise<string> => page.locator('main').innerText();

/** What the page says must be corrected. */
export const problemText = (page: Page): Promise<string> => page.locator('.govuk-error-summary').innerText();

/** Goes to an address and looks at what comes. */
export async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await check(page);
}

/** Follows a link or a button that looks like one, by its words, and looks at what comes. */
export async function follow(page: Page, text: string): Promise<void> {
  await page.getByText(text).locator('visible=true').first().click();
  await check(page);
}

/** Presses a button whose hidden words may say more than its visible ones. */
export async function press(page: Page, text: string): Promise<void> {
  await page.locator('main').getByRole('button', { name: text }).first().click();
  await check(page);
}

/** Downloads what a link leads to. */
export async function download(page: Page, text: string): Promise<Buffer> {
  const [coming] = await Promise.all([page.waitForEvent('download'), page.getByText(text).first().click()]);
  return readFile(await coming.path());
}

/** A stranger drops a file on the public page, which says `verdict`. */
export async function verify(stranger: Page, file: Buffer, verdict: RegExp): Promise<void> {
  await stranger.goto('/verificar');
  await stranger.locator('input[type=file]').setInputFiles({ name: 'documento.pdf', mimeType: 'application/pdf', buffer: file });
  await stranger.locator('main form:has(input[type=file]) button[type=submit]').click();
  await check(stranger);
  assert.match(await stranger.locator('main').innerText(), verdict);
}

/** Starts a procedure from its public page and stands at the first page of the form. */
export async function start(page: Page, slug: string): Promise<void> {
  await page.goto(`/tramites/${slug}`);
  await check(page);
  await page.getByText('Iniciar el trámite').click();
  await check(page);
  await goOn(page, 'Empezar la solicitud');
}

/** Opens the address again until the text is there: what the outbox does comes a moment later. */
export async function awaitText(page: Page, text: string, secondsMax = 20): Promise<void> {
  const until = Date.now() + secondsMax * 1000;
  while (!(await page.locator('main').innerText()).includes(text)) {
    assert.ok(Date.now() < until, `«${text}» appears on ${page.url()} within ${secondsMax} s; it says:\n${await page.locator('main').innerText()}`);
    await page.waitForTimeout(300);
    await page.reload();
  }
  await check(page);
}

/** Pays the pending charge of the case that is open, with the simulated QR, and comes back to it. */
export async function pay(page: Page): Promise<void> {
  const address = page.url();
  await awaitText(page, 'Le toca pagar');
  await goOn(page, 'Pagar en línea');
  await page.getByRole('button', { name: /QR/ }).first().click();
  await check(page);
  await page.goto(address);
  await awaitText(page, 'Pago recibido');
}

/** Writes a day, as it is in Bolivia, into the three boxes of the only date on the page. */
export async function fillDay(page: Page, day: Date): Promise<void> {
  const [year = '', month = '', date = ''] = localDateOf(day).split('-').map((part) => String(Number(part)));
  for (const [label, value] of [['Día', date], ['Mes', month], ['Año', year]] as const) await page.getByLabel(label, { exact: true }).fill(value);
}

/** Writes a day into the three boxes of one of several dates on the page. */
export async function fillDate(page: Page, id: string, day: LocalDate): Promise<void> {
  const boxes = boxesOf(day);
  for (const part of ['day', 'month', 'year'] as const) await page.locator(`[name="${id}-${part}"]`).fill(boxes[part]);
}

/** An officer opens a case by its number. */
export async function openByNumber(page: Page, number: string): Promise<void> {
  await page.goto(`/escritorio/busqueda?numero=${number}`);
  await check(page);
}

/** One open task on the page of a case. */
export const taskBlock = (page: Page, name: string): Locator => page.locator('.app-task').filter({ has: page.getByRole('heading', { name, exact: true }) });

/** An officer opens a case by its number, takes the open task (the one of that name, where there are several) and stands at its form. */
export async function takeTask(page: Page, number: string, name?: string): Promise<void> {
  await openByNumber(page, number);
  const claim = (name === undefined ? page.locator('main') : taskBlock(page, name)).getByRole('button', { name: 'Tomar' }).first();
  if (await claim.count() > 0) { await claim.click(); await check(page); }
  await (name === undefined ? page.locator('main') : taskBlock(page, name)).getByText('Atender', { exact: true }).first().click();
  await check(page);
}

/** Answers the task whose form is open; confirms where it asks. */
export async function answerTask(page: Page, outcome: string, reason = ''): Promise<void> {
  await page.getByLabel(outcome, { exact: true }).check();
  if (reason !== '') await page.getByLabel('Motivo', { exact: true }).fill(reason);
  await goOn(page, 'Continuar');
  const confirm = page.getByRole('button', { name: 'Confirmar' });
  if (await confirm.count() > 0) await confirm.click();
  await check(page);
}

/** The number of the case that is open. */
export async function numberOf(page: Page): Promise<string> {
  const found = /[A-Z]+-\d{4}-\d{6}-\d/.exec(await page.locator('main').innerText())?.[0];
  assert.ok(found, 'the page names the case by its number');
  return found;
}

/** Hands in the application for a booklet; gives its number. */
export async function applyForBooklet(page: Page): Promise<string> {
  await start(page, 'libreta-de-tripulante-terrestre');
  await page.getByLabel('Conductor', { exact: true }).check();
  await page.getByLabel('Carga').check();
  await goOn(page);
  await page.getByLabel('Por mi cuenta').check();
  await goOn(page);
  await page.locator('input[type=file]').setInputFiles(scanned('cedula', 'Cedula de identidad'));
  await goOn(page);
  await goOn(page, 'Enviar la solicitud');
  return numberOf(page);
}
