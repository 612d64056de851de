import { spawn, type SpawnOptions } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { invariant } from '#kernel/errors/index.ts';

/** A folder that goes away with what uses it; open to the ordinary users that servers become. */
export function temporaryFolder(name: string): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), `ventanilla-${name}-`));
  chmodSync(folder, 0o755);
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', remove);
  return { folder, remove };
}

/** A server that runs in the foreground and is there once its port answers. */
export type Daemon = { readonly program: string; readonly args: readonly string[]; readonly port: number; readonly options?: SpawnOptions };

const startSecondsMax = 30, stopSecondsMax = 10;

/** Starts a program and resolves when it takes connections; one that dies before says why. */
export async function startDaemon({ program, args, port, options = {} }: Daemon): Promise<{ readonly pid: number; readonly stop: () => Promise<void> }> {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
  let said = '', ended = false;
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => { said += chunk.toString(); });
  const end = new Promise<void>((resolve) => {
    const noted = () => { ended = true; resolve(); };
    child.once('exit', noted).once('error', (error) => { said += error.message; noted(); });
  });
  for (const deadline = Date.now() + startSecondsMax * 1000; !(await isListening(port)); await pause(25)) {
    invariant(!ended && Date.now() < deadline, `${program} starts: ${said}`);
  }
  // A test that fails before it comes to its end leaves nothing running.
  process.once('exit', () => child.kill('SIGKILL'));
  const stop = async () => {
    const patience = setTimeout(() => child.kill('SIGKILL'), stopSecondsMax * 1000);
    child.kill('SIGTERM');
    await end;
    clearTimeout(patience);
  };
  return { pid: child.pid ?? 0, stop };
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => { socket.destroy(); resolve(true); });
    socket.on('error', () => resolve(false));
  });
}
