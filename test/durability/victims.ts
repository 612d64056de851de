import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '#kernel/db/index.ts';
import { findEmbedded } from '#kernel/postgres/index.ts';
import { invariant } from '#kernel/errors/index.ts';
import { freePort, startPostgres, type PostgresKind } from '#support/servers/index.ts';
import { launch } from '#support/ventanilla.ts';

/** A running Ventanilla and the database under it, which can be killed one without the other. Addresses and data stay. */
export type Victims = {
  readonly url: string;
  readonly dataFolder: string;
  /** Reads and writes everything; asked when needed. */
  readonly ownerUrl: () => string;
  readonly killProcess: () => Promise<void>;
  readonly startProcess: () => Promise<void>;
  readonly killDatabase: () => Promise<void>;
  readonly startDatabase: () => Promise<void>;
  /** Process of Ventanilla, to see that it is still the same. */
  readonly pid: () => number;
  readonly output: () => string;
  readonly stop: () => Promise<void>;
};

/** On a server of its own, of this kind, which keeps every commit on disk. */
export async function onServer(kind: PostgresKind): Promise<Victims> {
  const server = await startPostgres(kind, { durable: true }), database = new URL(server.url);
  await execute(server.url, 'create role ventanilla_app login', 'create database ventanilla');
  database.pathname = '/ventanilla';
  const ownerUrl = database.href;
  database.username = 'ventanilla_app';
  const site = await startSite({ DATABASE_URL: database.href, DATABASE_OWNER_URL: ownerUrl }).catch(async (caught: unknown) => { await server.stop(); throw caught; });
  return { ...site, ownerUrl: () => ownerUrl, killDatabase: server.kill, startDatabase: server.start, stop: async () => { await site.stop(); await server.stop(); } };
}

/** As `npm start` runs it: with the database it brings along, which it starts again by itself. */
export async function onItsOwn(): Promise<Victims> {
  const site = await startSite({});
  const killDatabase = async (): Promise<void> => { process.kill(Number(readFileSync(join(site.dataFolder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL'); };
  return { ...site, ownerUrl: () => findEmbedded(site.dataFolder)?.ownerUrl ?? '', killDatabase, startDatabase: async () => undefined };
}

async function startSite(environment: Readonly<Record<string, string>>) {
  const dataFolder = mkdtempSync(join(tmpdir(), 'ventanilla-killed-')), port = await freePort();
  const start = () => launch({ ...environment, PORT: String(port), VENTANILLA_DATA: dataFolder, TRUST_PROXY: 'yes' });
  let running = await start(), before = '';
  return {
    url: running.url, dataFolder, pid: () => running.pid, output: () => before + running.output(),
    killProcess: () => running.end('SIGKILL'),
    startProcess: async () => { before += running.output(); running = await start(); },
    stop: async () => { await running.end('SIGTERM'); rmSync(dataFolder, { recursive: true, force: true }); },
  };
}

/** Runs statements one after another on a connection of its own. */
export async function execute(url: string, ...statements: readonly string[]): Promise<void> {
  invariant(url !== '', 'the database is running');
  const db = openDatabase(url, { connectionsMax: 1 });
  try { for (const statement of statements) await db.rows(statement); } finally { await db.close(); }
}
