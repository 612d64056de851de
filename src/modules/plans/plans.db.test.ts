import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { calendarsModule, shippedCalendar } from '#modules/calendars/index.ts';
import { demoEntityId, seedDemo } from '#modules/identity/index.ts';
import type { Person, Role } from '#kernel/access.ts';
import { fixedClock } from '#kernel/clock.ts';
import { isRefusal } from '#kernel/errors/index.ts';
import { newId, parseId } from '#kernel/ids.ts';
import { call, pageOf } from '#support/calls.ts';
import { freshDatabase, type FreshDatabase } from '#support/database.ts';
import { documentFaults } from '#support/markup.ts';
import { keepBaseline } from './actions/plan/keep-baseline.ts';
import { planForm } from './content/plan/plan-form.ts';
import { planSections } from './domain/plan/sections.ts';
import { plansRoutes } from './routes.ts';
import { getPlan } from './store/plan/plans.ts';

const now = new Date('2026-11-23T10:00:00-04:00'), routes = plansRoutes({ isDemo: true });
let fresh: FreshDatabase, paola: Person, other: Person;

before(async () => {
  fresh = await freshDatabase();
  await seedDemo(fresh.db);
  await calendarsModule({ db: fresh.db, clock: fixedClock(now) }).start?.();
  const head = (entity: Parameters<typeof demoEntityId>[0], role: Exclude<Role, 'public'> = 'egov_head'): Person => ({ id: newId(), kind: 'officer', name: 'Paola Andrade', roles: [role], entityId: demoEntityId(entity), units: [] });
  [paola, other] = [head('aduana-nacional'), head('migracion')];
});
after(() => fresh.close());

type Sent = { readonly form?: Readonly<Record<string, string | readonly string[]>>; readonly person?: Person; readonly at?: Date };
const ask = (request: string, { form = {}, person = paola, at = now }: Sent = {}) => call(routes, request, { db: fresh.db, now: at, person, form });
const shown = async (request: string, sent: Sent = {}): Promise<string> => String(pageOf(await ask(request, sent)).main).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
const leadsTo = async (request: string, sent: Sent = {}): Promise<string> => { const { body } = await ask(request, sent); return body.kind === 'redirect' ? body.to : assert.fail(`${request} leads nowhere`); };
const isRefused = (code: string) => (caught: unknown) => isRefusal(caught, `plans.${code}`);
const faultsOf = async (path: string) => documentFaults(`<!DOCTYPE html><html lang="es"><head><meta charset="utf-8"><title>t</title></head><body><main>${String(pageOf(await ask(`GET ${path}`)).main)}</main></body></html>`);
const head = { titulo: 'Plan de la Aduana', desde: '2025', hasta: '2028' };
const begun = (person: Person = paola): Promise<string> => leadsTo('POST /plan/pige/nuevo', { form: head, person });

test('an entity without a plan is told how to begin one; whoever only reads is not asked to', async () => {
  assert.match(await shown('GET /plan/pige'), /Todavía no hay un plan.*Empezar un plan/);
  assert.doesNotMatch(await shown('GET /plan/pige', { person: { ...paola, roles: ['auditor'] } }), /Empezar/);
});

const wrong = [[{ ...head, titulo: ' ' }, /Escriba el nombre del plan/], [{ ...head, desde: 'dos mil' }, /Escriba el primer año/], [{ ...head, hasta: '2024' }, /no puede ser anterior/], [{ ...head, hasta: '2099' }, /dura 10 años como máximo/], [{ ...head, titulo: 'a'.repeat(201) }, /200 letras/]] as const;

test('a plan is begun with its name and years, and says which sections are missing', async () => {
  for (const [form, problem] of wrong) assert.match(await shown('POST /plan/pige/nuevo', { form }), problem);
  const at = await begun();
  assert.match(await shown(`GET ${at}`), /Plan de la Aduana.*Borrador.*Versión 1, para 2025-2028.*Falta escribir 11 secciones/);
  assert.match(await shown('GET /plan/pige'), /Plan de la Aduana/);
  await assert.rejects(ask(`GET ${at}`, { person: other }), isRefused('plan_not_found'));
  await assert.rejects(ask('GET /plan/pige/no-es-un-id'), isRefused('plan_not_found'));
});

