import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openBulk, type Bulk } from '#kernel/db/index.ts';
import { codeOf, refuse } from '../errors.ts';
import { listDataFiles } from './data-folder.ts';
import { manifestFile, manifestOf, type KeptFile, type KeptTable, type Manifest } from './manifest.ts';
import { copyFile, keepRows } from './streams.ts';
import { copyOutOf, listSequences, listTables } from './tables.ts';

/** What is backed up, where to, and who is told how it goes. */
export type BackupOrder = {
  readonly ownerUrl: string; readonly dataFolder: string; readonly folder: string; readonly version: string; readonly now: Date;
  readonly tell: (what: string, done: number, all: number) => void;
};

/**
 * Writes a backup into a new folder, while others go on working: the database as it was at one moment, then the files, so that every file that a row
 * names is there. Uses little memory however much there is. Whoever has the folder has the keys too: it is made for its owner only.
 */
export async function backUp(order: BackupOrder): Promise<Manifest> {
  const { folder } = order;
  if (existsSync(folder) && readdirSync(folder).length > 0) refuse('backup_not_empty', { folder });
  mkdirSync(join(folder, 'database'), { recursive: true, mode: 0o700 });
  mkdirSync(join(folder, 'files'), { mode: 0o700 });
  const bulk = await openBulk(order.ownerUrl, 'read');
  try {
    const database = await keepDatabase(bulk, order);
    const manifest = manifestOf({ version: order.version, createdAt: order.now.toISOString(), ...database, files: await keepFiles(order) });
    writeFileSync(join(folder, manifestFile), `${JSON.stringify(manifest, undefined, 2)}\n`, { mode: 0o600, flush: true });
    return manifest;
  } finally {
    await bulk.close();
  }
}

async function keepDatabase(bulk: Bulk, { folder, tell }: BackupOrder): Promise<Pick<Manifest, 'postgres' | 'migrations' | 'tables' | 'sequences'>> {
  // Several workers would hand over the rows in any order, and the hash of a table would say nothing.
  await bulk.rows('set local max_parallel_workers_per_gather = 0');
  const found = await listTables(bulk), tables: KeptTable[] = [];
  for (const [index, table] of found.entries()) {
    tell('Respaldando tablas', index + 1, found.length);
    const file = `database/${table.name.replaceAll('"', '')}.copy.gz`;
    tables.push({ ...table, columns: [...table.columns], file, ...(await keepRows(bulk.copyOut(copyOutOf(table)), join(folder, file))) });
  }
  const migrations = await bulk.rows<{ name: string; sha256: string }>('select name, sha256 from kernel.migration order by name');
  const [server] = await bulk.rows<{ version: string }>(`select current_setting('server_version') as version`);
  return { postgres: server?.version ?? '', migrations, tables, sequences: await listSequences(bulk) };
}

async function keepFiles({ dataFolder, folder, tell }: BackupOrder): Promise<KeptFile[]> {
  const found = listDataFiles(dataFolder), kept: KeptFile[] = [];
  for (const [index, { path, mode }] of found.entries()) {
    tell('Respaldando archivos', index + 1, found.length);
    const target = join(folder, 'files', path);
    mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
    try {
      kept.push({ path, mode, ...(await copyFile(join(dataFolder, path), target, 0o600)) });
    } catch (caught) {
      // Thrown away meanwhile, as drafts are: the rows that named it went first.
      if (codeOf(caught) !== 'ENOENT') throw caught;
    }
  }
  return kept;
}
