import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Bug } from '../errors/index.ts';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { refuse } from './errors.ts';
import { run } from './programs.ts';

// The owner may alter tables, the application only read and write rows; nobody else gets in.
const rolesAndDatabase = [
  'create role ventanilla_owner login',
  'create role ventanilla_app login',
  'create database ventanilla owner ventanilla_owner',
  'revoke all on database ventanilla from public',
  'grant connect, temporary on database ventanilla to ventanilla_app',
].map((statement) => `${statement};\n\n`).join('');

/** Makes sure that a cluster of this major version is in the folder: creates one in an absent folder, refuses any other. */
export async function ensureCluster(cluster: string, binaries: Binaries, account: Account): Promise<void> {
  if (!existsSync(cluster)) return createCluster(cluster, binaries, account);
  const found = versionOf(cluster) ?? refuse('not_a_database', { folder: dirname(cluster) });
  if (found !== binaries.major) refuse('other_version', { folder: dirname(cluster), found, expected: binaries.major });
}

const versionOf = (cluster: string): string | undefined => {
  const file = join(cluster, 'PG_VERSION');
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
};

// Made aside and moved into place, so that a start that is cut short leaves nothing that looks like a database. Each start has an aside of its own:
// the programs of the one before may still be at work in theirs.
async function createCluster(cluster: string, binaries: Binaries, account: Account): Promise<void> {
  removeDrafts(cluster);
  const draft = `${cluster}.${randomBytes(4).toString('hex')}.new`;
  mkdirSync(draft, { mode: 0o700 });
  chownSync(draft, account.uid, account.gid);
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const access = ['--username=postgres', '--auth-local=trust', '--auth-host=reject'];
  await step(draft, account, binaries.initdb, ['-D', draft, ...locale, ...access, '--no-instructions']);
  await step(draft, account, binaries.postgres, ['--single', '-j', '-D', draft, 'postgres'], rolesAndDatabase);
  renameSync(draft, cluster);
}

function removeDrafts(cluster: string): void {
  const drafts = readdirSync(dirname(cluster)).filter((name) => name.startsWith(`${basename(cluster)}.`) && name.endsWith('.new'));
  for (const name of drafts) try { rmSync(join(dirname(cluster), name), { recursive: true }); } catch { /* still written to: the next new database sees to it */ }
}

async function step(draft: string, account: Account, program: string, args: readonly string[], input?: string): Promise<void> {
  const { code, output } = await run(account, program, args, input);
  if (code === 0 && !/^.*(ERROR|FATAL|PANIC): /m.test(output)) return;
  if (existsSync(draft) && readdirSync(draft).length > 0) rmSync(draft, { recursive: true, force: true });
  if (/No space left on device|Disk quota exceeded/.test(output)) refuse('disk_full', { folder: dirname(draft) });
  throw new Bug(`${program} ended with ${code}`, { cause: output });
}
