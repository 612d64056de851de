import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { unpackProcedure } from '#modules/catalog/index.ts';
import type { Person } from '#kernel/access.ts';
import { isRefusal } from '#kernel/errors/index.ts';
import { pageOf } from '#support/calls.ts';
import { documentFaults } from '#support/markup.ts';
import { openPlanning, type PlanningSite } from '#support/planning-site.ts';
import { sweepImports } from './store/import-log.ts';

const now = new Date('2026-11-23T10:00:00-04:00');
let site: PlanningSite, fresh: PlanningSite['fresh'], paola: Person, other: Person, ask: PlanningSite['ask'], shown: PlanningSite['shown'], leadsTo: PlanningSite['leadsTo'];

before(async () => { site = await openPlanning(now); ({ fresh, paola, other, ask, shown, leadsTo } = site); });
after(() => fresh.close());

test('an empty inventory says how to fill it', async () => {
  assert.match(await shown('GET /plan/inventario'), /El inventario está vacío.*Traer los trámites publicados/);
  assert.doesNotMatch(await shown('GET /plan/inventario', { person: { ...paola, roles: ['auditor'] } }), /Traer/, 'whoever only reads is not asked to write');
});

test('an account of no entity is told so on every page of an inventory', async () => {
  const { entityId: _, ...nowhere } = paola;
  for (const address of ['inventario', 'sistemas', 'carga', 'una-sola-vez', 'priorizacion', 'estrategia', 'noventa-dias']) {
    await assert.rejects(ask(`GET /plan/${address}`, { person: nowhere }), (caught) => isRefusal(caught, 'planning.no_entity'), address);
  }
});

test('what is published comes in once, under the id it has', async () => {
  await ask('POST /plan/inventario/publicados');
  const first = await ask('GET /plan/inventario/tramite/copias-simples');
  assert.match(String(pageOf(first).main), /aduana-nacional\/copias-simples/);
  assert.match((await ask('POST /plan/inventario/publicados')).notice ?? '', /ya dice lo mismo/);
  assert.doesNotMatch(await shown('GET /plan/inventario', { person: other }), /copias simples/i, 'another entity sees nothing of it');
  await assert.rejects(ask('GET /plan/inventario/tramite/copias-simples', { person: other }), (caught) => isRefusal(caught, 'planning.entry_not_found'));
});

test('an entry is begun by its name, filled in page by page, and says what is missing', async () => {
  assert.match(await shown('POST /plan/inventario/nueva', { form: { nombre: ' ' } }), /Escriba el nombre del trámite/);
  const first = await leadsTo('POST /plan/inventario/nueva', { form: { nombre: 'Inscripción de  Ñandúes' } });
  assert.equal(first, '/plan/inventario/tramite/inscripcion-de-nandues/tramite');
  await assert.rejects(ask('POST /plan/inventario/nueva', { form: { nombre: 'Inscripción de Ñandúes' } }), (caught) => isRefusal(caught, 'planning.entry_known'));
  assert.equal(await leadsTo(`POST ${first}`, { form: { nombre: 'Inscripción de ñandúes', proposito: 'Anota en el registro a cada ñandú que entra al país.' } }), '/plan/inventario/tramite/inscripcion-de-nandues/demanda');
  assert.match(await shown('POST /plan/inventario/tramite/inscripcion-de-nandues/demanda', { form: { solicitudes_anio: 'muchas' } }), /solicitudes al año/);
  await ask('POST /plan/inventario/tramite/inscripcion-de-nandues/demanda', { form: { solicitudes_anio: '1200', media_dia: '5', maxima_dia: '2' } });
  const entry = await shown('GET /plan/inventario/tramite/inscripcion-de-nandues');
  assert.match(entry, /1\.?200/);
  assert.match(entry, /El máximo de un día es menor que el promedio.*No nombra ninguna norma/);
});

test('what somebody else changed meanwhile is not written over', async () => {
  const page = '/plan/inventario/tramite/copias-simples/experiencia', [row] = await fresh.db.rows<{ revision: number }>(`select revision from planning.entry where slug = 'copias-simples'`);
  await ask(`POST ${page}?revision=${row?.revision}`, { form: { dificultades: 'Hay que ir a Tambo Quemado.' } });
  await assert.rejects(ask(`POST ${page}?revision=${row?.revision}`, { form: { dificultades: 'Otra cosa.' } }), (caught) => isRefusal(caught, 'planning.changed_meanwhile'));
  assert.match(await shown('GET /plan/inventario/tramite/copias-simples'), /Tambo Quemado/);
  const kept = await fresh.db.rows(`select 1 from planning.entry_revision where procedure_id = 'aduana-nacional/copias-simples'`);
  assert.equal(kept.length, (row?.revision ?? 0) + 1, 'every state is kept');
});

