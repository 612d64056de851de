import { chmodSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import type { ChildProcess } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { invariant } from '#kernel/errors/index.ts';
import { chooseAccount, findBinaries, launch, run, type Account } from '#kernel/postgres/index.ts';
import { freePort } from './ports.ts';

/** The Postgres that Ventanilla brings along, and the one of Debian 12. */
export type PostgresKind = 'embedded' | 'debian';

/** A throw-away Postgres. `kill` takes it down with -9 as a power cut would, and `start` brings it up again on the same port and data. */
export type TestPostgres = {
  /** Superuser on the database `postgres`. */
  readonly url: string;
  /** The same through a socket of the machine, as the embedded database is reached: for measurements. */
  readonly socketUrl: string;
  readonly pid: () => number;
  readonly kill: () => Promise<void>;
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

const debianFolder = '/usr/lib/postgresql/15/bin';
const startSecondsMax = 60, lastWordsMax = 600;

/** Whether this kind can be had on this machine. */
export const hasPostgres = (kind: PostgresKind): boolean => kind === 'embedded' || existsSync(join(debianFolder, 'postgres'));

/** Starts a new, empty cluster in a temporary folder on a free port of loopback. `durable` keeps every commit on disk, for tests of just that. */
export async function startPostgres(kind: PostgresKind, { durable = false } = {}): Promise<TestPostgres> {
  const programs = kind === 'embedded' ? findBinaries() : { initdb: join(debianFolder, 'initdb'), postgres: join(debianFolder, 'postgres') };
  const folder = mkdtempSync(join(tmpdir(), `ventanilla-${kind}-`));
  chmodSync(folder, 0o777);
  const account = chooseAccount(join(folder, 'cluster'), [folder, programs.postgres]);
  const made = await run(account, programs.initdb, ['-D', join(folder, 'cluster'), '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync']);
  invariant(made.code === 0, `initdb succeeds: ${made.output}`);
  const server = new Cluster(folder, account, programs.postgres, await freePort(), durable);
  process.once('exit', server.abandon);
  await server.start();
  return server;
}

class Cluster implements TestPostgres {
  readonly url: string;
  readonly socketUrl: string;
  readonly #folder: string;
  readonly #launch: () => ChildProcess;
  #child: ChildProcess | undefined;

  constructor(folder: string, account: Account, program: string, port: number, durable: boolean) {
    this.#folder = folder;
    this.url = `postgres://postgres@127.0.0.1:${port}/postgres`;
    this.socketUrl = `postgres://postgres@localhost:${port}/postgres?host=${encodeURIComponent(folder)}`;
    const careless = durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
    const settings = Object.entries({ listen_addresses: '127.0.0.1', port, unix_socket_directories: folder, max_connections: 200, shared_buffers: '128MB', timezone: 'UTC', ...careless });
    const args = ['-D', join(folder, 'cluster'), ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])];
    this.#launch = () => {
      const log = openSync(join(folder, 'log'), 'a');
      return launch(account, program, args, { stdio: ['ignore', log, log], detached: true });
    };
  }

  pid = (): number => this.#running().pid ?? 0;

  start = async (): Promise<void> => {
    this.#child = this.#begin();
    const deadline = Date.now() + startSecondsMax * 1000;
    while (!(await answers(this.url))) {
      const ended = this.#child.exitCode !== null, said = ended || Date.now() >= deadline ? readFileSync(join(this.#folder, 'log'), 'utf8') : '';
      const isAwaited = ended && said.slice(-lastWordsMax).includes('pre-existing shared memory block');
      invariant(said === '' || (isAwaited && Date.now() < deadline), `Postgres starts: ${said}`);
      await pause(20);
      if (isAwaited) this.#child = this.#begin();
    }
  };

  // A statement that outlives the server that was killed holds its memory until it ends: then is soon enough.
  #begin(): ChildProcess {
    rmSync(join(this.#folder, 'cluster', 'postmaster.pid'), { force: true });
    return this.#launch();
  }

  kill = async (): Promise<void> => {
    await this.#end('SIGKILL');
    // The other processes of the server notice within moments that it is gone, and go too.
    await pause(200);
  };

  stop = async (): Promise<void> => {
    if (this.#child?.exitCode === null && this.#child.signalCode === null) await this.#end('SIGINT');
    rmSync(this.#folder, { recursive: true, force: true });
  };

  // For a test that ends without having stopped it.
  abandon = (): void => {
    if (this.#child?.exitCode === null && this.#child.signalCode === null) this.#child.kill('SIGQUIT');
    rmSync(this.#folder, { recursive: true, force: true });
  };

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#running();
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await ended;
  }

  #running(): ChildProcess {
    invariant(this.#child, 'the server has been started');
    return this.#child;
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  try { await client.connect(); await client.end(); return true; } catch { return false; }
}
