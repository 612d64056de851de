import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { demoEntityId, seedDemo } from '#modules/identity/index.ts';
import { fixedClock } from '#kernel/clock.ts';
import { isRefusal } from '#kernel/errors/index.ts';
import { newId } from '#kernel/ids.ts';
import { silentLog } from '#kernel/log.ts';
import { call, pageOf } from '#support/calls.ts';
import { freshDatabase, type FreshDatabase } from '#support/database.ts';
import { documentFaults } from '#support/markup.ts';
import { indicatorsModule } from './index.ts';
import { boardAt, country, declared, people, plan, refused } from './test-support/board.ts';

const clock = fixedClock('2026-11-20T10:00:00-04:00'), { head, otherHead, reviewer, auditor, coordinator } = people, own = '/plan/evaluacion/2026/entidad/aduana-nacional';
let fresh: FreshDatabase;
const { ask, shown, leadsTo, observe } = boardAt({ call, pageOf }, () => fresh.db, () => clock.now());

before(async () => {
  fresh = await freshDatabase();
  await seedDemo(fresh.db);
  await indicatorsModule({ db: fresh.db, clock, log: silentLog, plan }).start?.();
});
after(() => fresh.close());

const due = { 'plazo-day': '28', 'plazo-month': '2', 'plazo-year': '2027' }, words = 'Se publicaron trece trámites y se capacitó a la ventanilla.';
const step = (paso: string, as: typeof head, motivo = '', query = '') => ask(`POST ${own}/paso${query}`, { as, form: { paso, motivo } });
const set = (state: string) => fresh.db.rows(`update indicators.evaluation set state = $1, moved_by = $2 where entity_id = $3 and year = 2026`, [state, newId(), head.entityId]);

test('the agency opens a year for all, once, with a term that can be met', async () => {
  assert.match(await shown('GET /plan/evaluacion'), /Todavía no hay años abiertos/);
  assert.doesNotMatch(await shown('GET /plan/evaluacion'), /Abrir un año/, 'an entity opens none');
  for (const [form, problem] of [[{ gestion: '2027', ...due }, /año del plan que ya empezó/], [{ gestion: '2026' }, /hasta qué día/], [{ gestion: '2026', ...due, 'plazo-year': '2025' }, /ya pasó/]] as const) assert.match(await shown('POST /plan/evaluacion', { as: reviewer, form }), problem);
  await ask('POST /plan/evaluacion', { as: reviewer, form: { gestion: '2026', ...due } });
  assert.match((await ask('POST /plan/evaluacion', { as: reviewer, form: { gestion: '2026', ...due } })).notice ?? '', /ya estaba abierta/);
  assert.match(await shown('GET /plan/evaluacion'), /2026 28 de febrero de 2027 Abierto Abierta/);
  assert.equal(await leadsTo('GET /plan/evaluacion/2026'), own);
});

test('an evaluation comes with what is counted and declared, and how far apart they are', async () => {
  await observe(demoEntityId('aduana-nacional'), '5.2', 'year', '2026', 1, 2);
  await ask('POST /plan/indicadores/nueva', { form: { ...declared, indicador: '5.2', periodo: '2026' } });
  assert.match(await shown(`GET ${own}`), /Línea 5\. Seguridad .*Meta 5\.2 .* 50\s% 75\s% \(borrador\) \+25 Informe 12\/2026/);
  const form = await shown('GET /plan/evaluacion/2026/redaccion');
  assert.match(form, /Línea 5/);
  assert.doesNotMatch(form, /Línea 13/, 'a line without figures is not asked about');
});

test('the agency reads nothing of it before it is sent', async () => {
  await ask('POST /plan/evaluacion/2026/redaccion?revision=0', { as: otherHead, form: { general: 'Un borrador que nadie debe leer.' } });
  const address = 'GET /plan/evaluacion/2026/entidad/migracion';
  assert.match(await shown(address, { as: otherHead }), /Un borrador que nadie debe leer/);
  const { body } = await ask(`${address}/informe/json`, { as: reviewer });
  assert.ok(body.kind === 'bytes' && !/borrador/i.test(String(body.data)));
  assert.doesNotMatch(await shown(address, { as: reviewer }), /Un borrador que nadie/);
  assert.doesNotMatch(await shown(`GET ${own}`, { as: reviewer }), /\(borrador\)/, 'nor a figure that was not sent');
  await fresh.db.rows('delete from indicators.evaluation_step where entity_id = $1', [otherHead.entityId]).catch(() => []);
  await fresh.db.rows('delete from indicators.evaluation where entity_id = $1', [otherHead.entityId]).catch(() => []);
});

