import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { refusals } from '#kernel/errors/index.ts';
import { pageOf } from '#support/calls.ts';
import { documentFaults } from '#support/markup.ts';
import { openPlanning, planner, type PlanningSite } from '#support/planning-site.ts';

const start = new Date('2026-11-23T10:00:00-04:00'), days = (n: number): Date => new Date(start.getTime() + n * 24 * 3_600_000 + 60_000);
const address = 'https://datos.ejemplo.bo/tramites.jsonl', refuse = refusals('net', { unreachable: [502, 'El sitio «{host}» no respondió.'] });
const line = (name: string, text: string) => JSON.stringify({ identificador: name.toLowerCase(), nombre: name, proposito: text });

let site: PlanningSite, folder = '', answers: () => Buffer = () => refuse('unreachable', { host: 'datos.ejemplo.bo' }), asked = 0;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'planificacion-'));
  site = await openPlanning(start, { folder, fetchFile: async () => { asked += 1; return answers(); } });
});
after(async () => { await site.fresh.close(); rmSync(folder, { recursive: true }); });

const set = (form: Readonly<Record<string, string>>, at = start) => site.ask('POST /plan/inventario/semanal', { form, at });
const log = () => site.fresh.db.rows<{ outcome: string; source: string }>('select outcome, source from planning.import_log order by at, id');
const waiting = () => site.fresh.db.rows<{ id: string }>('select id from planning.import');
const importPage = (at: Date) => site.shown('GET /plan/inventario/importacion', { at });

test('an address that leads inside, or nowhere, is refused beside the field', async () => {
  for (const direccion of ['http://gob.bo/a', 'https://127.0.0.1/a', 'https://169.254.169.254/', 'x', `https://gob.bo/${'a'.repeat(500)}`]) {
    const answer = await set({ direccion });
    assert.equal(answer.status, 422, direccion);
    assert.match(String(pageOf(answer).main), /govuk-error-summary/);
  }
  assert.deepEqual(await site.fresh.db.rows('select 1 from planning.weekly_source'), []);
});

test('what fails is told on the page, and tried again the next day', async () => {
  await set({ direccion: address });
  await site.background();
  assert.equal(asked, 1);
  assert.match(await importPage(start), /No salió bien: El sitio «datos\.ejemplo\.bo» no respondió\. La próxima vez será el 24 de noviembre/);
  await site.background(new Date(start.getTime() + 3_600_000));
  assert.equal(asked, 1, 'not before the day is over');
});

test('what changes waits for somebody; nothing comes in by itself', async () => {
  answers = () => Buffer.from([line('Uno', 'Sirve para una cosa que todavía no estaba.'), line('Dos', 'Sirve para otra cosa.')].join('\n'));
  await site.background(days(1));
  assert.match(await site.shown('GET /plan/inventario', { at: days(1) }), /Llegó un archivo nuevo: 0 cambian y 2 son nuevos/);
  assert.doesNotMatch(await site.shown('GET /plan/inventario', { at: days(1), person: planner('migracion') }), /Llegó un archivo/);
  assert.deepEqual(await site.fresh.db.rows('select 1 from planning.entry'), []);
  assert.match(await importPage(days(1)), /tramites\.jsonl : 2 nuevos y 0 que cambian\. De la dirección/);
});

test('the next week replaces what nobody confirmed; twice is as once', async () => {
  answers = () => Buffer.from(line('Uno', 'Sirve para una cosa que todavía no estaba.'));
  await site.background(days(8.5));
  await site.background(days(8.5));
  const [only, ...more] = await waiting();
  assert.deepEqual(more, []);
  assert.match(await site.shown(`GET /plan/inventario/importacion/${only?.id}`, { at: days(8.5) }), /1 nuevo/);
  await site.ask(`POST /plan/inventario/importacion/${only?.id}/confirmacion`, { at: days(8.5) });
});

test('what says nothing new waits for nobody, and is written down', async () => {
  await site.ask('POST /plan/inventario/semanal/ahora', { at: days(9) });
  await site.background(days(9));
  assert.deepEqual(await waiting(), []);
  assert.deepEqual((await log()).map(({ outcome }) => outcome), ['failed', 'confirmed', 'unchanged']);
  assert.match(await importPage(days(9)), /Sin cambios/);
});

test('a file that cannot be read is written down with its reason', async () => {
  answers = () => Buffer.from('<html>no</html>');
  await site.ask('POST /plan/inventario/semanal/ahora', { at: days(10) });
  await site.background(days(10));
  assert.deepEqual(await waiting(), []);
  assert.match(await importPage(days(10)), /No se pudo leer El archivo no es del portal/);
});

test('the newest plain file of the folder is read; links and strange files are not', async () => {
  await set({ carpeta: 'si' }, days(11));
  await site.background(days(11));
  assert.deepEqual(await waiting(), [], 'a folder that is not there is empty');
  const own = join(folder, 'aduana-nacional');
  mkdirSync(own);
  writeFileSync(join(own, 'viejo.jsonl'), line('Viejo', 'Del archivo viejo.'));
  utimesSync(join(own, 'viejo.jsonl'), 1_000, 1_000);
  writeFileSync(join(own, 'nuevo.csv'), 'Nombre\nNuevo\n');
  writeFileSync(join(own, 'apunte.doc'), 'x');
  symlinkSync('/etc/passwd', join(own, 'enlace.csv'));
  await site.ask('POST /plan/inventario/semanal/ahora', { at: days(12) });
  await site.background(days(12));
  assert.match(await importPage(days(12)), /nuevo\.csv : 1 nuevo y 0 que cambian\. De la carpeta/);
});

test('an address whose name is no text is read like any other', async () => {
  answers = () => Buffer.from(line('Cuatro', 'Sirve para la cuarta cosa.'));
  await set({ direccion: 'https://datos.ejemplo.bo/%ff%zz.jsonl' }, days(12.5));
  await site.background(days(12.5));
  assert.match(await importPage(days(12.5)), /%ff%zz\.jsonl : 1 nuevo/);
});

test('nothing chosen stops it', async () => {
  await set({}, days(13));
  assert.deepEqual(await site.fresh.db.rows('select 1 from planning.weekly_source'), []);
  for (const request of ['/plan/inventario/semanal', '/plan/inventario/importacion']) {
    assert.deepEqual(await documentFaults(`<!DOCTYPE html><html lang="es"><head><meta charset="utf-8"><title>t</title></head><body><main>${String(pageOf(await site.ask(`GET ${request}`)).main)}</main></body></html>`), [], request);
  }
});
