import type { ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Account } from './account.ts';
import { refuse } from './errors.ts';
import { clearOrphan, readPostmaster } from './orphans.ts';
import { comesTrue } from './processes.ts';
import { launch } from './programs.ts';

const recoverySecondsMax = 900, fastSecondsMax = 30, logBytesMax = 10 * 1024 * 1024, triesMax = 8, againMillis = 500;

/** A cluster and all that is needed to start its server. */
export type Server = {
  readonly cluster: string;
  readonly postgres: string;
  readonly account: Account;
  /** Folder of the socket, the only door: no port is opened. */
  readonly socketFolder: string;
  readonly logFile: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly log: (line: string) => void;
};

/** Starts the server and resolves when it takes connections, after recovery if there was a crash. Its number is the child's. */
export async function startPostmaster(server: Server): Promise<ChildProcess> {
  for (let left = triesMax; ; left -= 1) {
    await clearOrphan(server.cluster, join(server.socketFolder, '.s.PGSQL.5432'), server.log);
    const started = await tryStart(server);
    if (typeof started !== 'string') return started;
    if (left === 1 || !inTheWay.test(started)) explainEnd(server, started);
    await pause(againMillis);
  }
}

// Gives the server, or what it said before it ended.
async function tryStart(server: Server): Promise<ChildProcess | string> {
  const from = rotate(server.logFile);
  const child = spawnPostmaster(server);
  const ended = () => child.exitCode !== null || child.signalCode !== null;
  const ready = () => { const found = readPostmaster(server.cluster); return found?.pid === child.pid && found?.ready === true; };
  await comesTrue(() => ended() || ready(), recoverySecondsMax);
  return !ended() && ready() ? child : readFileSync(server.logFile).subarray(from).toString();
}

// A server that was being started when its Ventanilla was killed shows itself only once it is up: it is cleared like any other orphan, and we try again.
const inTheWay = /lock file "[^"]*" (already exists|is empty)|pre-existing shared memory block/;

/** Stops the server: running statements are broken off, everything committed is on disk. */
export async function stopPostmaster(child: ChildProcess): Promise<void> {
  const gone = () => child.exitCode !== null || child.signalCode !== null;
  if (gone()) return;
  child.kill('SIGINT');
  if (!(await comesTrue(gone, fastSecondsMax))) child.kill('SIGQUIT');
  await comesTrue(gone, fastSecondsMax);
}

// A group of its own keeps Ctrl-C away from it: requests that are under way end first. Its log is a file, so that it outlives our pipes.
function spawnPostmaster(server: Server): ChildProcess {
  const settings = Object.entries({ ...server.settings, unix_socket_directories: `"${server.socketFolder.replaceAll('"', '""')}"` });
  const args = ['-D', server.cluster, ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  const log = openSync(server.logFile, 'a', 0o600);
  const child = launch(server.account, server.postgres, args, { stdio: ['ignore', log, log], detached: true });
  closeSync(log);
  child.on('error', () => undefined);
  return child;
}

function explainEnd(server: Server, said: string): never {
  if (/No space left on device|Disk quota exceeded/.test(said)) refuse('disk_full', { folder: server.cluster }, said);
  return refuse('did_not_start', { folder: server.cluster, log: server.logFile }, said);
}

// Returns the length of what is already in the log, so that a failure quotes only its own lines.
function rotate(file: string): number {
  const size = existsSync(file) ? statSync(file).size : 0;
  if (size <= logBytesMax) return size;
  renameSync(file, `${file}.1`);
  return 0;
}
