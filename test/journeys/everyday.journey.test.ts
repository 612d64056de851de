import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { scanned } from '#support/journey/pdf.ts';
import { demoPassword, startJourney, type Journey } from '#support/journey/site.ts';
import { answerTask, applyForBooklet, awaitText, follow, goOn, numberOf, openByNumber, start, takeTask } from '#support/journey/steps.ts';
import { check } from '#support/journey/watch.ts';

let journey: Journey;
before(async () => { journey = await startJourney(); });
after(() => journey.close());

const juan = '6123450-1A';
const tabsMax = 90;

// What runs inside the page is text, because the types of a browser are not those of the server.
const focused = `(() => {
  const element = document.activeElement;
  return [element.innerText, element.getAttribute('aria-label'), ...[...(element.labels ?? [])].map((label) => label.innerText)].join(' ').trim();
})()`;

/** Walks with the tab key until the focus is on what says these words. */
async function tabTo(page: Page, words: string): Promise<void> {
  for (let press = 0; press < tabsMax; press++) {
    await page.keyboard.press('Tab');
    if ((await page.evaluate<string>(focused)).includes(words)) return;
  }
  assert.fail(`«${words}» can be reached with the tab key on ${page.url()}`);
}

/** Walks to what says these words and presses a key there that leads to another page. */
async function pressAt(page: Page, words: string, key = 'Enter'): Promise<void> {
  await tabTo(page, words);
  await Promise.all([page.waitForEvent('domcontentloaded'), page.keyboard.press(key)]);
  await check(page);
}

async function type(page: Page, words: string, text: string): Promise<void> {
  await tabTo(page, words);
  await page.keyboard.type(text);
}

describe('ordinary days', { concurrency: 2 }, () => {
  test('with the keyboard alone, from the front page to a number', { timeout: 120_000 }, async () => {
    const page = await journey.person('desk');
    await page.goto('/');
    await page.keyboard.press('Tab');
    assert.match(await page.evaluate<string>(focused), /Ir al contenido|Saltar/, 'the first stop leads to the content');
    await type(page, 'Buscar un trámite', 'libreta de tripulante');
    await Promise.all([page.waitForEvent('domcontentloaded'), page.keyboard.press('Enter')]);
    await check(page);
    await pressAt(page, 'Libreta de tripulante terrestre');
    await pressAt(page, 'Iniciar el trámite');
    await pressAt(page, 'Ingresar con Ciudadanía Digital');
    await type(page, 'documento', juan);
    await type(page, 'ontraseña', demoPassword);
    await pressAt(page, 'Ingresar');
    if (!page.url().includes('/tramites/')) await pressAt(page, 'Permitir');
    await pressAt(page, 'Empezar la solicitud', 'Space');
    await tabTo(page, 'Conductor');
    await page.keyboard.press('Space');
    await tabTo(page, 'Carga');
    await page.keyboard.press('Space');
    await pressAt(page, 'Guardar y continuar');
    await tabTo(page, 'Por mi cuenta');
    await page.keyboard.press('Space');
    await pressAt(page, 'Guardar y continuar');
    await tabTo(page, 'Cédula de identidad');
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Space')]);
    await chooser.setFiles(scanned('cedula', 'Cedula de identidad'));
    await pressAt(page, 'Guardar y continuar');
    await pressAt(page, 'Enviar la solicitud', 'Space');
    await numberOf(page);
  });

  test('a draft goes from the telephone to the desk, and outlives the session', { timeout: 120_000 }, async () => {
    const phone = await journey.citizen('4567891', 'phone');
    await check(phone);
    assert.match(await phone.locator('main').innerText(), /Todavía no tiene trámites/);
    await phone.goto('/buzon');
    await check(phone);
    await start(phone, 'copias-simples');
    await phone.getByLabel('Soy quien importó').check();
    await goOn(phone);
    await phone.getByLabel('Número del documento').fill('2019/201/C-77');
    await phone.getByLabel('Describa el documento').fill('Una declaración de 2019.');
    await goOn(phone, 'Guardar y salir');
    assert.match(await phone.locator('main').innerText(), /Guardamos su solicitud/, 'what is missing may wait');
    await phone.getByRole('link', { name: 'Solicitud de copias simples', exact: true }).click();
    await goOn(phone);
    await goOn(phone);
    assert.equal(await phone.locator('.govuk-error-summary').count(), 1, 'what is missing is said, and what is there is kept');
    const address = new URL(phone.url());

    await phone.context().clearCookies({ name: 'sesion' });
    await goOn(phone);
    assert.match(await phone.locator('h1').innerText(), /Debe ingresar/);
    await phone.getByRole('link', { name: 'ingresar', exact: true }).click();
    await check(phone);
    await phone.getByText('Ingresar con Ciudadanía Digital').click();
    await phone.waitForURL((url) => url.pathname === address.pathname);
    assert.equal(await phone.getByLabel('Describa el documento').inputValue(), 'Una declaración de 2019.', 'back where they were, with everything that was kept');

    const desk = await journey.citizen('4567891', 'desk');
    await check(desk);
    await desk.getByRole('link', { name: 'Solicitud de copias simples', exact: true }).click();
    await check(desk);
    await goOn(desk);
    assert.equal(await desk.getByLabel('Número del documento').inputValue(), '2019/201/C-77');
    await desk.getByLabel('Tipo de documento').selectOption('resolucion');
    await desk.getByLabel('Año del documento').fill('2019');
    await goOn(desk);
    await phone.reload();
    assert.equal(await phone.getByLabel('Año del documento').inputValue(), '2019', 'the telephone sees what the desk wrote');

    const other = await journey.citizen('5234876', 'desk');
    assert.equal((await other.goto(`${address.pathname}`))?.status(), 404, 'nobody else has that draft');
    await check(other);
    await desk.goto('/mis-tramites');
    await follow(desk, 'Descartar');
    await goOn(desk, 'Sí, descartarlo');
    await check(desk);
  });

  test('two officers at the same case: one is first, the other is told', { timeout: 120_000 }, async () => {
    const [applicant, edgar, twin, supervisor, nobody] = await Promise.all([
      journey.citizen('3987654', 'desk'), journey.officer('ventanilla.migracion', 'desk'), journey.officer('ventanilla.migracion', 'phone'),
      journey.officer('jefatura.migracion', 'phone'), journey.officer('diseno', 'desk'),
    ]);
    await edgar.goto('/escritorio');
    await check(edgar);
    const number = await applyForBooklet(applicant), address = new URL(applicant.url()).pathname;
    await takeTask(edgar, number);
    await takeTask(twin, number);
    await answerTask(edgar, 'Cumple');
    await twin.getByLabel('Rechazar', { exact: true }).check();
    await twin.getByLabel('Motivo', { exact: true }).fill('Otra opinión.');
    await goOn(twin, 'Continuar');
    assert.match(await twin.locator('main').innerText(), /ya/i, 'the second answer finds the first');
    await openByNumber(supervisor, number);
    assert.equal(await supervisor.getByRole('button', { name: 'Tomar' }).count(), 0);
    await supervisor.goto('/escritorio/equipo');
    await check(supervisor);

    assert.equal((await nobody.goto('/escritorio'))?.status(), 403);
    await check(nobody);
    assert.equal((await nobody.goto('/no-existe'))?.status(), 404);
    await check(nobody);
    await applicant.goto(`${address}/retiro`);
    await check(applicant);
    await goOn(applicant, 'Sí, retirar la solicitud');
    assert.match(await applicant.locator('main').innerText(), /Retirad/);
    await edgar.goto(`/escritorio/busqueda?numero=${number.slice(0, -1)}x`);
    await check(edgar);
  });

  test('a refusal says why, and what may be done', { timeout: 120_000 }, async () => {
    const [applicant, edgar] = await Promise.all([journey.citizen('4567891', 'phone'), journey.officer('ventanilla.migracion', 'desk')]);
    const number = await applyForBooklet(applicant), address = applicant.url();
    await takeTask(edgar, number);
    await answerTask(edgar, 'Rechazar', 'La cédula no se lee');
    await applicant.goto(address);
    await awaitText(applicant, 'Motivo: La cédula no se lee.');
    assert.match(await applicant.locator('main').innerText(), /recurso de revocatoria/);
  });
});

