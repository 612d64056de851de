import { readdirSync, readFileSync } from 'node:fs';

/** A process and everything below it. */
function treeOf(pid: number): readonly number[] {
  const children = Map.groupBy(readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number), parentOf);
  const below = (one: number): number[] => [one, ...(children.get(one) ?? []).flatMap(below)];
  return below(pid);
}

const parentOf = (pid: number): number | undefined => { const [, parent] = statOf(pid); return parent === undefined ? undefined : Number(parent); };

// The name of a program may hold spaces and brackets, so what counts is what follows the last one.
function statOf(pid: number): readonly string[] {
  const text = readOr(`/proc/${pid}/stat`, '');
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
}

const ticksPerSecond = 100;

/** Seconds of processor that a process and those below it have used, those that have ended included. */
export const cpuSeconds = (pid: number): number =>
  treeOf(pid).reduce((sum, one) => sum + statOf(one).slice(11, one === pid ? 15 : 13).reduce((ticks, each) => ticks + Number(each), 0), 0) / ticksPerSecond;

/** Memory of a process and those below it in MB; what several share counts once (PSS). */
export const memoryMegabytes = (pid: number): number =>
  treeOf(pid).reduce((sum, one) => sum + Number(/^Pss:\s+(\d+)/m.exec(readOr(`/proc/${one}/smaps_rollup`, ''))?.[1] ?? 0), 0) / 1024;

// A process may end between being listed and being read.
function readOr(path: string, otherwise: string): string {
  try { return readFileSync(path, 'utf8'); } catch { return otherwise; }
}
