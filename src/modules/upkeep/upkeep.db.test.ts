import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { createCertificates, filesIn, openSealing, type Certificates } from '#modules/certificates/index.ts';
import { folderStore } from '#modules/documents/index.ts';
import { ensureEntity, findKeyState, rotateKeys } from '#modules/identity/index.ts';
import { notificationsModule, notify } from '#modules/notifications/index.ts';
import type { Person } from '#kernel/access.ts';
import { fixedClock } from '#kernel/clock.ts';
import { newId, type EntityId } from '#kernel/ids.ts';
import { silentLog } from '#kernel/log.ts';
import { createDispatcher, enqueue } from '#kernel/outbox/index.ts';
import { call, pageOf } from '#support/calls.ts';
import { freshDatabase, type FreshDatabase } from '#support/database.ts';
import { markupFaults } from '#support/markup.ts';
import { noteBackup, upkeepModule, type UpkeepDeps } from './index.ts';

const clock = fixedClock('2026-11-23T10:00:00-04:00'), dataFolder = mkdtempSync(join(tmpdir(), 'ventanilla-upkeep-'));
let fresh: FreshDatabase, admin: Person, other: Person, deps: UpkeepDeps;

before(async () => {
  fresh = await freshDatabase();
  const adminOf = async (key: string): Promise<Person> => {
    const entityId = await ensureEntity(fresh.db, { key, name: key, acronym: key, department: null }, clock.now());
    return { id: newId<'person'>(), kind: 'officer', name: 'Ana', roles: ['admin'], units: [], entityId };
  };
  [admin, other] = [await adminOf('aduana-nacional'), await adminOf('migracion')];
  rotateKeys(dataFolder);
  deps = {
    config: { dataFolder, databaseUrl: undefined, demo: true, environment: {} }, version: '0.1.0', signingKey: findKeyState(dataFolder)?.published[0]?.name ?? '',
    antivirus: async () => ({ state: 'working', note: 'El antivirus revisa cada archivo que se recibe.' }), certificates: await certificatesWith(undefined),
  };
});
async function certificatesWith(settingsFile: string | undefined): Promise<Certificates> {
  const files = join(dataFolder, 'certificados');
  return createCertificates({ sealing: await openSealing({ dataFolder, settingsFile }, clock), files: filesIn(folderStore(files), join(files, 'tmp')), origin: () => 'http://127.0.0.1' });
}

after(async () => { await fresh.close(); rmSync(dataFolder, { recursive: true }); });
beforeEach(async () => { for (const table of ['kernel.outbox', 'kernel.outbox_failed', 'notifications.delivery', 'documents.file']) await fresh.db.rows(`delete from ${table}`); });

const home = '/administracion/estado';
const ask = (request: string, person = admin, changes: Partial<UpkeepDeps> = {}) => call(upkeepModule({ ...deps, ...changes }).routes ?? [], request, { db: fresh.db, now: clock.now(), person });

async function shown(person = admin, changes: Partial<UpkeepDeps> = {}): Promise<string> {
  const content = pageOf(await ask(`GET ${home}`, person, changes));
  assert.deepEqual(await markupFaults(content), []);
  return String(content.main);
}

const audited = async (action: string): Promise<number> => (await fresh.db.rows('select 1 from kernel.audit where action = $1 and person_id = $2', [action, admin.id])).length;

test('where all is well, the page says so everywhere and offers nothing to press', async () => {
  const text = await shown();
  for (const words of ['Todo está bien. No hay nada que atender.', 'Todos los mensajes llegan', 'Ningún correo se quedó sin salir', 'Es la incluida, Postgres', 'Una demostración no lo necesita']) assert.ok(text.includes(words), words);
  assert.doesNotMatch(text, /<form|<button|Atender/);
});

/** A dispatcher whose deliveries of a topic fail as told. */
const failing = (topic: string, fault: () => unknown) => createDispatcher({ db: fresh.db, clock, log: silentLog, jobs: [], subscriptions: [{ topic, name: 'fails', handle: async () => { throw fault(); } }] });