const paper = { width: 794, height: 1100 }, twiceAsLarge = { width: 720, height: 450 };

test('on paper and at twice the size', { timeout: 120_000 }, async () => {
  const [applicant, edgar] = await Promise.all([journey.citizen('10234567', 'desk'), journey.officer('ventanilla.migracion', 'desk')]);
  const number = await applyForBooklet(applicant), address = new URL(applicant.url()).pathname;
  await openByNumber(edgar, number);
  const sheet = `${new URL(edgar.url()).pathname}/hoja-de-ruta`;
  const rows: readonly (readonly [page: Page, path: string])[] = [[applicant, '/tramites/libreta-de-tripulante-terrestre'], [applicant, `${address}/comprobante`], [applicant, '/calendario'], [applicant, address], [edgar, sheet]];
  for (const [page, path] of rows) {
    await page.goto(path);
    await page.setViewportSize(twiceAsLarge);
    assert.equal(await widthBeyondScreen(page), 0, `${path} fits a desk at 200 %`);
    await page.setViewportSize(paper);
    await page.emulateMedia({ media: 'print' });
    assert.equal(await widthBeyondScreen(page), 0, `${path} fits a sheet`);
    assert.equal(await page.locator('.app-nav, .app-footer, .app-session, main .govuk-button').filter({ visible: true }).count(), 0, `${path}: nothing to press on paper`);
    assert.equal(await page.locator('.app-print-address').isVisible(), true);
    await page.emulateMedia({ media: 'screen' });
  }
  await applicant.goto(`${address}/consultas`);
  assert.match(await applicant.locator('main').innerText(), /Edgar Poma/);
});

const widthBeyondScreen = (page: Page): Promise<number> => page.evaluate<number>('Math.max(0, document.documentElement.scrollWidth - innerWidth)');

test('nothing was wrong on any page: accessibility, markup, width, words', async () => assert.deepEqual(await journey.faults(), []));
