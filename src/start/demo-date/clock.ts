import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '#kernel/clock.ts';
import type { Config } from '#kernel/config.ts';
import { codeOf } from '#kernel/errors/index.ts';

/** The clock of a demonstration: it ticks with the real one, some days ahead, and can be moved while the program runs. */
export type DemoClock = Clock & {
  /** How far ahead of the real time it is, in milliseconds; 0 when it is not. */
  readonly aheadMillis: () => number;
  /** Moves it: from now on it is so many milliseconds ahead, never less than 0. Other processes on the same data folder follow within a second. */
  readonly setAhead: (millis: number) => void;
  /** The real time beside it. */
  readonly real: Clock;
};

const trustedMillis = 1_000;

/** Opens the clock of a demonstration. Where nobody has moved it yet, it is as far ahead as the configuration says. */
export function openDemoClock(real: Clock, config: Pick<Config, 'dataFolder' | 'clockAheadHours'>): DemoClock {
  const folder = join(config.dataFolder, 'demostracion'), path = join(folder, 'fecha');
  const configured = config.clockAheadHours * 3_600_000;
  let moved = 0, readAt = -Infinity;
  const aheadMillis = (): number => {
    const at = performance.now();
    if (at - readAt >= trustedMillis) { moved = readMoved(path); readAt = at; }
    return Math.max(0, configured + moved);
  };
  const setAhead = (millis: number): void => {
    mkdirSync(folder, { recursive: true });
    // Whole or not at all: another process may be reading it.
    writeFileSync(`${path}.${process.pid}`, String(Math.max(0, Math.round(millis)) - configured));
    renameSync(`${path}.${process.pid}`, path);
    readAt = -Infinity;
  };
  return { real, aheadMillis, setAhead, now: () => new Date(real.now().getTime() + aheadMillis()) };
}

// What can't be read moves nothing.
function readMoved(path: string): number {
  try {
    const millis = Number(readFileSync(path, 'utf8'));
    return Number.isSafeInteger(millis) ? millis : 0;
  } catch (caught) {
    if (codeOf(caught) === 'ENOENT') return 0;
    throw caught;
  }
}
