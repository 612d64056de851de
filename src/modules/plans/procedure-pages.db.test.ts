import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { demoOfficerId, findEntityByKey, getPerson, seedDemo } from '#modules/identity/index.ts';
import type { Person } from '#kernel/access.ts';
import { isRefusal } from '#kernel/errors/index.ts';
import { html } from '#kernel/html/html.ts';
import { call, pageOf } from '#support/calls.ts';
import { freshDatabase, type FreshDatabase } from '#support/database.ts';
import { documentFaults } from '#support/markup.ts';
import { writePlan } from '#support/plan.ts';
import { procedureRoutes } from './procedure-routes.ts';

const now = new Date('2026-11-23T10:00:00-04:00'), routes = procedureRoutes({} as Parameters<typeof procedureRoutes>[0]);
let fresh: FreshDatabase, plan: string;
const people = new Map<string, Person>();

before(async () => {
  fresh = await freshDatabase();
  await seedDemo(fresh.db);
  for (const name of ['gobierno.aduana', 'mae.aduana', 'gobierno.gad', 'revision.agetic', 'coordinacion.justicia']) people.set(name, await getPerson(fresh.db, demoOfficerId(name)));
  const elsewhere = await findEntityByKey(fresh.db, 'migracion');
  people.set('otra revisión', { ...who('revision.agetic'), entityId: elsewhere?.id ?? assert.fail() });
  plan = `/plan/pige/${await writePlan(fresh.db, 'aduana-nacional', 'gobierno.aduana', now)}`;
});
after(() => fresh.close());

const who = (name: string): Person => people.get(name) ?? assert.fail(name);
const ask = (name: string, request: string, form: Readonly<Record<string, string>> = {}) => call(routes, request.replace('PLAN', plan).replace('REVISION', plan.replace('/pige/', '/pige/revision/')), { db: fresh.db, now, person: who(name), form });

// Who asks for what of a draft: words of the page, where it leads, or the refusal.
const draft: readonly (readonly [name: string, request: string, comes: RegExp | string])[] = [
  ['gobierno.aduana', 'GET PLAN/tramite', /Registrar el plan.*todavía no corre/s],
  ['gobierno.aduana', 'GET PLAN/registro', /pasa a revisión/],
  ['mae.aduana', 'GET PLAN/tramite', /Espera a: responsable/],
  ['mae.aduana', 'GET PLAN/resolucion', '/tramite'],
  ['gobierno.aduana', 'GET PLAN/aprobacion', '/tramite'], ['gobierno.aduana', 'GET PLAN/respuestas', '/tramite'], ['gobierno.aduana', 'GET PLAN/registro-resolucion', '/tramite'], ['gobierno.aduana', 'GET PLAN/cierre', '/tramite'],
  ['gobierno.gad', 'GET PLAN/tramite', 'plans.plan_not_found'], ['gobierno.gad', 'POST PLAN/registro', 'plans.plan_not_found'],
  ['revision.agetic', 'GET PLAN/tramite', 'plans.plan_not_found'], ['revision.agetic', 'GET REVISION', 'plans.plan_not_found'],
  ['coordinacion.justicia', 'GET PLAN/tramite', 'plans.plan_not_found'], ['coordinacion.justicia', 'POST PLAN/opinion', 'plans.plan_not_found'],
  ['gobierno.aduana', 'POST PLAN/aprobacion', 'plans.plan_not_at_step'],
  ['revision.agetic', 'GET /plan/pige/revision', /No hay planes por revisar/], ['otra revisión', 'GET /plan/pige/revision', 'plans.not_the_agency'],
  ['otra revisión', 'POST /plan/pige/calendario-nacional/national_plan', 'plans.not_the_agency'], ['otra revisión', 'GET /plan/pige/calendario-nacional', /Todavía no se registró ninguno/],
  ['revision.agetic', 'POST /plan/pige/calendario-nacional/component', 'plans.national_act_too_early'], ['revision.agetic', 'POST /plan/pige/calendario-nacional/otro', 'plans.plan_not_found'],
  ['gobierno.aduana', 'GET /planes/verificar/PIGE-2222-2222-2222', 'plans.plan_code_unknown'], ['gobierno.aduana', 'GET PLAN/resolucion/archivo', 'plans.plan_not_found'],
];
// The same once it is registered.
const registered: typeof draft = [
  ['gobierno.aduana', 'GET PLAN/tramite', /Espera a: AGETIC/], ['gobierno.aduana', 'GET PLAN/registro', '/tramite'],
  ['revision.agetic', 'GET REVISION', /Todavía no escribió ninguna/], ['revision.agetic', 'GET /plan/pige/revision', /Aduana Nacional/],
  ['revision.agetic', 'POST REVISION/observaciones', /Elija la sección que observa/], ['revision.agetic', 'POST REVISION/envio', /Escriba al menos una observación/], ['revision.agetic', 'POST REVISION/respuestas/1', 'plans.plan_not_found'],
  ['otra revisión', 'GET REVISION', 'plans.plan_not_found'], ['otra revisión', 'POST REVISION/conformidad', 'plans.plan_not_found'],
  ['gobierno.gad', 'GET PLAN/tramite', 'plans.plan_not_found'],
  ['coordinacion.justicia', 'GET PLAN/tramite', /Su opinión/], ['coordinacion.justicia', 'GET /plan/pige/coordinacion', /Aduana Nacional/], ['coordinacion.justicia', 'POST PLAN/opinion', /Escriba su opinión/],
];

