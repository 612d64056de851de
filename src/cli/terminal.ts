import { writeSync } from 'node:fs';
import { codeOf } from './errors.ts';

/** What a command can do with whoever called it. */
export type Terminal = {
  /** A line of the result. */
  readonly say: (line: string) => void;
  /** A line about how it goes, which is no part of the result. */
  readonly tell: (line: string) => void;
  /** Bytes of the result, such as a package written to a pipe. */
  readonly write: (bytes: Buffer) => void;
  /** Replaces the last line of progress; only where somebody watches. */
  readonly progress: (line: string) => void;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The folder it was called in. */
  readonly folder: string;
  readonly now: () => Date;
};

/** The terminal of this process: the result goes to standard output, everything else to standard error. */
export function processTerminal(): Terminal {
  const watched = process.stderr.isTTY === true;
  let open = false;
  const clear = (): void => { if (open) process.stderr.write('\r\x1b[K'); open = false; };
  return {
    say: (line) => { clear(); writeAll(1, Buffer.from(`${line}\n`)); },
    tell: (line) => { clear(); process.stderr.write(`${line}\n`); },
    write: (bytes) => { clear(); writeAll(1, bytes); },
    progress: (line) => { if (watched) { process.stderr.write(`\r\x1b[K${line}`); open = true; } },
    environment: process.env, folder: process.cwd(), now: () => new Date(),
  };
}

// A pipe takes what it has room for; the rest is offered again, so that nothing is lost when the process ends.
function writeAll(descriptor: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length;) {
    try { at += writeSync(descriptor, bytes, at); } catch (caught) {
      const code = codeOf(caught);
      if (code === 'EPIPE') return;
      if (code !== 'EAGAIN') throw caught;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}
