import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { isRefusal } from '#kernel/errors/index.ts';
import { pageOf } from '#support/calls.ts';
import { documentFaults } from '#support/markup.ts';
import { openPlanning, planner, type PlanningSite } from '#support/planning-site.ts';

const now = new Date('2026-11-23T10:00:00-04:00'), uno = '/plan/inventario/tramite/baja-de-vehiculos', dos = '/plan/inventario/tramite/baja-de-vehiculo';
let site: PlanningSite;
before(async () => {
  site = await openPlanning(now);
  for (const nombre of ['Baja de vehículos', 'Baja de vehículo']) await site.ask('POST /plan/inventario/nueva', { form: { nombre } });
  const requirement = (name: string, row: number) => ({ [`requisitos.${row}.nombre`]: name });
  await site.ask(`POST ${uno}/requisitos`, { form: { 'requisitos-filas': '2', ...requirement('RUAT', 0), ...requirement('Cédula', 1) } });
  await site.ask(`POST ${uno}/demanda`, { form: { solicitudes_anio: '500' } });
  await site.ask(`POST ${uno}/requisitos`, { form: { 'requisitos-filas': '2', ...requirement('RUAT', 0), ...requirement('Placa', 1) } });
  await site.ask(`POST ${dos}/tiempo-y-costo`, { form: { visitas: '3' } });
});
after(() => site.fresh.close());

test('the history says who changed what, when and from where', async () => {
  const history = await site.shown(`GET ${uno}/historia`);
  assert.match(history, /4 23 de noviembre de 2026, 10:00 .*? Escrito aquí Requisitos .*3 .*Solicitudes al año.*2 .*Requisitos.*1 .*Se creó/);
  assert.match(await site.shown(`GET ${uno}/historia?antes=3`), /Estado Cuándo Quién De dónde Qué cambió Acción 2 /);
});

test('two states are compared field by field, groups row by row', async () => {
  assert.match(await site.shown(`GET ${uno}/historia/2/4`), /Solicitudes al año Sin respuesta 500 Requisitos RUAT Se quita: Cédula RUAT Se agrega: Placa/);
  assert.match(await site.shown(`GET ${uno}/historia/4/4`), /dicen lo mismo/);
});

test('an older state is taken back as a new one, once', async () => {
  assert.match(await site.shown(`GET ${uno}/historia/3/vuelta`), /Volver al estado 3.*Requisitos RUAT Se quita: Placa RUAT Se agrega: Cédula/);
  await assert.rejects(site.ask(`POST ${uno}/historia/3/vuelta?revision=2`), (caught) => isRefusal(caught, 'planning.changed_meanwhile'));
  await site.ask(`POST ${uno}/historia/3/vuelta?revision=4`);
  assert.match(await site.shown(`GET ${uno}`), /Cédula/);
  assert.match((await site.ask(`POST ${uno}/historia/3/vuelta`)).notice ?? '', /no cambió nada/);
  assert.match(await site.shown(`GET ${uno}/historia`), /5 .*Vuelta a un estado anterior/);
});

test('a state that is none is not found', async () => {
  for (const state of ['99', '0', 'x', '-1', '1e3', '99999999999999']) await assert.rejects(site.ask(`GET ${uno}/historia/${state}/1`), (caught) => isRefusal(caught, 'planning.revision_not_found'), state);
  for (const request of [`GET ${uno}/historia`, `GET ${uno}/historia/1/2`, `POST ${uno}/historia/1/vuelta`, `GET ${uno}/retiro`, `POST ${uno}/retiro`, `POST ${uno}/reposicion`]) await assert.rejects(site.ask(request, { person: planner('migracion') }), (caught) => isRefusal(caught, 'planning.entry_not_found'), request);
});

const entries = () => site.fresh.db.rows<{ slug: string }>('select slug from planning.v_entry order by slug').then((rows) => rows.map(({ slug }) => slug));

test('names that are alike are shown, and told apart or made one', async () => {
  const pair = '/plan/inventario/duplicados/baja-de-vehiculo/baja-de-vehiculos';
  assert.match(await site.shown('GET /plan/inventario/duplicados'), /Baja de vehículo Baja de vehículos Revisar/);
  assert.equal((await site.ask(`POST ${pair}`)).status, 422);
  await site.ask(`POST ${pair}`, { form: { queda: 'las-dos' } });
  assert.match(await site.shown('GET /plan/inventario/duplicados'), /No hay nombres parecidos/);
  await site.ask(`POST ${pair}`, { form: { queda: 'baja-de-vehiculos', completar: 'si' } });
  assert.deepEqual(await entries(), ['baja-de-vehiculos'], 'other parts no longer read the one that was retired');
  const [row] = await site.fresh.db.rows<{ answers: Record<string, unknown> }>(`select answers from planning.v_entry where slug = 'baja-de-vehiculos'`);
  assert.deepEqual([row?.answers.nombre, row?.answers.visitas, row?.answers.solicitudes_anio], ['Baja de vehículos', 3, 500], 'what only the other said completes it');
  await assert.rejects(site.ask(`POST ${pair}`, { form: { queda: 'baja-de-vehiculo' } }), (caught) => isRefusal(caught, 'planning.entry_retired'));
});

test('what is retired is not counted, says why, and can come back', async () => {
  assert.match(await site.shown(`GET ${dos}`), /Retirado del inventario el 23 de noviembre de 2026: Es el mismo trámite que «Baja de vehículos»\. Ver la ficha que quedó/);
  assert.match(await site.shown('GET /plan/inventario'), /^.*1 trámite .*Ver el trámite retirado/);
  assert.match(await site.shown('GET /plan/inventario?retirados=si'), /Baja de vehículo /);
  assert.doesNotMatch(await site.shown('GET /plan/carga'), /Baja de vehículo /);
  await site.ask(`POST ${dos}/reposicion`);
  assert.deepEqual(await entries(), ['baja-de-vehiculo', 'baja-de-vehiculos']);
  assert.equal((await site.ask(`POST ${dos}/retiro`, { form: { motivo: '' } })).status, 422);
  for (let time = 0; time < 2; time += 1) await site.ask(`POST ${dos}/retiro`, { form: { motivo: 'Una norma lo eliminó.' } });
  assert.equal((await site.fresh.db.rows('select 1 from planning.entry_life')).length, 3, 'twice is as once');
  await assert.rejects(site.ask('POST /plan/inventario/nueva', { form: { nombre: 'Baja de vehículo' } }), (caught) => isRefusal(caught, 'planning.entry_known'));
});

test('every page is well-formed', async () => {
  await site.ask(`POST ${dos}/reposicion`);
  for (const request of [`${uno}/historia`, `${uno}/historia/1/2`, `${uno}/historia/1/vuelta`, `${uno}/retiro`, '/plan/inventario/duplicados', '/plan/inventario/duplicados/baja-de-vehiculo/baja-de-vehiculos', '/plan/inventario?retirados=si', dos]) {
    assert.deepEqual(await documentFaults(`<!DOCTYPE html><html lang="es"><head><meta charset="utf-8"><title>t</title></head><body><main>${String(pageOf(await site.ask(`GET ${request}`)).main)}</main></body></html>`), [], request);
  }
});