async function judge([name, request, comes]: (typeof draft)[number]): Promise<void> {
  try {
    const answer = await ask(name, request);
    if (answer.body.kind === 'redirect') { assert.equal(typeof comes === 'string' && answer.body.to.endsWith(comes), true, `${name} ${request} leads to ${answer.body.to}`); return; }
    const page = pageOf(answer);
    assert.ok(comes instanceof RegExp, `${name} ${request} shows a page`);
    assert.match(String(page.main), comes, `${name} ${request}`);
    assert.deepEqual(await documentFaults(`<!DOCTYPE html>${html`<html lang="es"><head><title>${page.title}</title></head><body><main>${page.main}</main></body></html>`}`), [], `${name} ${request}`);
  } catch (caught) {
    if (!isRefusal(caught)) throw caught;
    assert.equal(caught.code, comes, `${name} ${request}`);
  }
}

test('of a draft its own people see the procedure, and nobody else that it is there', async () => { for (const row of draft) await judge(row); });

test('a registered plan is the agency\'s to revise and the coordinator\'s to read', async () => {
  const { body } = await ask('gobierno.aduana', 'POST PLAN/registro', { paso: '0' });
  assert.equal(body.kind, 'redirect');
  for (const row of registered) await judge(row);
});

test('a national act is registered once, with its source, in its order', async () => {
  const act = { 'fecha-day': '5', 'fecha-month': '1', 'fecha-year': '2026', referencia: 'Decreto Supremo', fuente: 'Gaceta Oficial' };
  const send = (form: Readonly<Record<string, string>>) => ask('revision.agetic', 'POST /plan/pige/calendario-nacional/national_plan', form);
  assert.match(String(pageOf(await send({ ...act, 'fecha-year': '2027' })).main), /todavía no llega/);
  assert.match(String(pageOf(await send({ ...act, fuente: ' ' })).main), /Escriba dónde se puede comprobar/);
  assert.equal((await send(act)).notice, 'Registramos el acto. De su fecha salen los plazos.');
  assert.match((await send({ ...act, 'fecha-day': '6' })).notice ?? '', /ya estaba registrado/);
  const earlier = await ask('revision.agetic', 'POST /plan/pige/calendario-nacional/minimum_contents', { ...act, 'fecha-day': '4' });
  assert.match(String(pageOf(earlier).main), /anterior a la del acto/);
  assert.match(String(pageOf(await ask('gobierno.aduana', 'GET /plan/pige/calendario-nacional')).main), /5 de enero de 2026.*Hasta el miércoles, 4 de febrero de 2026/s);
});
