import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { isRefusal } from '#kernel/errors/index.ts';
import { pageOf } from '#support/calls.ts';
import { documentFaults } from '#support/markup.ts';
import { openPlanning, planner, type PlanningSite } from '#support/planning-site.ts';

const now = new Date('2026-12-01T10:00:00-04:00'), later = new Date('2027-01-15T10:00:00-04:00');
let site: PlanningSite, home = '';
before(async () => { site = await openPlanning(now); });
after(() => site.fresh.close());

const day = (name: string, written: string): Readonly<Record<string, string>> => { const [year = '', month = '', date = ''] = written.split('-'); return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year }; };
const step = (more: Readonly<Record<string, string>>) => ({ estado: 'en-curso', responsable: 'María Quispe', ...day('plazo', '2027-01-10'), ...more });

test('a programme begins on a day, with its ten steps and their proposed days; twice on one day is once', async () => {
  assert.match(await site.shown('GET /plan/noventa-dias'), /Todavía no hay un programa.*Iniciar un programa/);
  assert.equal((await site.ask('POST /plan/noventa-dias/nuevo', { form: { nombre: '' } })).status, 422);
  const form = { nombre: 'Aduana en línea', ...day('inicio', '2026-12-01') };
  home = await site.leadsTo('POST /plan/noventa-dias/nuevo', { form });
  await assert.rejects(site.ask('POST /plan/noventa-dias/nuevo', { form }), (caught) => isRefusal(caught, 'planning.programme_known'));
  const shown = await site.shown(`GET ${home}`);
  assert.match(shown, /Del 1 de diciembre de 2026 al 28 de febrero de 2027/);
  assert.match(shown, /0 de 10 pasos terminados Día 1 de 90.*Nada está atrasado/);
  assert.match(shown, /1\. Decidir la digitalización.*hasta el 7 de diciembre de 2026 No ha empezado.*10\. Aprender y mejorar.*hasta el 28 de febrero de 2027/);
});

test('a step is kept with its evidence and its history, and nobody overwrites another', async () => {
  const address = `${home}/pasos/1`;
  assert.equal((await site.ask(`POST ${address}/cambio?revision=0`, { form: { estado: 'volando' } })).status, 422);
  await site.ask(`POST ${address}/cambio?revision=0`, { form: step({ nota: 'En firma.' }) });
  await assert.rejects(site.ask(`POST ${address}/cambio?revision=0`, { form: step({}) }), (caught) => isRefusal(caught, 'planning.programme_changed'));
  assert.equal((await site.ask(`POST ${address}/cambio?revision=1`, { form: step({ 'evidencias-filas': '1', 'evidencias.0.documento': 'Acta', 'evidencias.0.enlace': 'javascript:alert(1)' }) })).status, 422, 'an address is one of the web');
  await site.ask(`POST ${address}/cambio?revision=1`, { form: step({ estado: 'hecho', 'evidencias-filas': '1', 'evidencias.0.documento': 'Acta de compromiso', 'evidencias.0.referencia': 'N.º 4', 'evidencias.0.enlace': 'https://ejemplo.bo/acta' }) });
  const shown = await site.shown(`GET ${address}`);
  assert.match(shown, /Cómo va Terminado.*Acta de compromiso.*N\.º 4/);
  assert.match(shown, /Historia.*Terminado.*Paola Andrade.*En curso.*María Quispe.*En firma\./);
  assert.match(await site.shown(`GET ${home}`), /1 de 10 pasos terminados/);
});

test('the parts are kept one by one; what is late is computed, longest first, with who answers for it', async () => {
  await site.ask(`POST ${home}/partes/estructura?revision=1`, { form: { rol_direccion: 'Juan Mamani', 'otros_roles-filas': '1', 'otros_roles.0.rol': 'Aliado tecnológico', 'otros_roles.0.persona': 'Universidad' } });
  await site.ask(`POST ${home}/partes/actividades?revision=2`, { form: {
    'actividades-filas': '2', 'actividades.0.actividad': 'Inventario', 'actividades.0.responsable': 'Rosa Choque', 'actividades.0.avance': '50',
    ...day('actividades.0.inicio', '2026-12-02'), ...day('actividades.0.fin', '2026-12-20'), 'actividades.1.actividad': 'Al revés', 'actividades.1.responsable': 'Nadie', ...day('actividades.1.inicio', '2027-02-10'), ...day('actividades.1.fin', '2027-02-01'),
  } });
  await site.ask(`POST ${home}/partes/presupuesto?revision=3`, { form: { tecnologia_previsto: '120.000', tecnologia_gastado: '20.000,50' } });
  await site.ask(`POST ${home}/partes/capacitacion?revision=4`, { form: { 'capacitaciones-filas': '1', 'capacitaciones.0.tema': 'Atención', 'capacitaciones.0.publico': 'Ventanillas', ...day('capacitaciones.0.fecha', '2027-01-10'), 'capacitaciones.0.hecho': 'si' } });
  await site.ask(`POST ${home}/partes/comunicacion?revision=5`, { form: { 'comunicaciones-filas': '1', 'comunicaciones.0.mensaje': 'Ya atendemos en línea', 'comunicaciones.0.publico': 'Importadores', 'comunicaciones.0.canal': 'redes', ...day('comunicaciones.0.fecha', '2027-01-12') } });
  await assert.rejects(site.ask(`POST ${home}/partes/presupuesto?revision=3`, { form: {} }), (caught) => isRefusal(caught, 'planning.programme_changed'));
  await assert.rejects(site.ask(`GET ${home}/partes/nada`), (caught) => isRefusal(caught, 'planning.programme_not_found'));
  const shown = await site.shown(`GET ${home}`, { at: later });
  assert.match(shown, /Día 46 de 90/);
  assert.match(shown, /Paso 2:.*31 días de atraso.*Inventario Rosa Choque 26 días de atraso.*Ya atendemos en línea Sin responsable 3 días de atraso.*Al revés Nadie Termina antes de empezar/);
  assert.doesNotMatch(shown, /Atención/, 'what was done is not late');
});

