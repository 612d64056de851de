import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { loadCatalog } from '#modules/catalog/index.ts';
import { demoEntityId, demoOfficerId, seedDemo } from '#modules/identity/index.ts';
import type { Person, Role } from '#kernel/access.ts';
import { parseLocalDate } from '#kernel/clock.ts';
import { isRefusal } from '#kernel/errors/index.ts';
import { call, pageOf } from '#support/calls.ts';
import { freshDatabase, type FreshDatabase } from '#support/database.ts';
import { documentFaults } from '#support/markup.ts';
import { root } from '#support/source/index.ts';
import type { TermRow } from './checks/contract.ts';
import { supervisionModule } from './index.ts';

let terms: readonly TermRow[] = [];
const { routes = [], jobs = [] } = supervisionModule({ demo: true, documents: {} as Parameters<typeof supervisionModule>[0]['documents'], planTerms: (_db, entityId) => Promise.resolve(entityId === migracion ? terms : []) });
let fresh: FreshDatabase, clock = new Date('2026-11-20T10:00:00-04:00');
const person = (username: string, entity: Parameters<typeof demoEntityId>[0], ...roles: readonly Exclude<Role, 'public'>[]): Person => ({ id: demoOfficerId(username), kind: 'officer', name: username, roles, entityId: demoEntityId(entity), units: [] });
const lourdes = person('examen.contraloria', 'contraloria', 'examiner'), alejandra = person('gobierno.migracion', 'migracion', 'egov_head'), stranger = person('gobierno.gad', 'gobierno-departamental', 'egov_head');
const migracion = demoEntityId('migracion'), own = `/control/comprobaciones/entidad/${migracion}`;

before(async () => { fresh = await freshDatabase(); await seedDemo(fresh.db); await loadCatalog(fresh.db, `${root}/procedures`, clock); });
after(() => fresh.close());

const ask = (request: string, who: Person, form: Readonly<Record<string, string>> = {}) => call(routes, request, { db: fresh.db, now: clock, person: who, form });
const shown = async (request: string, who: Person, form: Readonly<Record<string, string>> = {}): Promise<string> => String(pageOf(await ask(request, who, form)).main).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
const run = (name: string) => jobs.find((job) => job.name === `supervision: ${name}`)?.run(fresh.db, clock) ?? assert.fail(name);
const resultOf = async (says: RegExp): Promise<string> => {
  const rows = await fresh.db.rows<{ id: string; says: string }>('select id, says from supervision.result where entity_id = $1 and gone_at is null', [migracion]);
  return `/control/comprobaciones/resultado/${rows.find((row) => says.test(row.says))?.id ?? assert.fail(String(says))}`;
};

// What would have been there in migration: its plan rests on the PEI of 2016-2020, nobody followed it up, and its unit has two names.
async function furnish(): Promise<void> {
  const plan = '0193f2a0-0000-7000-8000-00000000aaaa', content = JSON.stringify({ instrumentos: [{ instrumento: 'pei', nombre: 'PEI 2016-2020', desde: 2016, hasta: 2020 }] });
  await fresh.db.rows(`insert into plans.plan (entity_id, id, version, title, from_year, to_year, revision, content, created_at, updated_at) values ($1, $2, 1, 'Plan de Gobierno Electrónico 2018-2025', 2018, 2025, 1, $3, now(), now())`, [migracion, plan, content]);
  for (const [kind, title, name] of [['mof', 'Manual de Organización y Funciones', 'Área de Sistemas'], ['organigrama', 'Organigrama', 'Unidad de Sistemas']] as const) {
    await fresh.db.rows(`insert into plans.document (entity_id, id, kind, title, reference, units, revision, updated_at) values ($1, gen_random_uuid(), $2, $3, '', $4, 1, now())`, [migracion, kind, title, JSON.stringify([{ area: 'tic', name }])]);
  }
  await fresh.db.rows(`insert into planning.entry (entity_id, procedure_id, slug, name, sort_key, answers, defects, revision, origin, updated_at) values ($1, 'migracion/x', 'x', 'Permiso de salida', 'permiso', '{"sistema": "SIMIG"}', 0, 1, 'written', now())`, [migracion]);
}