test('a message that fails shows after five minutes, since when it fails and why; given up, it is tried again once', async () => {
  await enqueue(fresh.db, [{ topic: 'cases.timer', key: 'plazo:1', payload: { caseId: 'reservado-7' } }]);
  await fresh.db.rows('update kernel.outbox set run_at = $1', [clock.now()]);
  const dispatcher = failing('cases.timer', () => Object.assign(new RangeError('connect ECONNREFUSED 10.1.2.3:25'), { code: 'ECONNREFUSED' })), began = clock.now();
  await dispatcher.drain();
  assert.match(await shown(), /Todos los mensajes llegan/, 'a hiccup is no news');
  for (let i = 0; i < 5; i++) { clock.set(new Date(clock.now().getTime() + 70_000)); await dispatcher.drain(); }
  const late = await shown();
  for (const words of ['Hay un asunto que atender.', 'Hacer cumplir un plazo de un trámite', '23 de noviembre de 2026, 10:00', 'El servicio al que hay que llamar no responde.', 'Se sigue intentando']) assert.ok(late.includes(words), words);
  assert.doesNotMatch(late, /10\.1\.2\.3|reservado-7|ECONNREFUSED|<form/);

  for (let i = 0; i < 8; i++) { clock.set(new Date(clock.now().getTime() + 3_700_000)); await dispatcher.drain(); }
  assert.deepEqual(await fresh.db.rows('select topic, attempts, failing_since from kernel.outbox_failed'), [{ topic: 'cases.timer', attempts: 12, failing_since: began }]);
  const path = /action="([^"]+reintento)"/.exec(await shown())?.[1] ?? assert.fail('no button');
  assert.match((await ask(`POST ${path}`)).notice ?? '', /Se intenta otra vez/);
  assert.match((await ask(`POST ${path}`)).notice ?? '', /alguien lo intentó antes/);
  assert.deepEqual(await fresh.db.rows('select topic, key, payload, attempts, last_error from kernel.outbox'), [{ topic: 'cases.timer', key: 'plazo:1', payload: { caseId: 'reservado-7' }, attempts: 0, last_error: null }]);
  assert.equal(await audited('upkeep.message_retried'), 1);
  const delivered: string[] = [];
  await createDispatcher({ db: fresh.db, clock: { now: () => new Date(Date.now() + 1_000) }, log: silentLog, jobs: [], subscriptions: [{ topic: 'cases.timer', name: 'works', handle: async (_db, { key }) => { delivered.push(key); } }] }).drain();
  assert.deepEqual([delivered, await fresh.db.rows('select 1 from kernel.outbox')], [['plazo:1'], []]);
});

test('many presses at once have a message tried again once, also where its key waits already', async () => {
  await fresh.db.rows(`insert into kernel.outbox_failed (id, topic, key, payload, attempts, created_at) values (7, 'cases.happened', 'c:1', '{}', 12, now())`);
  const notices = (await Promise.all(Array.from({ length: 6 }, () => ask(`POST ${home}/mensajes/7/reintento`)))).map(({ notice }) => notice ?? '');
  assert.equal(notices.filter((notice) => notice.startsWith('Se intenta')).length, 1);
  await fresh.db.rows(`insert into kernel.outbox_failed (id, topic, key, payload, attempts, created_at) values (8, 'cases.happened', 'c:1', '{}', 12, now())`);
  await ask(`POST ${home}/mensajes/8/reintento`);
  assert.deepEqual([(await fresh.db.rows('select 1 from kernel.outbox')).length, (await fresh.db.rows('select 1 from kernel.outbox_failed')).length], [1, 0]);
});

test('a message that nobody got to is late since it was due, and one for later is not', async () => {
  const at = (minutes: number) => new Date(clock.now().getTime() + minutes * 60_000);
  await enqueue(fresh.db, [{ topic: 'cases.happened', key: 'a', payload: {}, runAt: at(-20) }, { topic: 'cases.timer', key: 'b', payload: {}, runAt: at(60) }, { topic: 'inventado.hoy', key: 'c', payload: {}, runAt: at(-6) }]);
  const text = await shown();
  assert.match(text, /Avisar lo que pasó en un trámite.*Mensaje interno de otra versión/s);
  assert.doesNotMatch(text, /Hacer cumplir un plazo|inventado/);
  assert.match(text, /Nadie lo atendió todavía/);
});

async function failedLetter(person: Person, subject: string): Promise<string> {
  const entityId = person.entityId ?? assert.fail(), module = notificationsModule({ clock, log: silentLog, config: { demo: false, environment: {} }, publicUrl: () => 'http://127.0.0.1' });
  await notify(fresh.db, { personId: newId<'person'>(), entityId, key: subject, subject, body: 'cuerpo reservado', email: 'maria.quispe@correo.bo', now: clock.now() });
  await fresh.db.rows('update kernel.outbox set run_at = $1', [clock.now()]);
  await createDispatcher({ db: fresh.db, clock, log: silentLog, subscriptions: module.subscriptions ?? [], jobs: [] }).drain();
  const [row] = await fresh.db.rows<{ id: string }>('select d.id from notifications.delivery d join notifications.notice n on n.id = d.notice_id where n.subject = $1 and d.given_up_at is not null', [subject]);
  return row?.id ?? assert.fail('the letter was given up');
}

