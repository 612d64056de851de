import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { demoEntityId, seedDemo } from '#modules/identity/index.ts';
import type { Person } from '#kernel/access.ts';
import { fixedClock } from '#kernel/clock.ts';
import { isRefusal } from '#kernel/errors/index.ts';
import { newId } from '#kernel/ids.ts';
import { silentLog } from '#kernel/log.ts';
import { call, pageOf } from '#support/calls.ts';
import { freshDatabase, type FreshDatabase } from '#support/database.ts';
import { documentFaults } from '#support/markup.ts';
import type { DeclarationState } from './domain/declared/declaration.ts';
import { indicatorsModule } from './index.ts';
import { boardAt, country, declared, people, person, plan, refused } from './test-support/board.ts';

const now = new Date('2026-11-20T10:00:00-04:00'), { head, otherHead, coordinator, reviewer, auditor, supervisor } = people;
let fresh: FreshDatabase;

before(async () => {
  fresh = await freshDatabase();
  await seedDemo(fresh.db);
  await indicatorsModule({ db: fresh.db, clock: fixedClock(now), log: silentLog, plan }).start?.();
});
after(() => fresh.close());

const { ask, shown, leadsTo, observe } = boardAt({ call, pageOf }, () => fresh.db, () => now);

const begin = (indicator: string, period: string, as = head, form: Readonly<Record<string, string>> = {}) => leadsTo('POST /plan/indicadores/nueva', { as, form: { ...declared, ...form, indicador: indicator, periodo: period } });
const step = (address: string, paso: string, as: Person, motivo = '') => ask(`POST ${address}/paso`, { as, form: { paso, motivo } });

test('what nobody measures is said, and a goal whose text was lost is not judged', async () => {
  const page = await shown('GET /tablero', { as: undefined });
  assert.match(page, /Meta 5\.1 Texto de la meta 5\.1 Computado — .*? □ Todavía no se mide/);
  assert.match(page, /Meta 13\.3\.1 Resultado 13\.3\.1 .*? \? Por confirmar/);
  assert.doesNotMatch(page, /Texto de la meta 13\.3\.1/);
});

test('a figure shows with its target; late is only what misses a target of its year', async () => {
  await observe(country, '6.2', 'year', '2026', 45, 100);
  const row = /Meta 6\.2 Texto de la meta 6\.2 Computado 45\s% 90\s% 2028 (.) (En camino|Atrasada)/u;
  assert.equal(row.exec(await shown('GET /tablero', { as: undefined }))?.[2], 'En camino');
  await fresh.db.rows(`insert into indicators.target (entity_id, indicator, year, goal, near, state, source, set_at) values ($1, '6.2', 2026, 80, 70, 'in_force', 'Prueba', $2)`, [country, now]);
  const late = await shown('GET /tablero', { as: undefined });
  assert.match(late, /Quién va tarde ▼ Atrasada Meta 6\.2 : responde AGETIC/);
  assert.match(late, /1 atrasadas/);
  await fresh.db.rows(`delete from indicators.target where indicator = '6.2' and year = 2026`);
  await observe(country, '6.2', 'year', '2026', 0, 0);
  assert.match(await shown('GET /tablero', { as: undefined }), /Meta 6\.2 Texto de la meta 6\.2 Computado Sin base 90\s% 2028 ○ Sin base/);
});

test('a year is chosen by the address; what is no year of the plan is this one', async () => {
  for (const [asked, said] of [['2025', '2025'], ['2024', '2026'], ['x', '2026'], ['2028', '2026']] as const) assert.match(await shown(`GET /tablero?gestion=${asked}`, { as: undefined }), new RegExp(`Cómo va cada meta en ${said}`), asked);
});

