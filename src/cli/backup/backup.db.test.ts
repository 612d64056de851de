import assert from 'node:assert/strict';
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { freshDatabase, type FreshDatabase } from '#support/database.ts';
import { makeCase, makeWorld, type World } from '#support/procedure.ts';
import { runVentanilla } from '#support/terminal.ts';
import { verifyChain, withdrawCase } from '#modules/cases/index.ts';
import { openBulk, openDatabase } from '#kernel/db/index.ts';
import { invariant } from '#kernel/errors/index.ts';
import type { CaseId } from '#kernel/ids.ts';
import { readManifest } from './manifest.ts';
import { copyOutOf, listTables } from './tables.ts';

const now = new Date('2026-11-23T10:00:00-04:00');
const admin = process.env.TEST_DATABASE_URL ?? '';
const folder = mkdtempSync(join(tmpdir(), 'ventanilla-backup-'));
const data = join(folder, 'datos'), kept = join(folder, 'respaldo');
let fresh: FreshDatabase, world: World;
const known: CaseId[] = [], late: CaseId[] = [];
const made: string[] = [];

before(async () => {
  fresh = await freshDatabase();
  world = await makeWorld(fresh.db, now);
  for (let one = 0; one < 20; one++) known.push(await makeCase(fresh.db, world.applicant, now));
  for (const [path, text] of [['claves/identidad.json', '{"secreto":1}'], ['archivos/ab/abcd', 'un documento'], ['tmp/a-medias', 'x'], ['cache/algo', 'x'], ['postgres/base', 'x']] as const) {
    mkdirSync(join(data, path, '..'), { recursive: true });
    writeFileSync(join(data, path), text, { mode: 0o600 });
  }
  await backUpWhileWriting();
});

after(async () => {
  await fresh.close();
  const server = openDatabase(admin);
  for (const name of made) await server.rows(`drop database if exists ${name} with (force)`);
  await server.close();
  rmSync(folder, { recursive: true });
});

const environment = () => ({ DATABASE_URL: fresh.url, DATABASE_OWNER_URL: fresh.ownerUrl, VENTANILLA_DATA: data });

/** Backs up while cases are handed in and withdrawn without pause. */
async function backUpWhileWriting(): Promise<void> {
  let stop = false;
  const writing = (async () => {
    while (!stop) {
      const id = await makeCase(fresh.db, world.applicant, now);
      late.push(id);
      await withdrawCase(fresh.db, id, world.applicant, 'Ya no.', now);
    }
  })();
  const ran = await runVentanilla(['db', 'backup', kept], environment());
  stop = true;
  await writing;
  assert.deepEqual([ran.exit, ran.told], [0, '']);
  assert.match(ran.said, /Respaldo completo/);
}