test('a letter that was given up shows to its own entity, masked, and is sent again once', async () => {
  const id = await failedLetter(admin, 'Su trámite AN-1'), foreign = await failedLetter(other, 'Su trámite MI-1'), text = await shown();
  for (const words of ['Su trámite AN-1', 'm…e@correo.bo', 'El envío de correos no está configurado.']) assert.ok(text.includes(words), words);
  assert.doesNotMatch(text, /maria|MI-1|cuerpo/);
  const press = async (letter: string, by = admin) => (await ask(`POST ${home}/correos/${letter}/envio`, by)).notice ?? '';
  assert.match(await press(foreign), /Ya no estaba/, 'letters of others are not there');
  const notices = await Promise.all(Array.from({ length: 5 }, () => press(id)));
  assert.equal(notices.filter((notice) => notice.startsWith('El correo sale otra vez')).length, 1);
  assert.deepEqual([(await fresh.db.rows('select 1 from kernel.outbox')).length, await audited('upkeep.letter_resent')], [1, 1]);
  assert.match(await shown(), /Ningún correo se quedó sin salir/);

  const demo = notificationsModule({ clock, log: silentLog, config: { demo: true, environment: {} }, publicUrl: () => 'http://127.0.0.1' });
  await fresh.db.rows('update kernel.outbox set run_at = $1', [clock.now()]);
  await createDispatcher({ db: fresh.db, clock, log: silentLog, subscriptions: demo.subscriptions ?? [], jobs: [] }).drain();
  assert.deepEqual(await fresh.db.rows('select sent_at is not null as sent, given_up_at, attempts from notifications.delivery where id = $1', [id]), [{ sent: true, given_up_at: null, attempts: 2 }]);
});

test('a letter of more than thirty days ago is not shown any more', async () => {
  const id = await failedLetter(admin, 'Su trámite AN-2');
  await fresh.db.rows(`update notifications.delivery set given_up_at = $2 where id = $1`, [id, new Date(clock.now().getTime() - 31 * 86_400_000)]);
  assert.match(await shown(), /Ningún correo se quedó sin salir/);
});

for (const address of ['mensajes/no-es/reintento', 'mensajes/99999999999999999999/reintento', 'mensajes/-1/reintento', 'correos/7/envio']) {
  test(`${address} does not exist`, () => assert.rejects(async () => ask(`POST ${home}/${address}`), { code: 'upkeep.not_found' }));
}

test('the page stays short however much there is', async () => {
  await fresh.db.rows(`insert into kernel.outbox_failed (id, topic, key, payload, attempts, created_at) select n, 'cases.happened', 'k' || n, '{}', 12, now() from generate_series(1, 3000) n`);
  await fresh.db.rows(`insert into documents.file (entity_id, id, owner, field_id, name, kind, type, bytes, sha256, scan, active, created_at)
    select $1, gen_random_uuid(), 'draft:x', 'f', 'n', 'pdf', 'application/pdf', 1, repeat('a', 64), 'not_scanned', false, now() from generate_series(1, 1500)`, [admin.entityId as EntityId]);
  const text = await shown();
  assert.equal(text.match(/reintento"/g)?.length, 25);
  assert.match(text, /Hay más: aparecerán/);
  assert.match(text, /más de 999 archivos esperan revisión/);
});

test('what the installation is shows on its line: a backup that was made, keys that were rotated under a running process, a seal that does not open', async () => {
  await noteBackup(fresh.db, { rows: 1, files: 1 });
  assert.match(await shown(), /El último se hizo el \d+ de/);
  const real = { ...deps.config, demo: false };
  assert.match(await shown(admin, { config: real }), /Es de demostración: lo que se emite no tiene valor legal\..*Qué hacer:.*VENTANILLA_SEALS/s);
  const settings = join(dataFolder, 'sellos.yaml');
  writeFileSync(settings, 'timestamp: http://127.0.0.1:9/\nroots: sellos/autoridad.pem\nseals:\n  - { entity: otra, kind: file, path: nada.p12 }\n');
  assert.match(await shown(admin, { config: real, certificates: await certificatesWith(settings) }), /La entidad aduana-nacional todavía no tiene sello electrónico.*Qué hacer:/s);
  assert.match(await shown(admin, { signingKey: 'anterior' }), /este proceso sigue con las anteriores.*Reinicie Ventanilla/s);
  chmodSync(join(dataFolder, 'claves/identidad.json'), 0o644);
  assert.match(await shown(), /pueden leer el archivo de claves.*chmod 600/s);
  rmSync(join(dataFolder, 'claves'), { recursive: true });
  assert.match(await shown(), /El archivo de claves ya no está/);
  rotateKeys(dataFolder);
});
