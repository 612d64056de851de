import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { demoEntityId, seedDemo } from '#modules/identity/index.ts';
import type { Person, Role } from '#kernel/access.ts';
import { fixedClock } from '#kernel/clock.ts';
import { isRefusal } from '#kernel/errors/index.ts';
import { newId } from '#kernel/ids.ts';
import { call, pageOf } from '#support/calls.ts';
import { freshDatabase, type FreshDatabase } from '#support/database.ts';
import { documentFaults } from '#support/markup.ts';
import { plansRoutes } from './routes.ts';

const now = new Date('2026-11-23T10:00:00-04:00'), routes = plansRoutes();
let fresh: FreshDatabase, paola: Person, other: Person;

before(async () => {
  fresh = await freshDatabase();
  await seedDemo(fresh.db);
  const head = (entity: Parameters<typeof demoEntityId>[0], role: Exclude<Role, 'public'> = 'egov_head'): Person => ({ id: newId(), kind: 'officer', name: 'Paola Andrade', roles: [role], entityId: demoEntityId(entity), units: [] });
  [paola, other] = [head('aduana-nacional'), head('migracion')];
});
after(() => fresh.close());

type Sent = { readonly form?: Readonly<Record<string, string | readonly string[]>>; readonly person?: Person };
const ask = (request: string, { form = {}, person = paola }: Sent = {}) => call(routes, request, { db: fresh.db, now: fixedClock(now).now(), person, form });
const shown = async (request: string, sent: Sent = {}): Promise<string> => String(pageOf(await ask(request, sent)).main).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
const leadsTo = async (request: string, sent: Sent = {}): Promise<string> => { const { body } = await ask(request, sent); return body.kind === 'redirect' ? body.to : assert.fail(`${request} leads nowhere`); };
const isRefused = (code: string) => (caught: unknown) => isRefusal(caught, `plans.${code}`);
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
});

test('what somebody else changed meanwhile is not written over, and a registered plan is not written at all', async () => {
  const at = await begun();
  await ask(`POST ${at}/datos?revision=1`, { form: { ...head, titulo: 'Otro nombre' } });
  await assert.rejects(ask(`POST ${at}/datos?revision=1`, { form: head }), isRefused('changed_meanwhile'));
  assert.match(await shown(`GET ${at}`), /Otro nombre/);
  await fresh.db.rows(`update plans.plan set state = 'registered' where id = $1`, [at.split('/').at(-1) ?? '']);
  await assert.rejects(ask(`POST ${at}/datos?revision=2`, { form: head }), isRefused('plan_fixed'));
  assert.equal(await leadsTo(`GET ${at}/datos`), at);
});

test('every page is well-formed', async () => {
  const at = await begun();
  for (const request of ['/plan/pige', '/plan/pige/nuevo', at, `${at}/datos`, '/planes', '/planes/nacional', '/planes/nacional/linea/10']) {
    assert.deepEqual(await documentFaults(`<!DOCTYPE html><html lang="es"><head><meta charset="utf-8"><title>t</title></head><body><main>${String(pageOf(await ask(`GET ${request}`)).main)}</main></body></html>`), [], request);
  }
  await assert.rejects(ask('GET /planes/nacional/linea/15'), isRefused('line_not_found'));
});