test('versions count up in each entity, and a new one begins with what the old one says', async () => {
  const at = await begun(other);
  assert.match(await shown(`GET ${at}`, { person: other }), /Versión 1/);
  const next = await leadsTo(`POST ${at}/version`, { person: other });
  assert.match(await shown(`GET ${next}`, { person: other }), /Plan de la Aduana.*Versión 2/);
  assert.match(await shown(`GET ${next}/comparacion`, { person: other }), /Dicen lo mismo/);
  await ask(`POST ${next}/seccion/mision/textos`, { form: { mision: 'Servir mejor.' }, person: other });
  assert.match(await shown(`GET ${next}/comparacion?con=rubbish`, { person: other }), /Misión y visión.*Misión Nuevo — Servir mejor\./);
  assert.match(await shown(`GET ${at}/comparacion`, { person: other }), /Misión Quitado Servir mejor\./);
  assert.match(await shown(`GET ${next}/comparacion?con=r1`, { person: other }), /Como estaba el 23 de noviembre de 2026, 10:00 .*Misión Nuevo — Servir mejor\./);
});

test('what somebody else changed meanwhile is not written over, and a registered plan is not written at all', async () => {
  const at = await begun();
  await ask(`POST ${at}/datos?revision=1`, { form: { ...head, titulo: 'Otro nombre' } });
  await assert.rejects(ask(`POST ${at}/datos?revision=1`, { form: head }), isRefused('changed_meanwhile'));
  for (const rubbish of ['1e309', '999999999999999999999', '-1', '1.5', 'x', '']) await assert.rejects(ask(`POST ${at}/datos?revision=${rubbish}`, { form: head }), isRefused('changed_meanwhile'), rubbish);
  assert.match(await shown(`GET ${at}`), /Otro nombre/);
  await fresh.db.rows(`update plans.plan set state = 'registered' where id = $1`, [at.split('/').at(-1) ?? '']);
  await assert.rejects(ask(`POST ${at}/datos?revision=2`, { form: head }), isRefused('plan_fixed'));
  assert.equal(await leadsTo(`GET ${at}/datos`), at);
});

