import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { invariant } from '#kernel/errors/index.ts';
import { freshDatabase } from './database.ts';

/** The whole program, running as its own process on a database of its own. */
export type RunningVentanilla = {
  readonly url: string;
  readonly pid: number;
  readonly dataFolder: string;
  readonly databaseUrl: string;
  readonly ownerUrl: string;
  /** Everything it has written so far, to both outputs. */
  readonly output: () => string;
  /** Kills it at once, as a power cut would. */
  readonly kill: () => Promise<void>;
  /** Stops it, and starts it again at the same address with settings changed. */
  readonly restart: (environment: Readonly<Record<string, string>>) => Promise<void>;
  readonly stop: () => Promise<void>;
};

const startSecondsMax = 60;

/** Starts Ventanilla as people do, on a free port, with the demonstration's people; `environment` adds to its settings. */
export async function startVentanilla(environment: Readonly<Record<string, string>> = {}): Promise<RunningVentanilla> {
  const fresh = await freshDatabase();
  const dataFolder = mkdtempSync(join(tmpdir(), 'ventanilla-'));
  const settings = { DATABASE_URL: fresh.url, DATABASE_OWNER_URL: fresh.ownerUrl, VENTANILLA_DATA: dataFolder, ...environment };
  let running = await launch(settings);
  const { url } = running;
  const restart = async (changed: Readonly<Record<string, string>>) => { await running.end('SIGTERM'); running = await launch({ ...settings, PORT: new URL(url).port, ...changed }); };
  const stop = async () => { await running.end('SIGTERM'); await fresh.close(); await rm(dataFolder, { recursive: true, force: true }); };
  return { url, get pid() { return running.pid; }, output: () => running.output(), dataFolder, databaseUrl: fresh.url, ownerUrl: fresh.ownerUrl, kill: () => running.end('SIGKILL'), restart, stop };
}

/** Starts the process with these settings alone and waits for the line that says where it is. */
export async function launch(environment: Readonly<Record<string, string>>) {
  // What was compiled once need not be compiled again, as when people start it.
  const { PATH, NODE_COMPILE_CACHE } = process.env;
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../src/main.ts')], { env: { PATH, NODE_COMPILE_CACHE, PORT: '0', ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => { child.kill('SIGKILL'); reject(new Error(`Ventanilla did not start in ${startSecondsMax} s:\n${output}`)); }, startSecondsMax * 1000);
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const found = /Ventanilla está lista en (\S+)/.exec(output);
      if (found?.[1]) { clearTimeout(timer); resolve(found[1]); }
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void ended.then(() => { clearTimeout(timer); reject(new Error(`Ventanilla ended while starting:\n${output}`)); });
  });
  invariant(child.pid, 'a process that has written a line has a number');
  return { url, pid: child.pid, output: () => output, end: async (signal: NodeJS.Signals) => { child.kill(signal); await ended; } };
}
