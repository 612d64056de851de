import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { check } from './watch.ts';

/** Presses the main button of a form page and looks at what comes. */
export async function goOn(page: Page, button = 'Guardar y continuar'): Promise<void> {
  await page.locator('main').getByRole('button', { name: button, exact: true }).locator('visible=true').first().click();
  await check(page);
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

/** An officer opens a case by its number, takes the open task and stands at its form. */
export async function takeTask(page: Page, number: string): Promise<void> {
  await page.goto(`/escritorio/busqueda?numero=${number}`);
  await check(page);
  const claim = page.getByRole('button', { name: 'Tomar' }).first();
  if (await claim.count() > 0) await claim.click();
  await check(page);
  await page.getByText('Atender', { exact: true }).first().click();
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
