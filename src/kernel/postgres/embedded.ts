import { chownSync, lstatSync, mkdirSync, realpathSync, rmSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { codeOf } from '../errors/index.ts';
import { chooseAccount, type Account } from './account.ts';
import { findBinaries } from './binaries.ts';
import { ensureCluster } from './cluster.ts';
import { refuse } from './errors.ts';
import { findHolder, takeFolder } from './folder-lock.ts';
import type { Server } from './postmaster.ts';
import { supervise } from './supervisor.ts';

/** Addresses of the embedded database, one for each role. */
export type EmbeddedUrls = {
  /** May create and alter tables: for migrations, backup and restore. */
  readonly ownerUrl: string;
  /** May only read and write rows: for the application. */
  readonly appUrl: string;
};

export type Embedded = EmbeddedUrls & {
  /** Process of the database server at this moment; another one after a crash. */
  readonly pid: () => number;
  /** Closes the database and gives the folder free. */
  readonly stop: () => Promise<void>;
};

export type EmbeddedOptions = {
  /** Folder of all data; the database gets `postgres/` in it. Created where missing. */
  readonly dataFolder: string;
  /** Told, in a Spanish sentence, what whoever runs Ventanilla should know. */
  readonly log: (sentence: string) => void;
  /** Told when the server fell so often that it is no longer started again. */
  readonly onLost?: (error: unknown) => void;
};

/** Durable, and modest enough for a small machine. Values of a row never get into the log: they may be personal. */
const settings = {
  listen_addresses: '', unix_socket_permissions: '0700', max_connections: '60',
  fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on',
  shared_buffers: '96MB', maintenance_work_mem: '64MB', max_wal_size: '1GB', huge_pages: 'off', io_method: 'sync', jit: 'off',
  timezone: 'UTC', log_timezone: 'UTC', lc_messages: 'C',
  log_error_verbosity: 'terse', log_min_error_statement: 'panic', log_checkpoints: 'off',
} as const;

/**
 * Starts the embedded database in a folder, creating it the first time (about a second; 50 ms afterwards), and keeps it running: a server that falls
 * is started again. Only processes of this machine that may enter the folder can connect, through a socket; no port is opened.
 * Refuses a folder in use, of another version or owner, and a full disk.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const folder = prepareFolder(options.dataFolder);
  const binaries = findBinaries();
  const lock = await orDiskFull(folder, () => takeFolder(folder));
  try {
    const cluster = join(folder, 'postgres');
    const account = chooseAccount(cluster, [folder, binaries.postgres]);
    await orDiskFull(folder, () => ensureCluster(cluster, binaries, account));
    const socketFolder = prepareSocketFolder(cluster, account);
    const server: Server = { cluster, postgres: binaries.postgres, account, socketFolder, logFile: join(folder, 'postgres.log'), settings, log: options.log };
    const running = await orDiskFull(folder, () => supervise(server, options.onLost ?? (() => undefined)));
    return { ...urlsFor(socketFolder), pid: running.pid, stop: async () => { await running.stop(); if (socketFolder !== cluster) rmSync(socketFolder, { recursive: true }); lock.release(); } };
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function orDiskFull<Result>(folder: string, work: () => Result | Promise<Result>): Promise<Result> {
  try { return await work(); } catch (error) {
    return codeOf(error) === 'ENOSPC' ? refuse('disk_full', { folder }, error) : Promise.reject(error);
  }
}

/** The addresses of the embedded database that another process of this machine runs in a folder; nothing when none does. */
export function findEmbedded(dataFolder: string): EmbeddedUrls | undefined {
  const folder = prepareFolder(dataFolder);
  return findHolder(folder) === undefined ? undefined : urlsFor(socketFolderOf(join(folder, 'postgres')));
}

// As root, the database's own user must pass through the folder to its part of it; what lies beside it is closed by its own mode.
function prepareFolder(dataFolder: string): string {
  mkdirSync(dataFolder, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
  return realpathSync(dataFolder);
}

const socketPathBytesMax = 107;

// A socket's whole path must fit in 107 bytes; a deeper folder has its socket in the folder for temporary files.
function socketFolderOf(cluster: string): string {
  const fits = Buffer.byteLength(join(cluster, '.s.PGSQL.5432.lock')) <= socketPathBytesMax;
  return fits ? cluster : join(tmpdir(), `ventanilla-${createHash('sha256').update(cluster).digest('hex').slice(0, 16)}`);
}

function prepareSocketFolder(cluster: string, account: Account): string {
  const folder = socketFolderOf(cluster);
  if (folder === cluster) return folder;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { uid } = lstatSync(folder);
  if (uid !== account.uid && uid !== process.getuid?.()) refuse('other_owner', { folder, owner: uid });
  chownSync(folder, account.uid, account.gid);
  return folder;
}

function urlsFor(socketFolder: string): EmbeddedUrls {
  const url = (role: string) => `postgres://${role}@localhost/ventanilla?host=${encodeURIComponent(socketFolder)}`;
  return { ownerUrl: url('ventanilla_owner'), appUrl: url('ventanilla_app') };
}