async function emptyDatabase(): Promise<string> {
  const name = `restored_${process.pid}_${made.length}`, server = openDatabase(admin);
  made.push(name);
  await server.rows(`create database ${name}`);
  await server.close();
  const url = new URL(fresh.ownerUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** Every table of a database, as Postgres writes it out. */
async function contentOf(url: string): Promise<Map<string, string>> {
  const bulk = await openBulk(url, 'read'), content = new Map<string, string>();
  await bulk.rows('set local max_parallel_workers_per_gather = 0');
  for (const table of await listTables(bulk)) {
    const parts: Buffer[] = [];
    for await (const part of bulk.copyOut(copyOutOf(table))) parts.push(part);
    content.set(table.name, Buffer.concat(parts).toString());
  }
  await bulk.close();
  return content;
}

test('what was backed up while others wrote is restored whole into another server', async () => {
  const url = await emptyDatabase(), target = join(folder, 'datos-nuevos');
  const ran = await runVentanilla(['db', 'restore', kept, '--to', url, '--data', target, '--role', 'ventanilla_app'], { VENTANILLA_DATA: data });
  assert.deepEqual([ran.exit, ran.told], [0, '']);
  assert.match(ran.said, /Restaurado y comprobado/);

  const content = await contentOf(url), { tables } = readManifest(kept);
  assert.deepEqual(tables.map(({ name, rows }) => [name, rows]), tables.map(({ name }) => [name, content.get(name)?.split('\n').slice(0, -1).length]));
  const restored = openDatabase(url);
  try {
    const cases = new Set((await restored.rows<{ id: CaseId }>('select id from cases.case')).map(({ id }) => id));
    assert.ok(known.every((id) => cases.has(id)), 'every case from before is there');
    assert.ok(late.some((id) => !cases.has(id)), 'the backup is of one moment, and writing went on');
    for (const id of cases) assert.equal((await verifyChain(restored, id)).holds, true);
    const [{ facts = 0 } = {}] = await restored.rows<{ facts: number }>('select count(*)::int as facts from cases.fact f where not exists (select 1 from cases.case c where c.id = f.case_id)');
    assert.equal(facts, 0, 'no fact without its case');
    const [{ next = '0' } = {}] = await restored.rows<{ next: string }>(`select nextval('cases.number_seq')::text as next`);
    assert.ok(Number(next) > cases.size, 'no number is given twice');
  } finally {
    await restored.close();
  }
  assert.equal(readFileSync(join(target, 'claves/identidad.json'), 'utf8'), '{"secreto":1}');
  assert.equal(statSync(join(target, 'claves/identidad.json')).mode & 0o777, 0o600);
  assert.equal(readFileSync(join(target, 'archivos/ab/abcd'), 'utf8'), 'un documento');
});

test('restored rows are those of the source, table by table', async () => {
  const still = join(folder, 'quieto'), url = await emptyDatabase(), source = await contentOf(fresh.ownerUrl);
  assert.equal((await runVentanilla(['db', 'backup', still], environment())).exit, 0);
  assert.equal((await runVentanilla(['db', 'restore', still, '--to', url, '--data', join(folder, 'otros'), '--role', 'ventanilla_app'])).exit, 0);
  assert.deepEqual(await contentOf(url), source);
  const [noted] = await fresh.db.rows<{ count: number }>(`select count(*)::int as count from kernel.audit where action = 'upkeep.backed_up' and subject = 'installation:backup'`);
  assert.equal(noted?.count, 2, 'each backup that was completed is noted, for administrators to see when the last one was');
});

test('the restored database lets the application in and accepts new work', async () => {
  const url = await emptyDatabase();
  await runVentanilla(['db', 'restore', kept, '--to', url, '--data', join(folder, 'mas'), '--role', 'ventanilla_app']);
  const app = new URL(url);
  app.username = 'ventanilla_app';
  const db = openDatabase(app.href);
  try {
    const id = await makeCase(db, world.applicant, now);
    assert.equal((await verifyChain(db, id)).holds, true);
  } finally {
    await db.close();
  }
});

test('what needs no keeping stays out, and the backup is for its owner only', () => {
  assert.deepEqual(readManifest(kept).files.map(({ path }) => path), ['archivos/ab/abcd', 'claves/identidad.json']);
  assert.equal(statSync(join(kept, 'manifest.json')).mode & 0o777, 0o600);
});

// What is done to a copy of a good backup, and the sentence with which restoring it is refused.
const damages: readonly (readonly [what: string, harm: (folder: string) => void, says: RegExp])[] = [
  ['without its manifest', (at) => { rmSync(join(at, 'manifest.json')); }, /no hay un respaldo completo/],
  ['with a manifest that is no JSON', (at) => { writeFileSync(join(at, 'manifest.json'), '{'); }, /manifest\.json no se puede leer/],
  ['with a table that is gone', (at) => { rmSync(join(at, 'database/cases.fact.copy.gz')); }, /falta database\/cases\.fact/],
  ['with a table that was changed', (at) => { appendFileSync(join(at, 'database/cases.case.copy.gz'), 'x'); }, /cases\.case\.copy\.gz fue alterado/],
  ['with a file that was changed', (at) => { appendFileSync(join(at, 'files/archivos/ab/abcd'), 'x'); }, /archivos\/ab\/abcd fue alterado/],
  ['of a version that nobody knows', (at) => { edit(at, (text) => text.replace('"name": "cases/001-cases.sql"', '"name": "cases/999-futuro.sql"')); }, /otra versión de Ventanilla \(cases\/999-futuro\.sql\)/],
  ['with a statement for a table', (at) => { edit(at, (text) => text.replace('"name": "cases.draft"', '"name": "cases.draft; create schema ajeno; create table ajeno.tabla (); truncate cases.draft"')); }, /manifest\.json no se puede leer/],
  ['with a statement for a column', (at) => { edit(at, (text) => text.replace('"applicant_id"', '"applicant_id) from stdin; create schema ajeno; --"')); }, /manifest\.json no se puede leer/],
  ['that names a file elsewhere', (at) => { edit(at, (text) => text.replace('"path": "archivos/ab/abcd"', '"path": "../../fuera"')); }, /fuera de su carpeta/],
];

function edit(at: string, change: (text: string) => string): void {
  const file = join(at, 'manifest.json'), text = readFileSync(file, 'utf8'), changed = change(text);
  invariant(text !== changed, 'the harm is done');
  writeFileSync(file, changed);
}

for (const [index, [what, harm, says]] of damages.entries()) {
  test(`a backup ${what} is refused, and nothing is written`, async () => {
    const copy = join(folder, `danado-${index}`), url = await emptyDatabase();
    cpSync(kept, copy, { recursive: true });
    harm(copy);
    const ran = await runVentanilla(['db', 'restore', copy, '--to', url, '--data', join(folder, `nada-${index}`)]);
    assert.equal(ran.exit, 3);
    assert.match(ran.told, says);
    assert.equal((await contentOf(url)).size, 0);
  });
}

test('nothing is ever restored over what is there', async () => {
  const filled = await runVentanilla(['db', 'restore', kept, '--to', fresh.ownerUrl, '--data', join(folder, 'libre')]);
  assert.deepEqual([filled.exit, /ya tiene datos de Ventanilla/.test(filled.told)], [3, true]);
  const occupied = await runVentanilla(['db', 'restore', kept, '--to', await emptyDatabase(), '--data', data]);
  assert.deepEqual([occupied.exit, /ya tiene datos/.test(occupied.told)], [3, true]);
  const again = await runVentanilla(['db', 'backup', kept], environment());
  assert.deepEqual([again.exit, /no está vacía/.test(again.told)], [3, true]);
});
