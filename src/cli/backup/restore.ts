import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { migrate, migrationsIn, openBulk, openDatabase, type Bulk } from '#kernel/db/index.ts';
import { verifyChains } from '#modules/cases/index.ts';
import { verifyPlans } from '#modules/plans/index.ts';
import { refuse } from '../errors.ts';
import type { KeptTable, Manifest } from './manifest.ts';
import { copyFile, keptRows, measure } from './streams.ts';
import { copyInto, copyOutOf, inLoadingOrder } from './tables.ts';

type Tell = (what: string, done: number, all: number) => void;

/** Refuses a data folder in which anything is. */
export function refuseOccupied(dataFolder: string): void {
  if (existsSync(dataFolder) && readdirSync(dataFolder).length > 0) refuse('folder_not_empty', { folder: dataFolder });
}

/** Puts the files of a backup into a new data folder; never over a file that is there. */
export async function restoreFiles(folder: string, manifest: Manifest, dataFolder: string, tell: Tell): Promise<void> {
  for (const [index, { path, mode }] of manifest.files.entries()) {
    tell('Restaurando archivos', index + 1, manifest.files.length);
    const target = join(dataFolder, path);
    mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
    await copyFile(join(folder, 'files', path), target, mode);
  }
}

/** Where rows go: the owner of the new database, and the role that the application logs in with. */
export type Target = { readonly ownerUrl: string; readonly appRole: string };

/**
 * Fills an empty database with the rows of a backup, all or none, and proves that it holds exactly the same: every table by the hash of its rows,
 * every sequence, and the chain of every case. Refuses a database that is not empty, and a backup of a version that this one does not know.
 */
export async function restoreDatabase(folder: string, manifest: Manifest, { ownerUrl, appRole }: Target, tell: Tell): Promise<void> {
  const known = knownMigrations(manifest);
  await refuseFilled(ownerUrl);
  await migrate(ownerUrl, appRole, known);
  const bulk = await openBulk(ownerUrl, 'write');
  try {
    await bulk.rows('set local max_parallel_workers_per_gather = 0');
    await load(bulk, folder, manifest, tell);
    await compare(bulk, manifest, tell);
    // Until the planner knows how much there is, it reads long tables in bad ways.
    await bulk.rows('analyze');
    await bulk.commit();
  } finally {
    await bulk.close();
  }
  await checkChains(ownerUrl, tell);
}

/** The migrations that the backup was made with, as this version knows them. */
function knownMigrations(manifest: Manifest): ReturnType<typeof migrationsIn> {
  const ours = new Map(migrationsIn().map((migration) => [migration.name, migration]));
  const strange = manifest.migrations.filter(({ name, sha256 }) => ours.get(name)?.sha256 !== sha256);
  if (strange.length > 0) refuse('other_version', { names: strange.map(({ name }) => name).join(', ') });
  return manifest.migrations.flatMap(({ name }) => ours.get(name) ?? []).sort(byOrderOf([...ours.keys()]));
}

const byOrderOf = (names: readonly string[]) => (a: { readonly name: string }, b: { readonly name: string }): number => names.indexOf(a.name) - names.indexOf(b.name);

async function refuseFilled(ownerUrl: string): Promise<void> {
  const bulk = await openBulk(ownerUrl, 'read');
  try {
    const schemas = await bulk.rows(`select 1 from pg_namespace where nspname = 'kernel'`);
    if (schemas.length > 0) refuse('target_not_empty');
  } finally {
    await bulk.close();
  }
}

async function load(bulk: Bulk, folder: string, { tables, sequences }: Manifest, tell: Tell): Promise<void> {
  // Migrations leave first rows of their own behind; only what the backup says is to be there.
  await bulk.rows(`truncate ${tables.map(({ name }) => name).join(', ')}`);
  const ordered = await inLoadingOrder(bulk, tables);
  for (const [index, table] of ordered.entries()) {
    tell('Restaurando tablas', index + 1, ordered.length);
    await bulk.copyIn(copyInto(table), keptRows(join(folder, table.file)));
  }
  for (const { name, last } of sequences) if (last !== null) await bulk.rows('select setval($1::regclass, $2::bigint)', [name, last]);
}

async function compare(bulk: Bulk, { tables }: Manifest, tell: Tell): Promise<void> {
  for (const [index, table] of tables.entries()) {
    tell('Comprobando tablas', index + 1, tables.length);
    const reason = await differenceOf(bulk, table);
    if (reason !== undefined) refuse('not_the_same', { reason });
  }
}

async function differenceOf(bulk: Bulk, table: KeptTable): Promise<string | undefined> {
  const { sha256, lines } = await measure(bulk.copyOut(copyOutOf(table)));
  if (lines !== table.rows) return `${table.name} tiene ${lines} filas y debería tener ${table.rows}`;
  return sha256 === table.sha256 ? undefined : `las filas de ${table.name} son otras`;
}

async function checkChains(url: string, tell: Tell): Promise<void> {
  const db = openDatabase(url, { connectionsMax: 4, queryTimeoutSeconds: 600 });
  try {
    const broken = await verifyChains(db, (done) => tell('Comprobando expedientes', done, done));
    if (broken) refuse('not_the_same', { reason: `el expediente ${broken.number}: ${broken.reason}` });
    const plan = await verifyPlans(db, (done) => tell('Comprobando planes', done, done));
    if (plan) refuse('not_the_same', { reason: `el plan «${plan.title}»: ${plan.reason}` });
  } finally {
    await db.close();
  }
}