const expected = [/PEI 2016-2020, que terminó en 2020/, /no hay ningún registro de seguimiento/, /«Área de Sistemas» en Manual.*«Unidad de Sistemas» en Organigrama/, /está en Manual de Organización y Funciones, y ningún manual de procesos/, /ningún Plan Institucional de Seguridad/, /apoya «SIMIG», y ese sistema no está/, /Interoperabilidad: la usan 0 de/];

test('the entity sees before anybody comes what would have been found, with what to do', async () => {
  await furnish();
  await run('run checks');
  const page = await shown(`GET ${own}`, alejandra);
  for (const says of expected) assert.match(page, says);
  assert.match(page, /Qué hacer: Elabore y apruebe el PISI/);
  assert.match(page, /Sin novedad.*Trámite gratuito que cobra.*Sin datos que revisar.*Volumen declarado/);
});

test('the first page says how many wait', async () => {
  assert.match(await shown('GET /control', alejandra), /Comprobaciones .*Sin atender: \d+\./);
});

test('whoever examines sees every entity, without links into its planning; others see only their own', async () => {
  assert.match(await shown('GET /control/comprobaciones', lourdes), /Dirección General de Migración \d+ \d+/);
  const page = String(pageOf(await ask(`GET ${own}`, lourdes)).main);
  assert.match(page, /PEI 2016-2020/);
  assert.doesNotMatch(page, /href="\/plan/);
  assert.match(String(pageOf(await ask(`GET ${own}`, alejandra)).main), /href="\/plan\/pige/);
  for (const request of [`GET ${own}`, `POST ${own}/corrida`]) await assert.rejects(ask(request, stranger), (caught) => isRefusal(caught, 'supervision.entity_not_found'));
  const result = await resultOf(/PEI/);
  for (const request of [`GET ${result}`, `POST ${result}/descarte`]) await assert.rejects(ask(request, stranger), (caught) => isRefusal(caught, 'supervision.result_not_found'));
});

test('run again, what is there goes on and what is mended has gone; back again it is new', async () => {
  const count = async () => (await fresh.db.rows<{ n: number }>('select count(*)::int as n from supervision.result where entity_id = $1', [migracion]))[0]?.n;
  const before = await count();
  clock = new Date('2026-11-21T10:00:00-04:00');
  await run('run checks');
  assert.equal(await count(), before, 'the same is not written twice');
  await fresh.db.rows(`insert into plans.document (entity_id, id, kind, title, reference, units, to_day, revision, updated_at) values ($1, '0193f2a0-0000-7000-8000-00000000bbbb', 'pisi', 'PISI', '', '[]', '2027-12-31', 1, now())`, [migracion]);
  clock = new Date('2026-11-22T10:00:00-04:00');
  assert.match((await ask(`POST ${own}/corrida`, alejandra)).notice ?? '', /Ya no están: 1/);
  assert.match(await shown(`GET ${own}`, alejandra), /Lo que ya no está La entidad no tiene registrado ningún Plan Institucional.*Dejó de verse el 22 de noviembre de 2026/);
  clock = new Date('2028-01-10T10:00:00-04:00');
  await run('run checks');
  assert.match(await shown(`GET ${own}`, alejandra), /PISI\) terminó el 31 de diciembre de 2027.*Lo que ya no está/);
  clock = new Date('2026-11-23T10:00:00-04:00');
});

test('a term of the plan that passed is found until it is met, and only about who has to keep it', async () => {
  const day = (text: string) => parseLocalDate(text) ?? assert.fail(text);
  const late: TermRow = { planId: 'x', planTitle: 'PIGE', isOwn: true, step: 'ajuste', title: 'Ajustar el plan y responder', norm: 'Plan, cap. 6.1, num. 5', originalDue: day('2026-11-10'), due: day('2026-11-11'), metOn: null };
  terms = [late];
  await run('run checks');
  assert.match(await shown(`GET ${own}`, alejandra), /Del plan «PIGE» venció el 11 de noviembre de 2026 el plazo para ajustar el plan y responder \(cap\. 6\.1, num\. 5\)/);
  const found = await fresh.db.rows<{ entity_id: string }>("select entity_id from supervision.result where check_key = 'plazo-del-plan-vencido'");
  assert.deepEqual(found, [{ entity_id: migracion }]);
  terms = [{ ...late, metOn: day('2026-11-23') }];
  clock = new Date('2026-11-24T10:00:00-04:00');
  await ask(`POST ${own}/corrida`, alejandra);
  assert.match(await shown(`GET ${own}`, alejandra), /Lo que ya no está.*venció el 11 de noviembre/);
  clock = new Date('2026-11-23T10:00:00-04:00');
});

test('a result is set aside with a reason that is read, and brought back', async () => {
  const result = await resultOf(/SIMIG/);
  assert.match(await shown(`POST ${result}/descarte`, alejandra, { motivo: ' ' }), /Escriba el motivo/);
  await ask(`POST ${result}/descarte`, alejandra, { motivo: 'Es el nombre antiguo de SIGEMIG.' });
  assert.match(await shown(`GET ${result}`, lourdes), /Descartado.*Es el nombre antiguo de SIGEMIG\. \(gobierno\.migracion, Dirección General de Migración/);
  await ask(`POST ${result}/vuelta`, lourdes, { motivo: 'No está en el registro.' });
  assert.match(await shown(`GET ${result}`, alejandra), /Sin atender/);
});

test('a result becomes a finding of an open examination, with condition, criterion and evidence', async () => {
  const result = await resultOf(/PEI 2016-2020/);
  assert.match(await shown(`GET ${result}`, lourdes), /No hay ningún examen en elaboración/);
  const example = await ask('POST /control/ejemplo', lourdes);
  const examen = example.body.kind === 'redirect' ? (example.body.to.split('/').at(-1) ?? '') : '';
  const turned = await ask(`POST ${result}/hallazgo`, lourdes, { examen }), to = turned.body.kind === 'redirect' ? turned.body.to : '';
  assert.match(turned.notice ?? '', /Es el hallazgo H14/);
  assert.deepEqual((await ask(`POST ${result}/hallazgo`, lourdes, { examen })).body, turned.body, 'pressed twice it is one finding');
  assert.match(await shown(`GET ${to}`, lourdes), /Hallazgo H14/);
  const page = await shown(`GET /control/examenes/${examen}`, lourdes);
  assert.match(page, /H14 Deficiencia El plan «Plan de Gobierno Electrónico 2018-2025».*se articula con el PEI 2016-2020.*Criterio.*Decreto Supremo N\.º 3251.*Evidencias.*Comprobación automática «Plan articulado a un PEI vencido»/);
  assert.doesNotMatch(await shown(`GET ${result}`, alejandra), /H14/, 'the entity does not learn of a report that it was not notified of');
  for (const [who, code] of [[stranger, 'result_not_found'], [lourdes, 'examination_not_found']] as const) await assert.rejects(ask(`POST ${result}/hallazgo`, who, { examen: 'x' }), (caught) => isRefusal(caught, `supervision.${code}`));
});

test('whose turn it is is told once before a term ends, and once after', async () => {
  const [{ id = '' } = {}] = await fresh.db.rows<{ id: string }>('select id from supervision.examination');
  await ask(`POST /control/examenes/${id}/emision`, lourdes);
  await ask(`POST /control/examenes/${id}/notificacion`, lourdes);
  const told = async () => (await fresh.db.rows<{ n: number }>(`select count(*)::int as n from notifications.notice where subject like '%plazo de la recomendación%'`))[0]?.n;
  await run('remind of terms');
  assert.equal(await told(), 0, 'too early');
  clock = new Date('2026-12-04T08:00:00-04:00');
  await run('remind of terms');
  await run('remind of terms');
  assert.equal(await told(), 12, 'six recommendations, head and authority, once');
  clock = new Date('2026-12-20T08:00:00-04:00');
  await run('remind of terms');
  await run('remind of terms');
  assert.equal(await told(), 24);
});

test('every page is well-formed', async () => {
  const result = await resultOf(/SIMIG/);
  for (const [path, who] of [['/control/comprobaciones', lourdes], [own, lourdes], [own, alejandra], [result, lourdes], [result, alejandra]] as const) assert.deepEqual(await documentFaults(`<!DOCTYPE html><html lang="es"><head><meta charset="utf-8"><title>t</title></head><body><main>${String(pageOf(await ask(`GET ${path}`, who)).main)}</main></body></html>`), [], path);
});