test('a goal shows its course, its entities page by page, its departments and how it is measured', async () => {
  for (const [month, num] of [['2026-08', 10], ['2026-09', 20], ['2026-10', 30]] as const) await observe(country, '6.2', 'month', month, num, 100);
  await observe(demoEntityId('gobierno-departamental'), '6.2', 'year', '2026', 1, 2);
  const raw = String(pageOf(await ask('GET /tablero/meta/6.2', { as: undefined })).main), page = raw.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
  assert.match(raw, /aria-label="Meta 6\.2 por mes: 3 periodos; Computado, último valor 30/);
  assert.match(page, /Cómo se mide .*Modo Computado lo cuenta el sistema/);
  assert.match(page, /Aduana Nacional.*Sin dato/);
  for (const refusedAt of ['/tablero/meta/99.9', '/tablero/linea/99', '/tablero/entidad/nadie']) await assert.rejects(ask(`GET ${refusedAt}`, { as: undefined }), (caught) => isRefusal(caught), refusedAt);
});

test('tables go out as files, and observations as SDMX-CSV', async () => {
  const sdmx = await ask('GET /tablero/datos/meta/6.2/month/sdmx', { as: undefined });
  assert.ok(sdmx.body.kind === 'bytes');
  const [head, first] = String(sdmx.body.data).split('\r\n');
  assert.equal(head, 'DATAFLOW,FREQ,REF_AREA,INDICATOR,SOURCE_KIND,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MEASURE,NUMERATOR,DENOMINATOR,LAST_UPDATE');
  assert.match(first ?? '', /^VENTANILLA:INDICADORES\(1\.0\),M,BO,6\.2,COMPUTED,2026-08,10,A,%,10,100,2026-11-20T14:00/);
  for (const path of ['/tablero/datos/metas/2026/csv', '/tablero/datos/metas/2026/ods', '/tablero/datos/meta/6.2/entidades/2026/csv', '/tablero/datos/entidad/aduana-nacional/2026/csv', '/tablero/datos/meta/6.2/month/csv']) {
    const { body } = await ask(`GET ${path}`, { as: undefined });
    assert.ok(body.kind === 'bytes' && body.disposition === 'attachment', path);
  }
  await assert.rejects(ask('GET /tablero/datos/metas/2026/exe', { as: undefined }), (caught) => isRefusal(caught));
});

test('a share is declared, sent, approved, accepted, and stands beside what was counted', async () => {
  assert.match(await shown('POST /plan/indicadores/nueva', { form: { ...declared, indicador: '5.2', periodo: '2026', num: '9', firmante: '' } }), /No pueden cumplir más.*Escriba el nombre y el cargo/);
  const address = await begin('5.2', '2026');
  await assert.rejects(begin('5.2', '2026'), refused('declared_already'));
  assert.equal(await leadsTo('GET /plan/indicadores/nueva?indicador=5.2&periodo=2026'), address, 'asking for it again leads to what there is');
  await step(address, 'send', head);
  assert.match(await shown('GET /plan/indicadores', { as: coordinator }), /Esperan por usted Indicador.*Meta 5\.2/);
  await step(address, 'approve', coordinator);
  assert.doesNotMatch(await shown('GET /tablero/meta/5.2', { as: undefined }), /75\s%/, 'nothing is shown before it is accepted');
  await observe(country, '5.2', 'year', '2026', 1, 2);
  await step(address, 'accept', reviewer);
  assert.match(await shown('GET /tablero/meta/5.2', { as: undefined }), /50\s% computado en 2026 .*75\s% declarado y aceptado en 2026 3 de 4 \+25 diferencia/);
  await step(address, 'reopen', reviewer, 'Cambió la norma');
  assert.doesNotMatch(await shown('GET /tablero/meta/5.2', { as: undefined }), /75\s%/, 'what is reopened is no figure');
  assert.match(await shown(`GET ${address}`), /Se reabrió .* Motivo: Cambió la norma.*Se aceptó .*Se aprobó .*Se envió .*Se escribió .*Valor: 75\s%/, 'and leaves its trace');
});

// Who may take which step from which state; everything else is refused.
const actors = { head, otherHead, coordinator, reviewer, auditor } as const, steps = ['send', 'withdraw', 'approve', 'accept', 'return', 'reopen'] as const;
const allowed: readonly (readonly [DeclarationState, (typeof steps)[number], keyof typeof actors])[] = [
  ['draft', 'send', 'head'], ['sent', 'withdraw', 'head'], ['sent', 'approve', 'coordinator'], ['sent', 'return', 'coordinator'], ['approved', 'accept', 'reviewer'], ['approved', 'return', 'reviewer'], ['accepted', 'reopen', 'reviewer'],
];
test('every role, state and step: what is a row is done, all the rest is refused', async () => {
  const address = await begin('5.2', '2025', head, { 'efectiva-year': '2025' }), id = address.split('/').at(-1) ?? '';
  for (const state of ['draft', 'sent', 'approved', 'accepted'] as const) for (const paso of steps) for (const who of Object.keys(actors) as (keyof typeof actors)[]) {
    await fresh.db.rows('update indicators.declaration set state = $2, moved_by = $3 where id = $1', [id, state, newId()]);
    const may = allowed.some((row) => row[0] === state && row[1] === paso && row[2] === who), label = `${who} ${paso} ${state}`;
    if (may) assert.equal((await step(address, paso, actors[who], 'Un motivo')).status, 303, label);
    else await assert.rejects(step(address, paso, actors[who], 'Un motivo'), (caught) => isRefusal(caught), label);
  }
});

test('a draft is its entity\'s alone, also after it went back', async () => {
  const address = await begin('6.1', '2025-12'), id = address.split('/').at(-1) ?? '';
  const unseen = async () => {
    for (const as of [reviewer, coordinator]) {
      await assert.rejects(ask(`GET ${address}`, { as }), refused('declaration_not_found'));
      assert.doesNotMatch(String(pageOf(await ask('GET /plan/indicadores', { as })).main), new RegExp(id));
    }
  };
  await unseen();
  await step(address, 'send', head);
  assert.match(await shown(`GET ${address}`, { as: reviewer }), /Enviada/);
  await fresh.db.rows(`update indicators.declaration set state = 'approved' where id = $1`, [id]);
  assert.deepEqual((await step(address, 'return', reviewer, 'Falta el acta.')).body, { kind: 'redirect', to: '/plan/indicadores' });
  await unseen();
});

test('a line is approved by the body that coordinates it, and nobody approves what they sent', async () => {
  const address = await begin('13.3.1', '2026');
  await step(address, 'send', head);
  await assert.rejects(step(address, 'approve', coordinator), refused('step_not_allowed'), 'the plan names the AGETIC for it');
  await step(address, 'approve', person('agetic', 'coordinator'));
  const both = person('aduana-nacional', 'egov_head', 'coordinator'), second = await begin('6.1', '2025', both, { 'efectiva-year': '2025' });
  await step(second, 'send', both);
  await assert.rejects(step(second, 'approve', both), refused('step_not_allowed'));
});

test('somebody else finds nothing, and what changed meanwhile is not written over', async () => {
  const address = await begin('6.1', '2026');
  for (const request of [`GET ${address}`, `GET ${address}/edicion`, `POST ${address}/edicion`]) await assert.rejects(ask(request, { as: otherHead, form: declared }), refused('declaration_not_found'), request);
  await assert.rejects(ask('GET /plan/indicadores/declaracion/no-es-nada'), refused('declaration_not_found'));
  await ask(`POST ${address}/edicion?revision=1`, { form: { ...declared, num: '1' } });
  await assert.rejects(ask(`POST ${address}/edicion?revision=1`, { form: declared }), refused('declaration_moved'));
  const twice = await Promise.allSettled([ask(`POST ${address}/edicion?revision=2`, { form: declared }), ask(`POST ${address}/paso?revision=2`, { form: { paso: 'send' } })]);
  assert.equal(twice.filter(({ status }) => status === 'fulfilled').length, 1, 'of two at once one wins');
  assert.match(await shown('GET /plan/indicadores', { as: otherHead }), /Todavía no hay declaraciones/);
});

test('a computed figure is contested with evidence, answered once, and stays what was counted', async () => {
  await observe(demoEntityId('aduana-nacional'), '6.2', 'year', '2026', 1, 4);
  assert.match(await shown('GET /plan/indicadores/impugnaciones'), /Meta 6\.2: .* 25\s% Impugnar/);
  const form = { meta: '6.2', gestion: '2026', motivo: 'Falta contar el trámite de copias.', respaldo: 'Informe 45/2026' };
  assert.match(await shown('POST /plan/indicadores/impugnaciones/nueva', { form: { ...form, motivo: 'Mal', respaldo: '' } }), /qué está mal.*documento que lo demuestra/);
  const address = await leadsTo('POST /plan/indicadores/impugnaciones/nueva', { form });
  await assert.rejects(ask('POST /plan/indicadores/impugnaciones/nueva', { form }), refused('contested_already'));
  await assert.rejects(ask('POST /plan/indicadores/impugnaciones/nueva', { form, as: otherHead }), refused('figure_not_found'), 'nobody contests what was not counted of them');
  await assert.rejects(ask(`GET ${address}`, { as: otherHead }), refused('contest_not_found'));
  assert.match(await shown('GET /tablero/meta/6.2', { as: undefined }), /Una entidad impugnó su cifra de 2026; una espera respuesta/);
  assert.match(await shown(`POST ${address}/respuesta`, { as: reviewer, form: { respuesta: 'No' } }), /Elija si la entidad tiene razón.*Explique la respuesta/);
  const answer = { resultado: 'si', respuesta: 'El trámite estaba retirado por error; se publica otra vez.' }, twice = await Promise.allSettled([1, 2].map(() => ask(`POST ${address}/respuesta`, { as: reviewer, form: answer })));
  assert.equal(twice.filter(({ status }) => status === 'fulfilled').length, 1, 'of two answers at once one is kept');
  assert.match(await shown(`GET ${address}`), /Le dieron la razón .*25\s%.*Respuesta .*se publica otra vez/);
  await assert.rejects(ask(`POST ${address}/respuesta`, { as: reviewer, form: answer }), refused('contest_answered'));
  const [figure] = await fresh.db.rows<{ value: number }>(`select value::float8 from indicators.observation where indicator = '6.2' and entity_id = $1 and period = '2026'`, [head.entityId]);
  assert.equal(figure?.value, 25, 'the figure is computed, not written');
});

test('evidence that ran out says so by itself', async () => {
  await begin('7.1', '2025', otherHead, { 'efectiva-year': '2025', 'vence-day': '1', 'vence-month': '2', 'vence-year': '2026' }).catch(() => '');
  const address = await begin('5.2', '2026', otherHead, { 'vence-day': '1', 'vence-month': '11', 'vence-year': '2026' });
  assert.match(await shown(`GET ${address}`, { as: otherHead }), /Respaldo vencido.*ya venció/);
});

test('the day of an entity stands beside what is usual', async () => {
  const id = demoEntityId('aduana-nacional');
  for (const [day, n] of [['2026-11-06', 4], ['2026-11-13', 6], ['2026-11-20', 9]] as const) await fresh.db.rows(`insert into indicators.tally (entity_id, procedure_id, day, measure, n) values ($1, 'aduana-nacional/copias-simples', $2, 'submitted', $3)`, [id, day, n]);
  assert.match(await shown('GET /plan/indicadores/dia', { as: supervisor }), /9 recibidas lo usual ese día: 5 .*copias simples 9 0 Sin base 0 0/);
  assert.match(await shown('GET /plan/indicadores/dia?dia=2026-11-06', { as: supervisor }), /4 recibidas todavía no hay semanas anteriores/);
  const file = await ask('GET /tablero/datos/entidad/aduana-nacional/tramites/csv', { as: undefined });
  assert.ok(file.body.kind === 'bytes' && /copias-simples.*19/.test(String(file.body.data)));
  assert.match(await shown('GET /tablero/entidad/aduana-nacional', { as: undefined }), /19 solicitudes recibidas en cuatro semanas/);
});

test('every page is well-formed', async () => {
  const address = await begin('13.1.1', '2026').catch(() => '/plan/indicadores');
  for (const path of ['/tablero', '/tablero/linea/6', '/tablero/meta/6.2', '/tablero/meta/13.3.1', '/tablero/meta/6.2?periodo=day', '/tablero/entidad/aduana-nacional', '/plan/indicadores', '/plan/indicadores/nueva', '/plan/indicadores/nueva?indicador=6.1&periodo=2025-12', '/plan/indicadores/dia', '/plan/indicadores/impugnaciones', '/plan/indicadores/impugnaciones/nueva?meta=6.2&gestion=2026', address]) {
    const answer = await ask(`GET ${path}`, { as: { ...head, roles: ['egov_head', 'supervisor'] } });
    if (answer.body.kind === 'page') assert.deepEqual(await documentFaults(`<!DOCTYPE html><html lang="es"><head><meta charset="utf-8"><title>t</title></head><body><main>${String(answer.body.page.main)}</main></body></html>`), [], path);
  }
});
