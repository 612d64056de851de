import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf } from '../errors/index.ts';
import { refuse } from './errors.ts';
import { isRunning, startOf } from './processes.ts';

type Holder = { readonly pid: number; readonly start: string };

/**
 * Takes a data folder for this process alone, until `release`. Refuses while a living process holds it; what a dead one left behind is
 * taken over. The process' number alone would not do: after a restart of the machine it may belong to anybody.
 */
export function takeFolder(folder: string): { readonly release: () => void } {
  const path = join(folder, 'ventanilla.lock');
  const mine = JSON.stringify({ pid: process.pid, start: startOf(process.pid) } satisfies Holder);
  while (!create(path, mine)) {
    const found = read(path);
    const holder = parseHolder(found);
    if (holder && isHeldBy(holder)) refuse('second_copy', { folder, pid: holder.pid });
    removeIfStill(path, found);
  }
  return { release: () => { if (read(path) === mine) rmSync(path, { force: true }); } };
}

/** The number of the living process that holds a data folder, if any. */
export function findHolder(folder: string): number | undefined {
  const holder = parseHolder(read(join(folder, 'ventanilla.lock')));
  return holder && isHeldBy(holder) ? holder.pid : undefined;
}

const isHeldBy = (holder: Holder): boolean => isRunning(holder.pid) && startOf(holder.pid) === holder.start;

// Written aside and linked into place, so that nobody ever reads half a lock.
function create(path: string, content: string): boolean {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, content, { mode: 0o644 });
  try { linkSync(draft, path); return true; } catch (error) { return unlessExisting(error); } finally { rmSync(draft); }
}

function unlessExisting(error: unknown): false {
  if (codeOf(error) === 'EEXIST') return false;
  throw error;
}

// Two processes may find the same stale lock. Moving it away shows what was really there: a fresh one is put back.
function removeIfStill(path: string, stale: string): void {
  const aside = `${path}.${process.pid}.stale`;
  try { renameSync(path, aside); } catch { return; }
  if (read(aside) !== stale) try { linkSync(aside, path); } catch { /* a third process has taken it meanwhile */ }
  rmSync(aside);
}

function parseHolder(text: string): Holder | undefined {
  try {
    const { pid, start }: { readonly [Member in keyof Holder]?: unknown } = JSON.parse(text);
    return Number.isInteger(pid) && typeof start === 'string' ? { pid: Number(pid), start } : undefined;
  } catch { return undefined; }
}

function read(path: string): string {
  try { return readFileSync(path, 'utf8'); } catch { return ''; }
}