const line = (more: Readonly<Record<string, unknown>>): string => JSON.stringify({
  id: '1', nombre: 'Un trámite', slug: 'un-tramite', descripcion: 'Sirve para probar que el archivo se lee bien.', entidad: { nombre: 'Aduana Nacional', sigla: 'AN', slug: 'aduana-nacional' },
  fechaActualización: '09/07/2025', modalidades: [{ tipo: 'PRESENCIAL', publico: [{ tieneCosto: false, duracion: '5', unidadMedidaDuracion: 'Día(s)', procedimiento: '<ol><li>Ir</li></ol>', requisitos: [{ nombre: 'Cédula de Identidad' }] }] }], ...more,
});

test('a file of the portal is compared first, and brought in as a whole when somebody says so', async () => {
  const file = [line({}), line({ id: '2', nombre: 'Solicitud de copias simples', slug: 'solicitud-de-copias-simples', descripcion: 'Pida una copia de lo que guarda la Aduana.' }), line({ entidad: { nombre: 'Otra', sigla: 'X', slug: 'otra' } }), '{ roto', line({})].join('\n');
  const preview = await leadsTo('POST /plan/inventario/importacion', { file }), before = await shown('GET /plan/inventario');
  const said = await shown(`GET ${preview}`);
  assert.match(said, /1 nuevo 1 que cambia 0 sin cambios 2 que no se entienden 1 de otra entidad/);
  assert.match(said, /4 — No es un objeto JSON\..*5 Un trámite Ya está en una línea de más arriba/);
  assert.match(said, /Solicitud de copias simples ¿Para qué sirve\?/, 'what the portal calls otherwise keeps its id, and shows what changes');
  assert.equal(await shown('GET /plan/inventario'), before, 'nothing has been brought in yet');
  assert.match((await ask(`POST ${preview}/confirmacion`)).notice ?? '', /Quedaron 2 trámites/);
  assert.match(await shown('GET /plan/inventario/tramite/copias-simples'), /Pida una copia de lo que guarda.*Tambo Quemado/, 'what the file does not speak of stays');
  await assert.rejects(ask(`POST ${preview}/confirmacion`), (caught) => isRefusal(caught, 'planning.import_not_found'));
});

for (const [what, file] of [['no file', ''], ['a picture', '\u0000\u0001PNG'], ['a table', 'nombre;costo\nA;1'], ['JSON that is no procedure', '[1,2]\n"x"'], ['more than ten thousand lines', '{}\n'.repeat(10_001)]] as const) {
  test(`${what} is refused with the next step, and nothing is kept`, async () => {
    const answer = await ask('POST /plan/inventario/importacion', { file });
    assert.equal(answer.status, 422);
    assert.match(String(pageOf(answer).main), /govuk-error-summary/);
    assert.deepEqual(await fresh.db.rows('select 1 from planning.import'), []);
  });
}

test('a file that nobody confirmed is thrown away after a day', async () => {
  const preview = await leadsTo('POST /plan/inventario/importacion', { file: line({ slug: 'otro', nombre: 'Otro' }) });
  await sweepImports(fresh.db, now, now, now);
  assert.match(await shown(`GET ${preview}`), /Son nuevos/);
  await sweepImports(fresh.db, new Date(now.getTime() + 1), now, now);
  await assert.rejects(ask(`GET ${preview}`), (caught) => isRefusal(caught, 'planning.import_not_found'));
});

