/** The command line: `ventanilla …`. Joins what its commands need, and nothing listens. */
import { runCommandLine } from './run.ts';
import { processTerminal } from './terminal.ts';

process.exitCode = await runCommandLine(process.argv.slice(2), processTerminal());
