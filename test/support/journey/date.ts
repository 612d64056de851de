import type { Page } from 'playwright-core';
import type { LocalDate } from '#kernel/clock.ts';
import { boxesOf } from '#kernel/html/day-boxes.ts';
import { check } from './watch.ts';

/** Moves the demonstration to a later day on its page; everybody stays logged in. */
export async function moveDate(page: Page, to: LocalDate): Promise<void> {
  const { day, month, year } = boxesOf(to);
  await page.goto('/demo/fecha');
  await page.getByLabel('Otro día', { exact: true }).check();
  for (const [label, value] of [['Día', day], ['Mes', month], ['Año', year]] as const) await page.getByLabel(label, { exact: true }).fill(value);
  await page.getByRole('button', { name: 'Mover la fecha' }).click();
  await check(page);
}
