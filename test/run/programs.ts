import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Folder of the repository. */
export const root = fileURLToPath(new URL('../../', import.meta.url)).replace(/\/$/, '');

export type Ended = { readonly code: number | null; readonly output: string };
export type ProgramOptions = { readonly env?: NodeJS.ProcessEnv; readonly minutesMax?: number };

/** Runs a program in the repository to its end and gives all it wrote. One that takes too long is stopped, with all its children. */
export function runProgram(command: string, args: readonly string[], { env = process.env, minutesMax = 25 }: ProgramOptions = {}): Promise<Ended> {
  const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  running.add(child.pid);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => { output += chunk.toString(); });
  const late = setTimeout(() => { output += `\nStopped: still running after ${minutesMax} minutes.\n`; stopGroup(child.pid); }, minutesMax * 60_000);
  return new Promise((resolve) => {
    const end = (code: number | null) => { clearTimeout(late); running.delete(child.pid); resolve({ code, output }); };
    child.on('error', (error) => { output += error.message; end(null); }).on('close', end);
  });
}

const running = new Set<number | undefined>();

/** Stops every program that still runs; for when we are interrupted. */
export const stopPrograms = (): void => running.forEach(stopGroup);

function stopGroup(pid: number | undefined): void {
  try { if (pid !== undefined) process.kill(-pid, 'SIGKILL'); } catch { /* it has just ended */ }
}
