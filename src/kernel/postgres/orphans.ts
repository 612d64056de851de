import { createConnection } from 'node:net';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { refuse } from './errors.ts';
import { argumentsOf, comesTrue, isRunning } from './processes.ts';

const fastSecondsMax = 30, immediateSecondsMax = 10, writingSecondsMax = 2;

/** First lines of `postmaster.pid`: who runs, since when, and its piece of shared memory. */
export type Postmaster = { readonly pid: number; readonly memory: string; readonly ready: boolean };

/** What a cluster's pid file says; nothing when there is none or it is not yet written out. */
export function readPostmaster(cluster: string): Postmaster | undefined {
  let lines: string[];
  try { lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n'); } catch { return undefined; }
  const pid = Number(lines[0]);
  const memory = (lines[6] ?? '').trim().split(/\s+/)[1] ?? '';
  return pid > 0 ? { pid, memory, ready: (lines[7] ?? '').trim() === 'ready' } : undefined;
}

/**
 * Makes a cluster free to start. A server that outlived its Ventanilla, as after kill -9, is ours by its data folder and is stopped; its
 * stale lock files are removed only when nobody is attached to its shared memory any more, which is Postgres' own proof.
 * To be called by who holds the folder's lock.
 */
export async function clearOrphan(cluster: string, socket: string, log: (line: string) => void): Promise<void> {
  const pidFile = join(cluster, 'postmaster.pid');
  // Half a file is of a server that is writing it, or that fell while it did.
  await comesTrue(() => !existsSync(pidFile) || readPostmaster(cluster) !== undefined, writingSecondsMax);
  const found = readPostmaster(cluster);
  if (found && runsHere(found, cluster)) {
    log(`La base de datos quedó abierta por una copia anterior que no terminó bien (proceso ${found.pid}): se cierra y se vuelve a abrir.`);
    await stopOrphan(found, cluster);
  }
  const free = await comesTrue(() => found === undefined || !isAttached(found.memory), immediateSecondsMax);
  if (!free) refuse('busy', { folder: dirname(cluster), pid: found?.pid });
  if (await answers(socket)) refuse('used_elsewhere', { folder: dirname(cluster) });
  if (readPostmaster(cluster)?.pid === found?.pid) removeLocks(pidFile, socket);
}

// Without its own file there is no lock to clear: one that appears now belongs to a server that starts. The socket's lock counts a server that has ended,
// but that nobody has collected, as alive.
function removeLocks(pidFile: string, socket: string): void {
  if (!existsSync(pidFile)) return;
  rmSync(`${socket}.lock`, { force: true });
  rmSync(pidFile, { force: true });
}

const runsHere = (found: Postmaster, cluster: string): boolean => isRunning(found.pid) && argumentsOf(found.pid).includes(cluster);

async function stopOrphan(found: Postmaster, cluster: string): Promise<void> {
  const gone = () => !runsHere(found, cluster);
  process.kill(found.pid, 'SIGINT');
  if (await comesTrue(gone, fastSecondsMax)) return;
  process.kill(found.pid, 'SIGQUIT');
  if (!(await comesTrue(gone, immediateSecondsMax))) refuse('busy', { folder: dirname(cluster), pid: found.pid });
}

// Column 2 is the segment, column 7 how many processes are attached to it.
function isAttached(memory: string): boolean {
  let table: string;
  try { table = readFileSync('/proc/sysvipc/shm', 'utf8'); } catch { return false; }
  const row = table.split('\n').map((line) => line.trim().split(/\s+/)).find((fields) => fields[1] === memory);
  return Number(row?.[6] ?? 0) > 0;
}

// A server in another container or machine has process numbers of its own, but answers on the shared folder's socket.
function answers(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const connection = createConnection(socket);
    connection.on('connect', () => { connection.destroy(); resolve(true); }).on('error', () => resolve(false));
  });
}
