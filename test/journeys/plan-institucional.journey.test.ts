import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openDatabase } from '#kernel/db/index.ts';
import { picture, startJourney, type Journey } from '#support/journey/site.ts';
import { download, follow, goOn } from '#support/journey/steps.ts';
import { check } from '#support/journey/watch.ts';

let journey: Journey;
before(async () => { journey = await startJourney(); });
after(() => journey.close());

const errors = (page: Awaited<ReturnType<Journey['person']>>) => page.locator('.govuk-error-summary').innerText();
let example = '', own = '';

test('a head of electronic government begins with the example, and reads the plan of Oruro whole', { timeout: 240_000 }, async () => {
  const rge = await journey.officer('gobierno.gad', 'desk'), main = () => rge.locator('main').innerText();
  await rge.goto('/plan/pige');
  await check(rge);
  assert.match(await main(), /Todavía no hay un plan/);
  await goOn(rge, 'Empezar con el ejemplo de Oruro');
  example = new URL(rge.url()).pathname;
  assert.match(await main(), /Es un ejemplo/);
  await rge.reload();
  await picture(rge, 'plan-indice');
  for (const [section, says] of [['diagnostico', /inventario/], ['foda', /F9\. /], ['objetivos', /Gobierno Eficiente y Eficaz/], ['pilares', /Ley de Gobierno Electrónico/], ['indicadores', /GEE-4/], ['proyectos', /Cronograma/], ['presupuesto', /90\.779\.592,16/], ['riesgos', /Apropiación Tecnológica/]] as const) {
    await rge.goto(`${example}/seccion/${section}`);
    await check(rge);
    assert.match(await main(), says);
  }
  await rge.goto(example);
  await follow(rge, 'Leer y descargar');
  assert.match(await main(), /Principio de igualdad[\s\S]*55\.391\.700,00/);
  assert.equal((await download(rge, 'Descargar ODT')).subarray(0, 2).toString(), 'PK');
});

test('the own plan is begun, written, corrected and scheduled', { timeout: 240_000 }, async () => {
  const rge = await journey.officer('gobierno.aduana', 'desk'), main = () => rge.locator('main').innerText();
  await rge.goto('/plan/pige');
  await follow(rge, 'Empezar un plan');
  await rge.getByLabel('Último año').fill('2019');
  await goOn(rge);
  assert.match(await errors(rge), /no puede ser anterior/);
  await rge.getByLabel('Último año').fill('2028');
  await goOn(rge);
  own = new URL(rge.url()).pathname;
  assert.match(await main(), /Falta escribir 11 secciones/);

  await follow(rge, 'Misión y visión');
  await follow(rge, 'Escribir los textos');
  await rge.getByLabel('Misión').fill('Atender a quien importa y exporta sin que tenga que venir.');
  await rge.getByLabel('Visión').fill('Todo trámite de la Aduana se puede hacer en línea.');
  await goOn(rge, 'Guardar');
  assert.match(await main(), /sin que tenga que venir/);

  await rge.goto(`${own}/seccion/alineacion`);
  await follow(rge, 'Agregar plan');
  await goOn(rge, 'Guardar');
  assert.match(await errors(rge), /clase de plan/);
  await rge.getByLabel('Clase').selectOption('pei');
  await rge.getByLabel('Nombre').fill('PEI 2021-2025');
  await rge.getByLabel('Rige desde el año').fill('2021');
  await rge.getByLabel('Hasta el año').fill('2025');
  await goOn(rge, 'Guardar');
  assert.match(await main(), /rige hasta 2025 y este plan llega hasta 2028/);

  await rge.goto(`${own}/seccion/proyectos/proyectos/nueva`);
  await check(rge);
  await rge.getByLabel('Código').fill('P1');
  await rge.getByLabel('Nombre').fill('Despacho sin papeles');
  await goOn(rge, 'Guardar');
  for (const [code, name, days, waits] of [['T1', 'Rediseñar el despacho', '60', ''], ['T2', 'Desarrollar el sistema', '120', 'T1'], ['T3', 'Capacitar a las administraciones', '20', 'T2 CC+80'], ['H1', 'El sistema entra en servicio', '0', 'T2, T3']] as const) {
    await rge.goto(`${own}/seccion/proyectos/tareas/nueva`);
    await rge.getByLabel('Código').fill(code);
    await rge.getByLabel('Proyecto').fill('P1');
    await rge.getByLabel('Qué se hace').fill(name);
    await rge.getByLabel('Cuánto tarda').fill(days);
    await rge.getByLabel('Días hábiles').check();
    await rge.getByLabel('De qué depende').fill(waits);
    await goOn(rge, 'Guardar');
  }
  assert.match(await main(), /crítica/);
  await rge.goto(`${own}/seccion/proyectos`);
  await picture(rge, 'plan-cronograma');
  await rge.goBack();
  await check(rge);
  await rge.goto(`${own}/seccion/proyectos/tareas/4/quitar`);
  await check(rge);
  await goOn(rge, 'Quitar');
  assert.doesNotMatch(await main(), /entra en servicio/);

  const stale = await journey.officer('diseno', 'desk');
  await stale.goto(`${own}/seccion/mision/textos`);
  await rge.goto(`${own}/seccion/mision/textos`);
  for (const author of [rge, stale]) { await author.getByLabel('Misión').fill('Otra misión.'); await author.locator('main').getByRole('button', { name: 'Guardar' }).click(); await check(author); }
  assert.match(await stale.locator('main').innerText(), /Otra persona cambió el plan/);
});