test('a section is written page by page: texts, and rows that are added, changed and taken away', async () => {
  const at = await begun(), section = `${at}/seccion/proyectos`;
  assert.match(await shown(`GET ${at}/seccion/mision`), /Misión y visión.*Sin escribir.*Escribir/);
  assert.equal(await leadsTo(`POST ${at}/seccion/mision/textos?revision=1`, { form: { mision: 'Servir mejor.', vision: 'Nadie hace filas.' } }), `${at}/seccion/mision`);
  assert.match(await shown(`GET ${at}/seccion/mision`), /Servir mejor\. .*Nadie hace filas/);
  assert.match(await shown(`POST ${section}/proyectos/nueva`, { form: { codigo: 'p 1' } }), /Escriba el código con mayúsculas/);
  assert.equal(await leadsTo(`POST ${section}/proyectos/nueva`, { form: { codigo: 'P1', nombre: 'Trámites en línea' } }), `${section}#proyectos`);
  await ask(`POST ${section}/tareas/nueva`, { form: { codigo: 'T1', proyecto: 'P1', nombre: 'Medir los procesos', duracion: '10', unidad: 'dias', 'desde-day': '5', 'desde-month': '1', 'desde-year': '2026' } });
  await ask(`POST ${section}/tareas/nueva`, { form: { codigo: 'T2', proyecto: 'P9', nombre: 'Ponerlos en línea', duracion: '20', unidad: 'dias', depende: 'T1 FC+2' } });
  assert.match(await shown(`GET ${section}`), /La tarea T2 es del proyecto «P9», que no está.*Cronograma.*5 de enero de 2026.*T2 Ponerlos en línea 20 días hábiles/);
  assert.match(String(pageOf(await ask(`GET ${section}`)).main), /seccion\/proyectos\/tareas\/2">Corregir/);
  assert.match(await shown(`GET ${at}`), /Proyectos y tareas Hay algo que conviene revisar/);
  await ask(`POST ${section}/tareas/2`, { form: { codigo: 'T2', proyecto: 'P1', nombre: 'Ponerlos en línea', duracion: '20', unidad: 'dias', depende: 'T1' } });
  assert.doesNotMatch(await shown(`GET ${section}`), /que no está/);
  await ask(`POST ${section}/tareas/2`, { form: { codigo: 'T2', proyecto: 'P1', nombre: 'Ponerlos en línea', duracion: '20', unidad: 'dias', depende: 'T1', accion: 'subir' } });
  assert.match(await shown(`GET ${section}/tareas/1`), /Cambiar tarea/);
  assert.match(String(pageOf(await ask(`GET ${section}/tareas/1`)).main), /Ponerlos en línea/);
  await ask(`POST ${section}/tareas/2`, { form: { codigo: 'T1', proyecto: 'P1', nombre: 'Medir los procesos', duracion: '10', unidad: 'dias', accion: 'subir' } });
  assert.match(await shown(`GET ${section}/tareas/2/quitar`), /Quitar del plan.*Ponerlos en línea/);
  await ask(`POST ${section}/tareas/2/quitar`);
  assert.doesNotMatch(await shown(`GET ${section}`), /Ponerlos en línea/);
  await assert.rejects(ask(`GET ${section}/tareas/2`), isRefused('row_not_found'));
  for (const rubbish of [`${at}/seccion/nada`, `${section}/nada/1`, `${section}/tareas/0`, `${section}/tareas/x`]) await assert.rejects(ask(`GET ${rubbish}`), (caught) => isRefusal(caught, 'plans.section_not_found') || isRefusal(caught, 'plans.row_not_found'));
});

test('two authors do not write over one another, and nobody of another entity writes at all', async () => {
  const at = await begun(), row = `${at}/seccion/riesgos/riesgos/nueva`, risk = { riesgo: 'Se va la gente', probabilidad: '2', impacto: '3' };
  const outcomes = await Promise.allSettled([ask(`POST ${row}?revision=1`, { form: risk }), ask(`POST ${row}?revision=1`, { form: { ...risk, riesgo: 'Falta dinero' } })]);
  assert.deepEqual(outcomes.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
  await assert.rejects(ask(`POST ${row}?revision=2`, { form: risk, person: other }), isRefused('plan_not_found'));
  assert.match(await shown(`GET ${at}/seccion/riesgos`), /1 riesgo 1 alto:/);
  const kept = await fresh.db.rows('select revision from plans.plan_revision where plan_id = $1', [at.split('/').at(-1) ?? '']);
  assert.equal(kept.length, 2, 'every state is kept');
});

test('what is not open is not written, whichever address is asked', async () => {
  const at = await begun();
  await fresh.db.rows(`update plans.plan set state = 'in_force' where id = $1`, [at.split('/').at(-1) ?? '']);
  for (const page of ['mision/textos', 'riesgos/riesgos/nueva']) {
    assert.equal(await leadsTo(`GET ${at}/seccion/${page}`), `${at}/seccion/${page.split('/')[0]}`);
    await assert.rejects(ask(`POST ${at}/seccion/${page}`, { form: { mision: 'Otra', riesgo: 'x', probabilidad: '1', impacto: '1' } }), isRefused('plan_fixed'));
  }
  assert.doesNotMatch(await shown(`GET ${at}/seccion/mision`), /Escribir/);
});

test('a demonstration begins with the plan of Oruro, and every page says that it is an example', async () => {
  const at = await leadsTo('POST /plan/pige/ejemplo');
  for (const page of ['', '/seccion/foda', '/seccion/foda/textos', '/seccion/principios/principios/1', '/seccion/presupuesto', '/seccion/proyectos', '/seccion/pilares']) assert.match(await shown(`GET ${at}${page}`), /Es un ejemplo\..*Oruro/, page);
  assert.match(await shown(`GET ${at}/seccion/presupuesto`), /90\.779\.592,16.*35\.387\.892,16.*55\.391\.700,00/);
  assert.match(await shown(`GET ${at}/seccion/foda`), /27 puntos 0 cruces 27 puntos que todavía no se cruzan.*F1\. .*F9\. .*O5\. .*D9\. .*A4\. /);
  await ask(`POST ${at}/seccion/foda/cruces/nueva`, { form: { tipo: 'FO', puntos: 'F1, O2', que: 'Servicios en el teléfono', objetivo: 'GC' } });
  assert.match(await shown(`GET ${at}/seccion/foda`), /25 puntos que todavía no se cruzan Sin cruzar: F2, F3/);
  assert.match(await shown(`GET ${at}/seccion/proyectos`), /Los feriados que este programa conoce van de 2025/);
  assert.equal(plansRoutes({ isDemo: false }).some(({ path }) => path === '/plan/pige/ejemplo'), false);
});

test('a diagnosis begins with what the inventory says today', async () => {
  const at = await begun();
  assert.match(await shown(`GET ${at}/seccion/diagnostico`), /El inventario de trámites está vacío/);
  assert.doesNotMatch(await shown(`GET ${at}/seccion/diagnostico/textos`), /el inventario de la entidad tiene/);
  await fresh.db.rows(`insert into planning.entry (entity_id, procedure_id, slug, name, sort_key, answers, defects, revision, origin, updated_at) select $1, 'x/' || n, 'x-' || n, 'X', 'x', jsonb_build_object('solicitudes_anio', 600, 'digital', case when n = 1 then 'habitual' else 'no' end), n % 2, 1, 'written', now() from generate_series(1, 2) n`, [paola.entityId ?? '']);
  assert.match(await shown(`GET ${at}/seccion/diagnostico`), /2 trámites 1 con medios digitales 1\.200 solicitudes/);
  assert.match(await shown(`GET ${at}/seccion/diagnostico/textos`), /Al 23 de noviembre de 2026, el inventario de la entidad tiene 2 trámites, de los que uno se puede hacer por medios digitales y uno está por completar o corregir\. Se declaran 1\.200 solicitudes al año\./);
});

test('what other modules may read of a plan: alignment and what it commits itself to', async () => {
  const at = await begun(), plan = at.split('/').at(-1) ?? '';
  await ask(`POST ${at}/seccion/alineacion/instrumentos/nueva`, { form: { instrumento: 'pei', nombre: 'PEI 2021-2025', desde: '2021', hasta: '2025' } });
  assert.match(await shown(`GET ${at}/seccion/alineacion`), /«PEI 2021-2025» rige hasta 2025 y este plan llega hasta 2028/);
  await ask(`POST ${at}/seccion/contribuciones/contribuciones/nueva`, { form: { meta: '6.1', como: 'Trámites con menos pasos', unidad: '%', valor_2026: '30', valor_2028: '60,5' } });
  assert.match(await shown(`GET ${at}/seccion/contribuciones`), /Lo que dice el plan nacional Meta 6\.1 60% de los trámites y servicios/);
  assert.deepEqual(await fresh.db.rows('select instrument, name, from_year, to_year from plans.v_alignment where plan_id = $1', [plan]), [{ instrument: 'pei', name: 'PEI 2021-2025', from_year: 2021, to_year: 2025 }]);
  assert.deepEqual(await fresh.db.rows('select goal, year, value::float8 from plans.v_contribution where plan_id = $1 order by year', [plan]), [{ goal: '6.1', year: 2026, value: 30 }, { goal: '6.1', year: 2028, value: 60.5 }]);
  assert.equal((await fresh.db.rows('select 1 from plans.v_plan where id = $1', [plan])).length, 1);
});

test('of a plan in force a quarter, the progress of a task and what was spent are reported, once each', async () => {
  const at = await begun(), plan = at.split('/').at(-1) ?? '', follow = `${at}/seguimiento`, section = (key: string): string => `${at}/seccion/${key}`;
  for (const [page, form] of [
    ['proyectos/proyectos', { codigo: 'P1', nombre: 'Trámites en línea' }], ['proyectos/tareas', { codigo: 'T1', proyecto: 'P1', nombre: 'Medir', duracion: '10', unidad: 'dias' }],
    ['presupuesto/fases', { codigo: 'F1', nombre: 'Fase I', monto: '1.000' }], ['presupuesto/partidas', { codigo: 'F1-1', fase: 'F1', area: 'personal', detalle: 'Analistas', monto: '900' }],
  ] as const) await ask(`POST ${section(page)}/nueva`, { form });
  assert.match(await shown(`GET ${section('presupuesto')}`), /Las partidas de «Fase I» no suman su presupuesto: faltan Bs\s100,00/);
  assert.equal(await leadsTo(`GET ${follow}/avance/T1`), follow, 'a draft is not followed');
  await assert.rejects(ask(`POST ${follow}/avance/T1`, { form: { porcentaje: '10' } }), isRefused('not_followed'));
  await fresh.db.transaction(async (tx) => keepBaseline(tx, { entityId: paola.entityId ?? assert.fail(), by: paola.id, now }, await getPlan(tx, paola.entityId ?? assert.fail(), parseId(plan)), shippedCalendar({}, 2025, 2028)));
  await fresh.db.rows(`update plans.plan set state = 'in_force' where id = $1`, [plan]);
  assert.match(await shown(`POST ${follow}/avance/T1`, { form: { porcentaje: '101' } }), /100/);
  for (const page of ['', '/nota', '/avance/T1', '/gasto/F1-1']) assert.deepEqual(await faultsOf(`${follow}${page}`), [], page);
  const main = String(pageOf(await ask(`GET ${follow}/gasto/F1-1`)).main), action = /action="([^"]+clave=[^"]+)"/.exec(main)?.[1] ?? assert.fail();
  const spent = { monto: '400', 'dia-day': '2', 'dia-month': '3', 'dia-year': '2026', detalle: 'C-31 N.º 1' };
  await ask(`POST ${action}`, { form: spent });
  await ask(`POST ${action}`, { form: spent });
  await ask(`POST ${follow}/avance/T1`, { form: { porcentaje: '40' } });
  await ask(`POST ${follow}/avance/T1`, { form: { porcentaje: '60' }, at: new Date(now.getTime() + 1) });
  await ask(`POST ${follow}/nota`, { form: { anio: '2026', trimestre: '3', hecho: 'Se midieron tres.', sigue: 'Los demás.' } });
  assert.match(await shown(`GET ${follow}`), /2026, julio a septiembre Qué se hizo Se midieron tres\..*T1\. Medir 15 de enero de 2025 15 de enero de 2025 60 %.*F1-1\. Analistas Bs\s900,00 Bs\s400,00 Bs\s500,00/);
  assert.match(await shown(`GET ${section('presupuesto')}`), /Bs\s400,00 ejecutado 40\s?% del presupuesto/);
  assert.deepEqual((await fresh.db.rows<{ kind: string }>('select kind from plans.v_follow_up where plan_id = $1 order by at', [plan])).map(({ kind }) => kind).sort(), ['note', 'progress', 'progress', 'spending']);
  await assert.rejects(ask(`GET ${follow}/gasto/F9`), isRefused('row_not_found'));
  await assert.rejects(ask(`GET ${follow}`, { person: other }), isRefused('plan_not_found'));
});

test('documents are added, compared, changed and taken out', async () => {
  const doc = { clase: 'mof', titulo: 'MOF 2024', referencia: 'RA 12', 'desde-day': '1', 'desde-month': '1', 'desde-year': '2024', 'hasta-day': '31', 'hasta-month': '12', 'hasta-year': '2025', 'unidades-filas': '1', 'unidades.0.area': 'tic', 'unidades.0.nombre': 'Unidad de Sistemas' };
  assert.match(await shown('GET /plan/documentos'), /Todavía no hay documentos/);
  assert.match(await shown('POST /plan/documentos/nuevo', { form: { ...doc, 'hasta-year': '2023' } }), /no puede dejar de regir antes de empezar/);
  assert.match(await shown('POST /plan/documentos/nuevo', { form: { ...doc, accion: 'agregar:unidades' } }), /Unidad 2/);
  await ask('POST /plan/documentos/nuevo', { form: doc });
  await ask('POST /plan/documentos/nuevo', { form: { clase: 'organigrama', titulo: 'Organigrama', 'unidades-filas': '1', 'unidades.0.area': 'tic', 'unidades.0.nombre': 'Área TIC' } });
  assert.match(await shown('GET /plan/documentos'), /llaman de distinta manera.*Tecnologías y sistemas: «Unidad de Sistemas» en MOF 2024; «Área TIC» en Organigrama.*Desde el 1 de enero de 2024 hasta el 31 de diciembre de 2025 Vencido/);
  const [mof] = await fresh.db.rows<{ id: string; units: unknown }>(`select id, units from plans.v_document where kind = 'mof'`), at = `/plan/documentos/${mof?.id}`;
  assert.deepEqual(mof?.units, [{ area: 'tic', name: 'Unidad de Sistemas' }]);
  await ask(`POST ${at}?revision=1`, { form: { ...doc, 'unidades.0.nombre': 'Área TIC' } });
  await assert.rejects(ask(`POST ${at}?revision=1`, { form: doc }), isRefused('document_changed'));
  assert.doesNotMatch(await shown('GET /plan/documentos'), /de distinta manera/);
  await assert.rejects(ask(`GET ${at}`, { person: other }), isRefused('document_not_found'));
  assert.match(await shown(`GET ${at}/quitar`), /Quitar el documento.*MOF 2024/);
  await ask(`POST ${at}/quitar?revision=2`);
  await assert.rejects(ask(`GET ${at}`), isRefused('document_not_found'));
});

test('anybody reads what is published and not confidential, without what is reserved; an entity reads all of its own', async () => {
  const at = await leadsTo('POST /plan/pige/ejemplo'), plan = at.split('/').at(-1) ?? '', [row] = await fresh.db.rows<{ version: number }>('select version from plans.plan where id = $1', [plan]), open = `/planes/aduana-nacional/${row?.version}`;
  await ask(`POST ${at}/seccion/reserva/textos`, { form: { reservadas: ['presupuesto'], mostrados: '@reserva,reservadas,reserva_motivo', reserva_motivo: 'Ley 164' } });
  assert.match(await shown(`GET ${at}/texto`), /35\.387\.892,16.*Total.*90\.779\.592,16/);
  assert.match(await shown('GET /planes'), /Todavía no hay planes publicados/);
  await assert.rejects(ask(`GET ${open}`), isRefused('not_published'));
  await fresh.db.rows(`update plans.plan set state = 'in_force', published_at = $2 where id = $1`, [plan, now]);
  assert.match(await shown('GET /planes'), /Aduana Nacional Plan institucional de gobierno electrónico de Oruro \(ejemplo\) 2019-2022/);
  const said = await shown(`GET ${open}`);
  assert.match(said, /Es un ejemplo.*Fortalezas.*La entidad reservó esta sección/);
  assert.doesNotMatch(said, /35\.387\.892/);
  const { body } = await ask(`GET ${open}/odt`);
  assert.ok(body.kind === 'bytes' && Buffer.isBuffer(body.data) && body.data.subarray(0, 2).toString() === 'PK');
  await fresh.db.rows('update plans.plan set confidential = true where id = $1', [plan]);
  for (const address of [open, `${open}/odt`, '/planes/aduana-nacional/0', '/planes/aduana-nacional/x', '/planes/nadie/1']) await assert.rejects(ask(`GET ${address}`), isRefused('not_published'));
  assert.doesNotMatch(await shown('GET /planes'), /Oruro/);
});

test('every page is well-formed', async () => {
  const at = await begun();
  const example = await leadsTo('POST /plan/pige/ejemplo'), sections = planSections.flatMap(({ key }) => [`${at}/seccion/${key}`, `${example}/seccion/${key}`]), groups = planForm.pages.flatMap(({ id, fields }) => fields.filter((field) => field.fields).map((group) => `${at}/seccion/${id}/${group.id}/nueva`));
  for (const request of ['/plan/pige', '/plan/pige/nuevo', at, example, ...sections, ...groups, `${example}/seccion/presupuesto/fases/1`, `${example}/seccion/foda/textos`, `${example}/seccion/principios/principios/2/quitar`, `${at}/datos`, `${at}/seguimiento`, `${at}/texto`, `${at}/comparacion`, `${example}/texto`, '/plan/documentos', '/plan/documentos/nuevo', '/planes', '/planes/nacional', '/planes/nacional/linea/10']) {
    assert.deepEqual(await faultsOf(request), [], request);
  }
  await assert.rejects(ask('GET /planes/nacional/linea/15'), isRefused('line_not_found'));
});
