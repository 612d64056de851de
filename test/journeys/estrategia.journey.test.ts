import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { picture, startJourney, type Journey } from '#support/journey/site.ts';
import { download, follow, goOn, press } from '#support/journey/steps.ts';
import { check } from '#support/journey/watch.ts';

let journey: Journey, home = '';
before(async () => { journey = await startJourney(); });
after(() => journey.close());

const main = (page: Page) => page.locator('main').innerText();
const libreta = 'libreta-de-tripulante-terrestre', pasaporte = 'pasaporte-corriente';

const demand: readonly (readonly [slug: string, year: string, mean: string, most: string, people: string, rural: string])[] = [
  [pasaporte, '180.000', '750', '1.900', '4.000.000', '35'], [libreta, '9.000', '36', '120', '60.000', '70'], ['certificaciones-apostilladas', '21.000', '85', '240', '250.000', '40'],
];

async function write(page: Page, section: string, text: string): Promise<void> {
  await page.goto(`${home}/seccion/${section}`);
  await page.locator('#texto').fill(text);
  await goOn(page, 'Guardar y revisar');
}

const stages = [['Simplificar los requisitos', 'Unidad de sistemas y unidad jurídica', '11', '1', '26', '2'], ['Probar con veinte personas', 'Ventanilla de La Paz', '1', '3', '31', '3'], ['Poner en marcha en todo el país', 'Dirección de extranjería', '1', '4', '30', '6']] as const;

async function fillStages(page: Page, slug: string): Promise<void> {
  await page.goto(`${home}/soluciones/${slug}/etapas`);
  for (const [at, [name, actor, fromDay, fromMonth, toDay, toMonth]] of stages.entries()) {
    await press(page, at === 0 ? 'Agregar' : 'Agregar otra etapa');
    const field = (key: string) => page.locator(`[name="etapas.${at}.${key}"]`);
    await field('nombre').fill(name);
    await field('actor').fill(actor);
    for (const [key, day, month] of [['inicio', fromDay, fromMonth], ['fin', toDay, toMonth]] as const) { await field(`${key}-day`).fill(day); await field(`${key}-month`).fill(month); await field(`${key}-year`).fill('2027'); }
    if (at > 0) await field('despues_de').fill(String(at));
  }
  await goOn(page);
}

test('a strategy goes from a frozen order to a signed document, written by several', { timeout: 300_000 }, async () => {
  const alejandra = await journey.officer('gobierno.migracion', 'desk');
  await alejandra.goto('/plan/estrategia/nueva');
  await check(alejandra);
  assert.match(await main(alejandra), /Falta un orden de prioridad guardado/);
  await alejandra.goto('/plan/inventario');
  await goOn(alejandra, 'Traer los trámites publicados');
  for (const [slug, year, mean, most, people, rural] of demand) {
    await alejandra.goto(`/plan/inventario/tramite/${slug}/demanda`);
    for (const [label, value] of [['Solicitudes al año', year], ['Promedio de solicitudes al día', mean], ['Máximo de solicitudes en un día', most], ['Personas a las que beneficia', people], ['Solicitudes que llegan del área rural o de otros departamentos', rural]] as const) await alejandra.getByLabel(label).fill(value);
    await goOn(alejandra);
    await alejandra.goto(`/plan/inventario/tramite/${slug}/tiempo-y-costo`);
    await alejandra.getByLabel('Horas que quien solicita pasa en oficinas').fill('3');
    await alejandra.getByLabel('Veces que debe ir a una oficina').fill('2');
    await goOn(alejandra);
  }
  await alejandra.goto('/plan/priorizacion');
  await goOn(alejandra, 'Guardar este orden');

  await alejandra.goto('/plan');
  await follow(alejandra, 'Estrategia de digitalización');
  await follow(alejandra, 'Empezar una estrategia');
  await alejandra.locator('#hasta-year').fill('2020');
  await goOn(alejandra, 'Continuar');
  assert.match(await alejandra.locator('.govuk-error-summary').innerText(), /terminar después de empezar/);
  await alejandra.locator('#hasta-year').fill('2027');
  await goOn(alejandra, 'Continuar');
  await goOn(alejandra, 'Guardar');
  assert.match(await alejandra.locator('.govuk-error-summary').innerText(), /Elija al menos un trámite/);
  for (const name of [/Pasaporte/i, /Libreta/i, /postill/i]) await alejandra.getByLabel(name).check();
  await goOn(alejandra, 'Guardar');
  home = new URL(alejandra.url()).pathname;
  assert.match(await main(alejandra), /Libreta[\s\S]*Funciona en línea/i);

  await write(alejandra, 'objetivo-general', 'Implementar un sistema informático de trámites.');
  assert.match(await main(alejandra), /empieza por «implementar»: es un paso/);
  await picture(alejandra, 'estrategia-consejos');
  await write(alejandra, 'objetivo-general', 'Reducir los viajes y la espera de las personas que piden documentos migratorios, vivan donde vivan.');
  assert.match(await main(alejandra), /Ninguno: dice lo que pide la guía/);
  await alejandra.goBack();
  await check(alejandra);
  await write(alejandra, 'objetivos-especificos', '- Evitar que las personas viajen sólo para entregar papeles.\n- Acortar la espera entre la solicitud y el documento.\n- Permitir que cualquiera compruebe un documento migratorio sin ir a una oficina.');
  await write(alejandra, 'antecedentes', 'La Dirección General de Migración atiende cada año a cientos de miles de personas, y la mayoría debe ir a una oficina.\n\nLa entidad tiene un plan de gobierno electrónico (PIGE) en ejecución. Durante la pandemia atendió con citas:\n- por teléfono,\n- por correo electrónico.');
  await write(alejandra, `diseno.${libreta}`, 'La persona se identifica con Ciudadanía Digital y llena el formulario desde su casa, porque hoy viaja sólo para entregarlo. Paga en línea y elige su cita: así va una sola vez. Si algo falta, lo corrige por internet y recibe avisos en su correo.');
  await fillStages(alejandra, libreta);
  await goOn(alejandra);
  await alejandra.goto(home);
  await check(alejandra);
  await picture(alejandra, 'estrategia');

  const ivan = await journey.officer('mae.migracion', 'desk');
  await ivan.goto(`${home}/seccion/objetivo-general`);
  await check(ivan);
  assert.equal(await ivan.locator('#texto').count(), 0, 'the authority reads');
  await goOn(ivan, 'Comentar');
  assert.match(await ivan.locator('.govuk-error-summary').innerText(), /Escriba el comentario/);
  await ivan.locator('#comentario').fill('¿Cuántos viajes se evitarían al año?');
  await goOn(ivan, 'Comentar');
  await alejandra.goto(`${home}/seccion/objetivo-general`);
  await alejandra.getByLabel('Responder').fill('Lo dice el cuadro de la carga de cada solución.');
  await goOn(alejandra, 'Responder');
  await goOn(alejandra, 'Dar por resuelto');
  assert.match(await main(alejandra), /Resuelto/);

  await follow(alejandra, 'Estrategia');
  await follow(alejandra, 'Qué falta');
  assert.match(await main(alejandra), /«7\. Estrategia para mejora continua» está vacía/);
  await alejandra.goto(`${home}/versiones`);
  await check(alejandra);
  await alejandra.locator('#nota').fill('Para la máxima autoridad');
  await goOn(alejandra, 'Congelar');
  assert.match(await main(alejandra), /Comprobada[\s\S]*Reducir los viajes/);

  await write(alejandra, 'objetivo-general', 'Reducir los viajes, la espera y el gasto de las personas que piden documentos migratorios, vivan donde vivan.');
  await write(alejandra, 'mejora', 'Cada trimestre se revisan los indicadores del tablero y la encuesta de satisfacción; la dirección decide los cambios y los publica.');
  await alejandra.goto(`${home}/versiones`);
  await goOn(alejandra, 'Comparar');
  assert.match(await main(alejandra), /Cambiaron 2 partes[\s\S]*Objetivo general/);
  await picture(alejandra, 'estrategia-comparar');
  await follow(alejandra, 'Versiones');
  await follow(alejandra, 'Versión 1');
  assert.doesNotMatch(await main(alejandra), /el gasto de las personas que piden documentos migratorios[\s\S]*Cuadro 1/, 'what was frozen stays');

  await alejandra.goto(`${home}/documento`);
  await check(alejandra);
  await alejandra.locator('summary', { hasText: 'Descargar' }).first().click();
  for (const [link, begins] of [['Descargar ODT', 'PK'], ['Descargar PDF', '%PDF']] as const) {
    const file = await download(alejandra, link);
    assert.equal(file.subarray(0, begins.length).toString(), begins);
    assert.ok(file.length > 20_000);
  }
  await alejandra.goto(`${home}/seccion/objetivo-general/historia`);
  await check(alejandra);
});