test('a key result has values, a course and the day of the next value; the later of two on one day counts', async () => {
  const form = { objetivo: 'Atender en línea', nombre: 'Trámites en línea', unidad: 'trámites', desde: '0', meta: '20', cadencia: 'semanal', responsable: 'Rosa Choque' };
  assert.match(await site.shown(`GET ${home}/resultados`), /Todavía no hay resultados clave/);
  assert.equal((await site.ask(`POST ${home}/resultados/nuevo`, { form: { ...form, meta: 'muchos' } })).status, 422);
  await site.ask(`POST ${home}/resultados/nuevo`, { form });
  await assert.rejects(site.ask(`POST ${home}/resultados/nuevo`, { form }), (caught) => isRefusal(caught, 'planning.result_known'));
  const address = /resultados\/([0-9a-f-]{36})/.exec(String(pageOf(await site.ask(`GET ${home}/resultados`)).main))?.[0] ?? assert.fail('no result');
  assert.equal((await site.ask(`POST ${home}/${address}/medicion`, { form: { valor: '3', ...day('dia', '2027-01-01') } })).status, 422, 'nothing is measured in the future');
  for (const [second, [written, value]] of ([['2026-12-08', '2'], ['2027-01-05', '4'], ['2027-01-05', '5']] as const).entries()) await site.ask(`POST ${home}/${address}/medicion`, { at: new Date(later.getTime() + second * 1_000), form: { valor: value, ...day('dia', written) } });
  assert.match(await site.shown(`GET ${home}/resultados`, { at: later }), /De 0 a 20 trámites 5 trámites 5 de enero de 2027 25 % .*hasta el 12 de enero de 2027 \(atrasada\)/);
  await site.ask(`POST ${home}/${address}?revision=1`, { form: { ...form, meta: '10' } });
  assert.match(await site.shown(`GET ${home}/resultados`, { at: later }), /50 %/);
});

test('the document says everything, and comes as ODT, DOCX and PDF', async () => {
  await site.ask(`POST ${home}/partes/decisiones?revision=6`, { at: later, form: { 'decisiones-filas': '1', ...day('decisiones.0.fecha', '2027-01-14'), 'decisiones.0.clase': 'servicios', 'decisiones.0.decision': 'Agregar la devolución de tributos' } });
  const shown = await site.shown(`GET ${home}/documento`, { at: later });
  for (const said of ['Aduana en línea', 'Acta de compromiso', 'Aliado tecnológico', 'Universidad', 'Gráfico 1. Plan de acción en el tiempo', 'Bs 120.000,00', 'Bs 20.000,50', 'Por completar', 'Evolución: Trámites en línea', 'Atención Ventanillas', 'Redes sociales', 'Agregar la devolución de tributos']) assert.ok(shown.replaceAll('\u00a0', ' ').includes(said), said);
  for (const [format, mark] of [['odt', 'PK'], ['docx', 'PK'], ['pdf', '%PDF']] as const) {
    const { body } = await site.ask(`GET ${home}/documento/${format}`, { at: later });
    assert.ok(body.kind === 'bytes' && Buffer.isBuffer(body.data) && body.filename === `programa-de-90-dias.${format}`);
    assert.equal(body.data.toString('latin1', 0, mark.length), mark);
  }
  await assert.rejects(site.ask(`GET ${home}/documento/exe`), (caught) => isRefusal(caught, 'office.no_such_format'));
});

test('whoever only reads is not asked to write; whoever belongs to another entity finds nothing', async () => {
  const reader = { ...site.paola, roles: ['auditor'] as const };
  for (const path of ['', '/pasos/1', '/resultados']) assert.doesNotMatch(await site.shown(`GET ${home}${path}`, { person: reader }), /Iniciar|Actualizar el paso|Agregar un resultado|Anotar/, path);
  for (const path of ['', '/documento', '/documento/odt', '/pasos/1', '/pasos/1/cambio', '/partes/estructura', '/resultados']) await assert.rejects(site.ask(`GET ${home}${path}`, { person: planner('migracion') }), (caught) => isRefusal(caught, 'planning.programme_not_found'), path);
});

test('every page is good markup', async () => {
  for (const path of ['/plan/noventa-dias', '/plan/noventa-dias/nuevo', home, `${home}/documento`, `${home}/pasos/1`, `${home}/pasos/4/cambio`, `${home}/partes/actividades`, `${home}/partes/presupuesto`, `${home}/resultados`, `${home}/resultados/nuevo`]) {
    const { title, main } = pageOf(await site.ask(`GET ${path}`, { at: later }));
    assert.deepEqual(await documentFaults(`<!DOCTYPE html><html lang="es"><head><title>${title}</title></head><body><main>${main}</main></body></html>`), [], path);
  }
});
