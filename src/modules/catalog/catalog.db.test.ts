import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { isRefusal } from '#kernel/errors/index.ts';
import { freshDatabase, type FreshDatabase } from '#support/database.ts';
import { findProcedure, getProcedureVersion, listEntities, listPublished, loadCatalog, publishProcedure, readProcedureFolder } from './index.ts';

const procedures = fileURLToPath(new URL('../../../procedures/', import.meta.url));
const now = new Date('2026-03-09T12:00:00Z');

let fresh: FreshDatabase;
let folder: string;
before(async () => {
  fresh = await freshDatabase();
  folder = await mkdtemp(join(tmpdir(), 'procedures-'));
  await cp(procedures, folder, { recursive: true });
});
after(async () => { await fresh.close(); await rm(folder, { recursive: true }); });

const edit = async (path: string, change: (text: string) => string) => writeFile(join(folder, path), change(await readFile(join(folder, path), 'utf8')));
const slug = 'copias-simples', id = 'aduana-nacional/copias-simples', file = `${id}/procedure.yaml`;

test('the folder is published once, then only what changes', async () => {
  const first = await loadCatalog(fresh.db, folder, now);
  assert.deepEqual(first.faults.filter((fault) => fault.severity === 'error'), []);
  assert.equal(first.published.length, 73);
  assert.deepEqual(await loadCatalog(fresh.db, folder, now), { published: [], withdrawn: [], total: 73, faults: [] });
  const before = await getProcedureVersion(fresh.db, id, 1);
  await edit(file, (text) => text.replace('Solicitud de copias simples', 'Pedido de copias simples'));
  assert.deepEqual((await loadCatalog(fresh.db, folder, now)).published, [id]);
  assert.deepEqual(await getProcedureVersion(fresh.db, id, 1), before);
  const current = await findProcedure(fresh.db, slug);
  assert.deepEqual([current?.version, current?.procedure.name], [2, 'Pedido de copias simples']);
});

test('a published version can be neither changed nor removed', async () => {
  await assert.rejects(fresh.db.rows(`update catalog.procedure_version set content = '{}'`));
  await assert.rejects(fresh.db.rows('delete from catalog.procedure_version'));
});

test('a folder with faults stays as it was published, and says why', async () => {
  await edit(file, (text) => text.replace('free: false', 'fre: false'));
  const loaded = await loadCatalog(fresh.db, folder, now);
  assert.deepEqual(loaded.published, []);
  assert.ok(loaded.faults.some((fault) => fault.file === file && fault.code === 'procedure.unknown_key'));
  assert.equal((await findProcedure(fresh.db, slug))?.version, 2);
  await edit(file, (text) => text.replace('fre: false', 'free: false'));
  await loadCatalog(fresh.db, folder, now);
});

test('a folder whose other files have an error stays as it was published too; one that only informs is not asked', async () => {
  await edit(file, (text) => text.replace('Pedido de copias', 'Solicitud de copias'));
  const asked: string[] = [];
  const fault = { file: `${id}/flow.bpmn`, code: 'flow.unknown_tariff', severity: 'error', reason: 'No existe.', mend: 'Corrija.' } as const;
  const loaded = await loadCatalog(fresh.db, folder, now, async ({ path }) => { asked.push(path); return path === id ? [fault] : []; });
  assert.deepEqual([loaded.published, loaded.faults.filter(({ severity }) => severity === 'error')], [[], [fault]]);
  assert.equal(asked.length, 5);
  assert.equal((await findProcedure(fresh.db, slug))?.version, 2);
  await edit(file, (text) => text.replace('Solicitud de copias', 'Pedido de copias'));
  await loadCatalog(fresh.db, folder, now);
});

test('a folder that is gone is withdrawn, comes back, and its versions stay', async () => {
  await cp(join(folder, id), join(folder, 'apart'), { recursive: true });
  await rm(join(folder, id), { recursive: true });
  assert.deepEqual((await loadCatalog(fresh.db, folder, now)).withdrawn, [id]);
  assert.equal(await findProcedure(fresh.db, slug), undefined);
  assert.equal((await getProcedureVersion(fresh.db, id, 2)).procedure.name, 'Pedido de copias simples');
  await cp(join(folder, 'apart'), join(folder, id), { recursive: true });
  await rm(join(folder, 'apart'), { recursive: true });
  await loadCatalog(fresh.db, folder, now);
  assert.equal((await findProcedure(fresh.db, slug))?.version, 2);
});

test('a slug belongs to one procedure', async () => {
  const read = await readProcedureFolder(join(folder, id));
  const text = (read.files['procedure.yaml'] ?? '').replaceAll('aduana-nacional', 'otra-entidad');
  const taken = publishProcedure(fresh.db, { path: 'otra-entidad/copias-simples', files: { 'procedure.yaml': text } }, now);
  await assert.rejects(taken, (caught) => isRefusal(caught, 'catalog.slug_taken'));
});

test('two processes that start together publish once', async () => {
  await edit(file, (text) => text.replace('Pedido de', 'Petición de'));
  const [one, other] = await Promise.all([loadCatalog(fresh.db, folder, now), loadCatalog(fresh.db, folder, now)]);
  assert.equal(one.published.length + other.published.length, 1);
});

test('lists go page by page without gaps or repeats', async () => {
  const all = await listPublished(fresh.db, { limit: 100 });
  const pages: string[] = [];
  for (let next: string | undefined = ''; next !== undefined;) {
    const page = await listPublished(fresh.db, { limit: 10, after: next });
    pages.push(...page.map((one) => one.procedureId));
    next = page.at(-1)?.procedureId;
  }
  assert.deepEqual(pages, all.map((one) => one.procedureId));
  assert.equal(pages.length, 73);
  assert.equal((await listEntities(fresh.db)).reduce((sum, one) => sum + one.procedures, 0), 73);
});