test('it is written, sent with frozen figures, observed, sent again and accepted', async () => {
  assert.match(await leadsTo('POST /plan/evaluacion/2026/redaccion?revision=0', { form: { general: '' } }), /entidad/);
  assert.match((await step('send', head)).notice ?? '', /cuente en pocas frases/, 'nothing is sent without a word');
  await ask('POST /plan/evaluacion/2026/redaccion?revision=1', { form: { general: words, 'linea-5': 'Se aprobó el plan.' } });
  assert.equal((await ask('POST /plan/evaluacion/2026/redaccion?revision=2', { form: { general: 'x'.repeat(4_001) } })).status, 422);
  await step('send', head);
  await observe(demoEntityId('aduana-nacional'), '5.2', 'year', '2026', 2, 2);
  assert.match(await shown(`GET ${own}`), /Enviada .* 50\s% 75\s%/, 'what was sent stays as it was sent');
  assert.equal((await step('observe', reviewer)).status, 422);
  await step('observe', reviewer, 'Falta el acta.');
  assert.match(await shown(`GET ${own}`), /Observada .*Observación de la AGETIC: Falta el acta\. .* 100\s% 75\s%/);
  await step('send', head);
  await step('accept', reviewer);
  assert.match(await shown(`GET ${own}`), /Aceptada .*Se aceptó .*Se envió .*Se observó .*Falta el acta.*Se envió/);
});

// Who may do what from which state; everything else is refused or leads away without writing.
const actors = { head, otherHead, coordinator, reviewer, auditor } as const, allowed = [['writing', 'send', 'head'], ['observed', 'send', 'head'], ['sent', 'observe', 'reviewer'], ['sent', 'accept', 'reviewer']] as const;
test('every role, state and step: what is a row is done, all the rest is refused', async () => {
  for (const state of ['writing', 'sent', 'observed', 'accepted'] as const) for (const paso of ['send', 'observe', 'accept', 'close'] as const) for (const who of Object.keys(actors) as (keyof typeof actors)[]) {
    await set(state);
    const may = allowed.some((row) => row[0] === state && row[1] === paso && row[2] === who), label = `${who} ${paso} ${state}`;
    if (may) assert.equal((await step(paso, actors[who], 'Un motivo')).status, 303, label);
    else await assert.rejects(step(paso, actors[who], 'Un motivo'), (caught) => isRefusal(caught), label);
  }
  for (const state of ['sent', 'accepted']) { await set(state); await assert.rejects(ask('POST /plan/evaluacion/2026/redaccion', { form: { general: words } }), refused('step_not_allowed'), state); }
});

test('another entity finds nothing, and of two at once one wins', async () => {
  for (const request of [`GET ${own}`, `GET ${own}/informe/json`, `POST ${own}/paso`]) await assert.rejects(ask(request, { as: otherHead }), refused('entity_not_found'), request);
  for (const request of ['GET /plan/evaluacion/2025', 'GET /plan/evaluacion/nunca', 'GET /plan/evaluacion/2026/final']) await assert.rejects(ask(request), refused('round_not_found'), request);
  await set('sent');
  const [row] = await fresh.db.rows<{ revision: number }>('select revision from indicators.evaluation where year = 2026 and entity_id = $1', [head.entityId]);
  const twice = await Promise.allSettled([step('accept', reviewer, '', `?revision=${row?.revision}`), step('observe', reviewer, 'Otra cosa', `?revision=${row?.revision}`)]);
  assert.equal(twice.filter(({ status }) => status === 'fulfilled').length, 1);
});

