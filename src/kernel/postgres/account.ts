import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { refuse } from './errors.ts';

/** How to run a program of Postgres: as ourselves, or as an ordinary user when we are root, because Postgres refuses root. */
export type Account = { readonly uid: number; readonly gid: number; readonly command: (program: string, args: readonly string[]) => readonly [string, readonly string[]] };

const setpriv = '/usr/bin/setpriv';

/**
 * Chooses the account for a cluster: whoever owns it already, else `postgres`, else `nobody`; nothing is created on the system.
 * `paths` are what it must reach. Where they lie below a closed folder such as /root, the program gets the one capability of
 * searching closed folders, instead of our opening that folder to everybody.
 */
export function chooseAccount(cluster: string, paths: readonly string[]): Account {
  const self = { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };
  if (self.uid !== 0) return ownAccount(cluster, self);
  const chosen = ownerOf(cluster) ?? findUser('postgres') ?? findUser('nobody') ?? refuse('no_account');
  const closed = paths.find((path) => !canReach(path, chosen));
  const search = closed === undefined ? [] : searchFlags(closed, chosen.uid);
  const drop = [`--reuid=${chosen.uid}`, `--regid=${chosen.gid}`, '--clear-groups', '--no-new-privs', ...search];
  return { ...chosen, command: (program, args) => (closed === undefined ? [program, args] : [setpriv, [...drop, program, ...args]]) };
}

function ownAccount(cluster: string, self: User): Account {
  const owner = existsSync(cluster) ? statSync(cluster).uid : self.uid;
  if (owner !== self.uid) refuse('other_owner', { folder: dirname(cluster), owner });
  return { ...self, command: (program, args) => [program, args] };
}

type User = { readonly uid: number; readonly gid: number };

function ownerOf(cluster: string): User | undefined {
  if (!existsSync(cluster)) return undefined;
  const { uid, gid } = statSync(cluster);
  return uid === 0 ? undefined : { uid, gid };
}

function findUser(name: string): User | undefined {
  const row = readFileSync('/etc/passwd', 'utf8').split('\n').find((line) => line.startsWith(`${name}:`))?.split(':');
  return row && { uid: Number(row[2]), gid: Number(row[3]) };
}

const readSearch = 2n, override = 1n;

// Containers often keep the wider of the two capabilities and drop the narrower, hence the choice. Without that bit the capability would not count
// when a program asks beforehand whether it may read a file, as initdb does (access(2)).
function searchFlags(folder: string, uid: number): readonly string[] {
  const held = BigInt(`0x${/CapEff:\s*([0-9a-f]+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? '0'}`);
  const has = (bit: bigint) => (held >> bit) % 2n === 1n;
  const name = has(readSearch) ? 'dac_read_search' : has(override) ? 'dac_override' : undefined;
  if (name === undefined || !existsSync(setpriv)) return refuse('out_of_reach', { folder, account: uid });
  return ['--securebits=+no_setuid_fixup', `--inh-caps=-all,+${name}`, `--ambient-caps=-all,+${name}`, `--bounding-set=-all,+${name}`];
}

// Only folders that others may enter count: who owns them or which groups they have is not worth the guess.
function canReach(path: string, user: User): boolean {
  const { uid, mode } = statSync(path);
  const open = (mode & (uid === user.uid ? 0o100 : 0o001)) !== 0;
  return open && (dirname(path) === path || canReach(dirname(path), user));
}
