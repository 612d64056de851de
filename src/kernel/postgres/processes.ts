import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** Whether a process runs. One that has ended but that nobody has collected (a zombie, as in containers without init) does not. */
export function isRunning(pid: number): boolean {
  const stat = readStat(pid);
  if (stat !== undefined) return !['Z', 'X'].includes(stat.state);
  try { process.kill(pid, 0); return process.platform !== 'linux'; } catch { return false; }
}

/** When a process began, in clock ticks since the machine did: tells it from a later one with the same number. Empty where unknown. */
export const startOf = (pid: number): string => readStat(pid)?.start ?? '';

/** The arguments a process was started with; empty where they cannot be read. */
export function argumentsOf(pid: number): readonly string[] {
  return read(`/proc/${pid}/cmdline`).split('\0');
}

/** Waits until a condition holds, looking every few milliseconds; tells whether it came to hold in time. */
export async function comesTrue(condition: () => boolean, secondsMax: number): Promise<boolean> {
  const deadline = Date.now() + secondsMax * 1000;
  while (!condition()) {
    if (Date.now() > deadline) return false;
    await pause(5);
  }
  return true;
}

// The name of the program stands in parentheses and may itself contain some, so the fields are counted from the last one.
function readStat(pid: number): { state: string; start: string } | undefined {
  const stat = read(`/proc/${pid}/stat`);
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return stat === '' ? undefined : { state: fields[0] ?? '', start: fields[19] ?? '' };
}

function read(path: string): string {
  try { return readFileSync(path, 'utf8'); } catch { return ''; }
}