test('two people who write at once see both texts', { timeout: 120_000 }, async () => {
  const [one, other] = [await journey.officer('gobierno.migracion', 'desk'), await journey.officer('gobierno.migracion', 'desk')];
  for (const page of [one, other]) await page.goto(`${home}/seccion/soporte`);
  await one.locator('#texto').fill('Por la línea gratuita, de lunes a viernes.');
  await goOn(one, 'Guardar y revisar');
  await other.locator('#texto').fill('Por correo, todos los días.');
  await goOn(other, 'Guardar y revisar');
  assert.match(await main(other), /Por la línea gratuita/);
  assert.equal(await other.locator('#texto').inputValue(), 'Por correo, todos los días.');
  await other.locator('#texto').fill('Por la línea gratuita, de lunes a viernes, y por correo, todos los días.');
  await goOn(other, 'Guardar lo mío');
  assert.match(await main(other), /La escribió por última vez/);

  for (const page of [one, other]) await page.goto(`${home}/soluciones/${libreta}/etapas`);
  for (const [page, name] of [[one, 'Simplificar de uno'], [other, 'Simplificar del otro']] as const) { await page.locator('[name="etapas.0.nombre"]').fill(name); await goOn(page); }
  assert.match(await main(other), /Otra persona guardó esta página[\s\S]*Simplificar de uno/);
  assert.equal(await other.locator('[name="etapas.0.nombre"]').inputValue(), 'Simplificar del otro');
  await goOn(other);
  assert.match(other.url(), /\/carga$/);
});

test('the same pages on a telephone', { timeout: 120_000 }, async () => {
  const alejandra = await journey.officer('gobierno.migracion', 'phone');
  for (const place of ['', '/datos', '/soluciones', `/soluciones/${libreta}/etapas`, `/soluciones/${libreta}/carga`, '/seccion/antecedentes', '/seccion/objetivo-general', `/seccion/diseno.${libreta}`, '/seccion/objetivo-general/historia', '/que-falta', '/documento', '/versiones', '/versiones/1', '/comparacion?de=1&a=borrador']) {
    await alejandra.goto(`${home}${place}`);
    await check(alejandra);
  }
  await alejandra.goto('/plan/estrategia');
  await check(alejandra);
});

test('nothing was wrong on any page: accessibility, markup, width, words', async () => assert.deepEqual(await journey.faults(), []));
