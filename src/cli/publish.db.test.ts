import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, before, test } from 'node:test';
import { freshDatabase, type FreshDatabase } from '#support/database.ts';
import { runVentanilla } from '#support/terminal.ts';
import { findProcedure } from '#modules/catalog/index.ts';
import { unpackProcedure } from '#modules/catalog/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'ventanilla-publish-')), root = fileURLToPath(new URL('../..', import.meta.url));
let fresh: FreshDatabase;
before(async () => { fresh = await freshDatabase(); mkdirSync(join(folder, 'procedures')); });
after(async () => { await fresh.close(); rmSync(folder, { recursive: true }); });

const run = (...args: readonly string[]) => runVentanilla(args, { DATABASE_URL: fresh.url, DATABASE_OWNER_URL: fresh.ownerUrl }, folder);
const file = join(folder, 'copias.zip'), messages = join(folder, 'procedures/aduana-nacional/copias-simples/messages.yaml');

test('a package is kept in the folder of procedures and published, with a new version only when it changed', async () => {
  await runVentanilla(['export', 'copias-simples', file], {}, root);
  assert.match((await run('import', file)).said, /1 trámite guardado[^]*Publicado: aduana-nacional\/copias-simples, versión 1/);
  assert.equal((await findProcedure(fresh.db, 'copias-simples'))?.runsHere, true);
  assert.match((await run('import', file)).said, /ya estaban iguales[^]*versión 1/);
  writeFileSync(messages, `${readFileSync(messages, 'utf8')}\n# cambio\n`);
  assert.match((await run('import', 'procedures')).said, /versión 2/);
});

test('what is published can be exported again, the version of now or one before', async () => {
  const now = unpackProcedure((await run('export', 'copias-simples', '-', '--published')).bytes), first = unpackProcedure((await run('export', 'copias-simples', '-', '--version', '1')).bytes);
  assert.ok('folder' in now && 'folder' in first);
  assert.match(now.folder.files['messages.yaml'] ?? '', /# cambio/);
  assert.doesNotMatch(first.folder.files['messages.yaml'] ?? '', /# cambio/);
  assert.equal((await run('export', 'copias-simples', '-', '--version', '9')).exit, 3);
});

test('a faulty procedure is neither kept nor published', async () => {
  writeFileSync(messages, 'granted: { body: x }\n');
  const { exit, said } = await run('import', 'procedures');
  assert.deepEqual([exit, /No se importó nada/.test(said)], [1, true]);
  assert.equal((await findProcedure(fresh.db, 'copias-simples'))?.version, 2);
});
