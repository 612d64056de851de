import { spawnSync } from 'node:child_process';
import { invariant } from '#kernel/errors/index.ts';

/** Runs openssl in a folder; it must succeed. Gives what it wrote. */
export function openssl(folder: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): string {
  const { status, stdout, stderr } = spawnSync('openssl', args, { cwd: folder, encoding: 'utf8', env: { ...process.env, ...env } });
  invariant(status === 0, `openssl ${args[0]} succeeds: ${stderr}`);
  return stdout;
}
