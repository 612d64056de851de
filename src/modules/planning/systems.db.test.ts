import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { isRefusal } from '#kernel/errors/index.ts';
import { pageOf } from '#support/calls.ts';
import { documentFaults } from '#support/markup.ts';
import { openPlanning, planner, type PlanningSite } from '#support/planning-site.ts';

const now = new Date('2026-11-23T10:00:00-04:00');
let site: PlanningSite, suma = '';
before(async () => { site = await openPlanning(now); await site.ask('POST /plan/inventario/publicados'); });
after(() => site.fresh.close());

const view = () => site.fresh.db.rows<{ name: string; aliases: string[]; procedures: string[]; interoperates: boolean | null; since: string | null; retired: boolean }>(
  'select name, aliases, procedures, interoperates, since::text, retired_on is not null as retired from planning.v_system where entity_id = $1 order by name', [site.paola.entityId ?? '']);
const names = (text: string) => site.ask('POST /plan/inventario/tramite/copias-simples/experiencia', { form: { sistema: text } });

test('an empty register says how to fill it; what an entry names and nobody knows waits there with one button', async () => {
  assert.match(await site.shown('GET /plan/sistemas'), /Todavía no hay sistemas/);
  await names('  Súma  ');
  assert.match(await site.shown('GET /plan/sistemas'), /sin registrar Sistema Fichas que lo nombran Acción Súma 1 Registrar/);
  assert.doesNotMatch(await site.shown('GET /plan/sistemas', { person: { ...site.paola, roles: ['auditor'] } }), /Registrar/, 'whoever only reads is not asked to write');
  suma = await site.leadsTo('POST /plan/sistemas/nombrados', { form: { clave: 'suma' } });
  assert.match(await site.shown(`GET ${suma}`), /Súma.*Lo nombra la ficha/);
  assert.equal(await site.leadsTo('POST /plan/sistemas/nombrados', { form: { clave: 'suma' } }), '/plan/sistemas', 'twice is as once');
  assert.doesNotMatch(await site.shown('GET /plan/sistemas'), /sin registrar/);
});

test('a system says with whom it exchanges data only when it does', async () => {
  assert.equal((await site.ask(`POST ${suma}/datos?revision=1`, { form: { nombre: '' } })).status, 422);
  const asked = await site.shown(`POST ${suma}/datos?revision=1`, { form: { mostrados: '@sistema,nombre,intercambia', nombre: 'SUMA', intercambia: 'si' } });
  assert.match(asked, /Desde cuándo/, 'the answer makes new questions appear');
  await site.ask(`POST ${suma}/datos?revision=1`, { form: { nombre: 'SUMA', 'otros_nombres-filas': '1', 'otros_nombres.0.nombre': 'Sistema Único', intercambia: 'si', 'intercambia_desde-day': '1', 'intercambia_desde-month': '3', 'intercambia_desde-year': '2024', intercambia_por: 'plataforma' } });
  assert.deepEqual(await view(), [{ name: 'SUMA', aliases: ['Sistema Único'], procedures: ['aduana-nacional/copias-simples'], interoperates: true, since: '2024-03-01', retired: false }]);
  await assert.rejects(site.ask(`POST ${suma}/datos?revision=1`, { form: { nombre: 'Otro' } }), (caught) => isRefusal(caught, 'planning.changed_meanwhile'));
});

test('it is recognised by its other names, and by what is chosen', async () => {
  await names('sistema  único');
  assert.deepEqual((await view())[0]?.procedures, ['aduana-nacional/copias-simples']);
  const slug = await site.leadsTo('POST /plan/inventario/nueva', { form: { nombre: 'Levante de mercancías' } }), id = 'aduana-nacional/levante-de-mercancias';
  assert.match(slug, /levante/);
  assert.match(await site.shown(`GET ${suma}/tramites?q=LEVANTE`), /Levante de mercancías/);
  for (let time = 0; time < 2; time += 1) await site.ask(`POST ${suma}/tramites`, { form: { tramite: [id, 'migracion/de-otra-entidad'] } });
  assert.deepEqual((await view())[0]?.procedures, ['aduana-nacional/copias-simples', id], 'what is not of the entity is left out');
  await site.ask(`POST ${suma}/tramites`, { form: { tramite: id, accion: 'quitar' } });
  assert.deepEqual((await view())[0]?.procedures, ['aduana-nacional/copias-simples']);
});

test('two systems do not share a name', async () => {
  await assert.rejects(site.ask('POST /plan/sistemas/nuevo', { form: { nombre: 'súma' } }), (caught) => isRefusal(caught, 'planning.system_known'));
  const second = await site.leadsTo('POST /plan/sistemas/nuevo', { form: { nombre: 'SIDUNEA' } });
  await assert.rejects(site.ask(`POST ${second}/datos?revision=1`, { form: { nombre: 'Suma' } }), (caught) => isRefusal(caught, 'planning.system_known'));
});

test('what is no longer used is retired with its reason, and can come back', async () => {
  assert.equal((await site.ask(`POST ${suma}/retiro`, { form: { motivo: ' ' } })).status, 422);
  for (let time = 0; time < 2; time += 1) await site.ask(`POST ${suma}/retiro`, { form: { motivo: 'Lo reemplazó otro.' } });
  assert.match(await site.shown(`GET ${suma}`), /Retirado Desde el 23 de noviembre de 2026: Lo reemplazó otro/);
  assert.equal((await view()).filter(({ retired }) => retired).length, 1);
  await site.ask(`POST ${suma}/vuelta`);
  assert.ok((await view()).every(({ retired }) => !retired));
});

test('another entity finds nothing of it', async () => {
  const migracion = planner('migracion');
  for (const request of [`GET ${suma}`, `GET ${suma}/datos`, `POST ${suma}/datos`, `GET ${suma}/tramites`, `POST ${suma}/tramites`, `GET ${suma}/retiro`, `POST ${suma}/retiro`, `POST ${suma}/vuelta`, 'GET /plan/sistemas/garabato']) {
    await assert.rejects(site.ask(request, { person: migracion }), (caught) => isRefusal(caught, 'planning.system_not_found'), request);
  }
  assert.doesNotMatch(await site.shown('GET /plan/sistemas', { person: migracion }), /SUMA/);
});

test('every page is well-formed', async () => {
  for (const request of ['/plan/sistemas', '/plan/sistemas/nuevo', suma, `${suma}/datos`, `${suma}/tramites`, `${suma}/retiro`]) {
    assert.deepEqual(await documentFaults(`<!DOCTYPE html><html lang="es"><head><meta charset="utf-8"><title>t</title></head><body><main>${String(pageOf(await site.ask(`GET ${request}`)).main)}</main></body></html>`), [], request);
  }
});