test('a plan in force is followed: a quarter, and how far a task is', { timeout: 120_000 }, async () => {
  // How a plan comes into force is lived in the journey of its procedure.
  const db = openDatabase(journey.site.ownerUrl);
  try { await db.rows(`update plans.plan set state = 'in_force' where id = $1`, [own.split('/').at(-1) ?? '']); } finally { await db.close(); }
  const rge = await journey.officer('gobierno.aduana', 'desk'), main = () => rge.locator('main').innerText();
  await rge.goto(own);
  await follow(rge, 'Seguimiento');
  await follow(rge, 'Informar un trimestre');
  await goOn(rge, 'Guardar');
  assert.match(await errors(rge), /qué se hizo/);
  await rge.getByLabel('Año').fill('2026');
  await rge.getByLabel('Julio a septiembre').check();
  await rge.getByLabel('Qué se hizo').fill('Se rediseñó el despacho de importación.');
  await rge.getByLabel('Qué sigue').fill('Desarrollar el sistema.');
  await goOn(rge, 'Guardar');
  assert.match(await main(), /2026, julio a septiembre[\s\S]*despacho de importación/);
  await rge.goto(`${own}/seguimiento/avance/T1`);
  await check(rge);
  await rge.getByLabel('Cuánto está hecho').fill('60');
  await goOn(rge, 'Guardar');
  assert.match(await main(), /60 %/);
  await rge.goto(`${own}/seccion/proyectos`);
  await check(rge);
  assert.match(await rge.locator('figure').first().innerText(), /Hecho/);
});

test('documents are noted, and those that call a unit differently are told', { timeout: 120_000 }, async () => {
  const rge = await journey.officer('gobierno.aduana', 'desk');
  for (const [kind, title, unit] of [['mof', 'Manual de Organización y Funciones 2024', 'Unidad de Sistemas'], ['organigrama', 'Organigrama 2026', 'Área de Tecnologías']] as const) {
    await rge.goto('/plan/documentos/nuevo');
    await rge.getByLabel('Clase').selectOption(kind);
    await rge.getByLabel('Título').fill(title);
    await rge.getByRole('button', { name: 'Agregar unidad' }).click();
    await check(rge);
    await rge.getByLabel('De qué se encarga').selectOption('tic');
    await rge.getByLabel('Cómo la llama').fill(unit);
    await goOn(rge, 'Guardar');
  }
  assert.match(await rge.locator('main').innerText(), /llaman de distinta manera[\s\S]*Unidad de Sistemas[\s\S]*Área de Tecnologías/);
});

test('anybody reads the national plan, where what was lost says so', { timeout: 120_000 }, async () => {
  const stranger = await journey.person('desk');
  await stranger.goto('/planes');
  await check(stranger);
  await follow(stranger, 'Plan nacional');
  await picture(stranger, 'plan-nacional');
  await follow(stranger, 'Meta 1.3');
  assert.match(stranger.url(), /\/planes\/nacional\/linea\/1#meta-1\.3$/);
  assert.match(await stranger.locator('main').innerText(), /Por confirmar[\s\S]*Lo que se alcanza a leer/i);
  for (const line of [10, 14]) { await stranger.goto(`/planes/nacional/linea/${line}`); await check(stranger); }
});

test('the same pages on a telephone', { timeout: 180_000 }, async () => {
  const rge = await journey.officer('gobierno.aduana', 'phone'), stranger = await journey.person('phone');
  const sections = ['alineacion', 'mision', 'mision/textos', 'proyectos', 'proyectos/tareas/2', 'presupuesto', 'reserva', 'riesgos'];
  for (const path of ['/plan/pige', '/plan/pige/nuevo', own, ...sections.map((section) => `${own}/seccion/${section}`), `${own}/texto`, `${own}/seguimiento`, '/plan/documentos', '/plan/documentos/nuevo']) {
    await rge.goto(path);
    await check(rge);
  }
  const gad = await journey.officer('gobierno.gad', 'phone');
  const rows = ['foda/cruces', 'alineacion/instrumentos', 'principios/principios', 'objetivos/objetivos', 'estrategias/estrategias', 'pilares/habilitadores', 'contribuciones/contribuciones', 'indicadores/indicadores', 'proyectos/proyectos', 'proyectos/tareas', 'presupuesto/fases', 'presupuesto/partidas', 'responsables/responsables', 'riesgos/riesgos'];
  for (const section of ['foda', 'pilares', 'proyectos', 'presupuesto', 'objetivos', 'diagnostico/textos', 'reserva/textos', 'principios/principios/2', ...rows.map((row) => `${row}/nueva`)]) { await gad.goto(`${example}/seccion/${section}`); await check(gad); }
  for (const path of ['/planes', '/planes/nacional', '/planes/nacional/linea/1', '/planes/nacional/linea/13']) { await stranger.goto(path); await check(stranger); }
});

test('nothing was wrong on any page: accessibility, markup, width, words', async () => assert.deepEqual(await journey.faults(), []));