test('the list is found by name without accents, filtered by what is missing, and paged without a gap', async () => {
  assert.match(await shown('GET /plan/inventario?q=NANDUES'), /Inscripción de ñandúes/);
  assert.match(await shown('GET /plan/inventario?q=jirafas'), /Ningún trámite coincide/);
  await fresh.db.rows(`insert into planning.entry select entity_id, 'aduana-nacional/x-' || n, 'x-' || n, 'Equis ' || n, 'x ' || lpad(n::text, 3, '0'), '{}', n % 2, 1, 'written', now(), null from planning.entry, generate_series(1, 120) n where slug = 'copias-simples'`);
  const names = new Set<string>();
  for (let address: string | undefined = '/plan/inventario'; address !== undefined;) {
    const main: string = String(pageOf(await ask(`GET ${address}`)).main);
    for (const [, slug = ''] of main.matchAll(/inventario\/tramite\/([a-z0-9-]+)"/g)) { assert.ok(!names.has(slug), slug); names.add(slug); }
    address = /href="(\/plan\/inventario\?[^"]*despues=[^"]*)"/.exec(main)?.[1]?.replaceAll('&amp;', '&');
  }
  assert.equal(names.size, (await fresh.db.rows(`select 1 from planning.entry where entity_id = $1`, [paola.entityId ?? ''])).length);
  assert.doesNotMatch(await shown('GET /plan/inventario?defectos=si&q=equis'), /Equis 2 /);
});

test('declared and measured stand side by side once something was handed in', async () => {
  assert.match(await shown('GET /plan/inventario/tramite/copias-simples'), /no entró ninguna solicitud/);
  await fresh.db.rows(`
    insert into cases.case (entity_id, id, number, procedure_id, version, slug, title, applicant_id, applicant, confidential, status, seq, head, state, answers, submitted_at, updated_at, closed_at)
    select $1, gen_random_uuid(), 'M-' || n, 'aduana-nacional/copias-simples', 1, 's', 'T', gen_random_uuid(), '{"name":"P"}', false, 'granted', 1, '', '{}', '{}', timestamptz '2026-10-05 10:00-04' + n % 10 * interval '1 day', now(), timestamptz '2026-10-20 10:00-04'
    from generate_series(1, 40) n`, [paola.entityId ?? '']);
  assert.match(await shown('GET /plan/inventario/tramite/copias-simples'), /Solicitudes al año No se dijo 40.*Máximo en un día No se dijo 4 .*Meses en que más se pide.*octubre/);
});

test('an entry becomes a draft that checks, rehearses and packs', async () => {
  assert.match(await shown('GET /plan/borradores/copias-simples'), /3 ensayos, todos bien|4 ensayos, todos bien/);
  const { body } = await ask('GET /plan/borradores/copias-simples/paquete');
  assert.ok(body.kind === 'bytes' && Buffer.isBuffer(body.data));
  const unpacked = unpackProcedure(body.data);
  assert.ok('folder' in unpacked);
  assert.equal(unpacked.folder.path, 'aduana-nacional/copias-simples');
});

test('the burden is computed with figures that say where they are from', async () => {
  await ask('POST /plan/inventario/tramite/inscripcion-de-nandues/tiempo-y-costo', { form: { horas_oficina: '2', visitas: '3', gratuito: 'no', costo: '10' } });
  assert.match(await shown('GET /plan/carga'), /Faltan cifras.*Inscripción de ñandúes/);
  for (const [form, problem] of [[{ 'monto-viaje': 'mucho' }, /en bolivianos/], [{ 'monto-viaje': '5' }, /de dónde sale la cifra/]] as const) assert.match(await shown('POST /plan/carga', { form }), problem);
  await ask('POST /plan/carga', { form: { 'monto-hora': '20', 'fuente-hora': 'Prueba', 'monto-viaje': '5,50', 'fuente-viaje': 'Prueba' } });
  // Two hours at 20, three trips at 5.50, and a fee of 10.
  assert.match(await shown('GET /plan/carga'), /Inscripción de ñandúes 2 horas en oficinas, 3 viajes Bs\s66,50 1\.200/);
});

test('what no entry says is not known; the lines are paged without a gap', async () => {
  const first = await shown('GET /plan/carga'), lines = (text: string) => [...text.matchAll(/Equis \d+/g)].map(([name]) => name);
  assert.match(first, /— horas de la entidad No se sabe: ninguna ficha lo dice/);
  assert.match(first, /Del 1 al 25 de \d+/);
  const slugs = new Set<string>();
  for (let address: string | undefined = '/plan/carga'; address !== undefined;) {
    const main: string = String(pageOf(await ask(`GET ${address}`)).main);
    for (const [, slug = ''] of main.matchAll(/inventario\/tramite\/([a-z0-9-]+)"/g)) { assert.ok(!slugs.has(slug), slug); slugs.add(slug); }
    address = /href="(\/plan\/carga\?despues=[^#"]*)#tramites">Más/.exec(main)?.[1];
  }
  assert.equal(slugs.size, (await fresh.db.rows('select 1 from planning.entry where entity_id = $1', [paola.entityId ?? ''])).length);
  assert.ok(lines(first).length < 25);
});

test('an effort that the entity corrects says why, stands beside the computed one, and can be taken back', async () => {
  const page = '/plan/priorizacion/esfuerzo/inscripcion-de-nandues';
  assert.match(await shown(`GET ${page}`), /Calculado con la ficha: \d+ de 100/);
  for (const form of [{ puntos: '101', motivo: 'x' }, { puntos: 'mucho', motivo: 'x' }, { puntos: '5', motivo: ' ' }]) assert.equal((await ask(`POST ${page}`, { form })).status, 422);
  await ask(`POST ${page}`, { form: { puntos: '5', motivo: 'Ya se está construyendo.' } });
  assert.match(await shown('GET /plan/priorizacion'), /5 de 100 \(corregido\) Ya se está construyendo\. Calculado: \d+ de 100: no hay un sistema/);
  await ask(`POST ${page}`, { form: { puntos: '', motivo: 'Se detuvo.' }, at: new Date(now.getTime() + 1) });
  assert.doesNotMatch(await shown('GET /plan/priorizacion'), /corregido/);
  await assert.rejects(ask(`GET ${page}`, { person: other }), (caught) => isRefusal(caught, 'planning.entry_not_found'));
});

test('every page is well-formed', async () => {
  for (const request of ['/plan/inventario', '/plan/inventario/nueva', '/plan/inventario/importacion', '/plan/inventario/tramite/copias-simples', '/plan/inventario/tramite/copias-simples/requisitos', '/plan/inventario/tramite/copias-simples/normas', '/plan/borradores/copias-simples', '/plan/priorizacion', '/plan/priorizacion/esfuerzo/copias-simples', '/plan/una-sola-vez', '/plan/carga']) {
    assert.deepEqual(await documentFaults(`<!DOCTYPE html><html lang="es"><head><meta charset="utf-8"><title>t</title></head><body><main>${String(pageOf(await ask(`GET ${request}`)).main)}</main></body></html>`), [], request);
  }
});