test('the report goes out as texts, sheets and JSON', async () => {
  for (const [format, begins] of [['odt', 'PK'], ['pdf', '%PDF'], ['docx', 'PK'], ['ods', 'PK'], ['csv', ''], ['json', '{']] as const) {
    const { body } = await ask(`GET ${own}/informe/${format}`);
    assert.ok(body.kind === 'bytes' && body.filename === `evaluacion-2026-aduana-nacional.${format}`, format);
    assert.ok(body.data.toString('latin1' as never).startsWith(begins), format);
  }
  await assert.rejects(ask(`GET ${own}/informe/exe`), (caught) => isRefusal(caught));
});

test('a year is closed only when nothing waits, and then nothing of it changes', async () => {
  await set('sent');
  assert.match(await shown('GET /plan/evaluacion/2026/cierre', { as: reviewer }), /Todavía no se puede/);
  await assert.rejects(ask('POST /plan/evaluacion/2026/cierre', { as: reviewer }), refused('answers_waiting'));
  await set('accepted');
  assert.match(await shown('GET /plan/evaluacion/2026/cierre', { as: reviewer }), /Quedan sin aceptar 6/);
  await ask('POST /plan/evaluacion/2026/cierre', { as: reviewer });
  assert.match(await shown('GET /plan/evaluacion/2026', { as: reviewer }), /Aduana Nacional Cerrada .*Dirección General de Migración Cerrada sin aceptar/);
  await assert.rejects(step('observe', reviewer, 'Tarde'), (caught) => isRefusal(caught));
  await assert.rejects(ask('POST /plan/indicadores/nueva', { form: { ...declared, indicador: '6.1', periodo: '2026-10' } }), refused('year_closed'), 'nothing is declared for it any more');
});

test('the final evaluation is that of the last year: results, guidelines, presentation', async () => {
  clock.set('2028-12-20T10:00:00-04:00');
  await ask('POST /plan/evaluacion', { as: reviewer, form: { gestion: '2028', 'plazo-day': '28', 'plazo-month': '2', 'plazo-year': '2029' } });
  await observe(country, '6.2', 'year', '2028', 95, 100);
  const final = '/plan/evaluacion/2028/final';
  assert.match(await shown(`GET ${final}`), /1 metas alcanzadas .*Meta 6\.2 .* 95\s% 90\s% 2028 ● Alcanzada/);
  assert.doesNotMatch(await shown(`GET ${final}`), /Escribir los lineamientos/, 'the agency writes, others read');
  assert.match(await shown(`POST ${final}`, { as: reviewer, form: { 'presentada-day': '1', 'presentada-month': '1', 'presentada-year': '2029' } }), /todavía no llega.*Escriba el acta/);
  await ask(`POST ${final}?revision=0`, { as: reviewer, form: { 'linea-6': 'Que el portal muestre todo el inventario.', 'presentada-day': '15', 'presentada-month': '12', 'presentada-year': '2028', acta: 'Acta 3/2028' } });
  await assert.rejects(ask(`POST ${final}?revision=0`, { as: reviewer, form: { 'linea-6': 'Otra cosa' } }), refused('evaluation_moved'));
  assert.match(await shown(`GET ${final}`), /Que el portal muestre.*Se presentó el 15 de diciembre de 2028: Acta 3\/2028/);
  const { body } = await ask(`GET ${final}/informe/odt`);
  assert.ok(body.kind === 'bytes' && body.filename === 'evaluacion-final-2028.odt');
});

test('every page is well-formed', async () => {
  for (const path of ['/plan/evaluacion', '/plan/evaluacion/2028', '/plan/evaluacion/2028/cierre', '/plan/evaluacion/2028/final', own, '/plan/evaluacion/2028/entidad/aduana-nacional', '/plan/evaluacion/2028/redaccion']) {
    for (const as of [head, reviewer]) {
      const answer = await ask(`GET ${path}`, { as });
      if (answer.body.kind === 'page') assert.deepEqual(await documentFaults(`<!DOCTYPE html><html lang="es"><head><meta charset="utf-8"><title>t</title></head><body><main>${String(pageOf(answer).main)}</main></body></html>`), [], path);
    }
  }
});
