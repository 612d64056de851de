import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import type { Account } from './account.ts';
import { invariant } from '../errors/index.ts';

/** Starts a program of Postgres under its account, with an environment that says nothing of ours, in English so that we can read it. */
export function launch(account: Account, program: string, args: readonly string[], options: SpawnOptions): ChildProcess {
  const [command, all] = account.command(program, args);
  const wrapped = command !== program;
  const identity = wrapped || process.getuid?.() !== 0 ? {} : { uid: account.uid, gid: account.gid };
  return spawn(command, all, { cwd: '/', env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }, ...identity, ...options });
}

/** Runs a program to its end with `input`, and gives its exit code and all it wrote. */
export async function run(account: Account, program: string, args: readonly string[], input = ''): Promise<{ code: number | null; output: string }> {
  const child = launch(account, program, args, { stdio: 'pipe' });
  const { stdin, stdout, stderr } = child;
  invariant(stdin && stdout && stderr, 'a child with piped streams has all three');
  let output = '';
  for (const stream of [stdout, stderr]) stream.on('data', (chunk: Buffer) => { output += chunk.toString(); });
  // A program that ends early closes its input; what it wrote says why.
  stdin.on('error', () => undefined).end(input);
  const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  return { code, output };
}
