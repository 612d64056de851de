import type { Exit } from '../../src/cli/command.ts';
import { runCommandLine } from '../../src/cli/run.ts';

/** What a command said and how it ended. */
export type Ran = { readonly exit: Exit; readonly said: string; readonly told: string; readonly bytes: Buffer };

/** Runs the command line as a person would, with a terminal that remembers. */
export async function runVentanilla(args: readonly string[], environment: Readonly<Record<string, string>> = {}, folder = process.cwd()): Promise<Ran> {
  const said: string[] = [], told: string[] = [], bytes: Buffer[] = [];
  const exit = await runCommandLine(args, {
    say: (line) => { said.push(line); }, tell: (line) => { told.push(line); }, write: (written) => { bytes.push(written); }, progress: () => undefined,
    environment, folder, now: () => new Date(),
  });
  return { exit, said: said.join('\n'), told: told.join('\n'), bytes: Buffer.concat(bytes) };
}
