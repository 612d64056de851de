import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Counts } from './counts.ts';
import type { Outcome } from './outcome.ts';
import { root, runProgram } from './programs.ts';

/** `pure` tests share one process, which is quickest; the others have a process for each file, one after another. */
export type TestRun = { readonly files: readonly string[]; readonly pure?: boolean; readonly env?: NodeJS.ProcessEnv; /** Files at the same time, 1 unless said otherwise. */ readonly atOnce?: number };

const testSecondsMax = 600;

/** Runs test files and counts what they found. A run that dies, or that finds no file, has failed. */
export async function runNodeTests({ files, pure = false, env = {}, atOnce = 1 }: TestRun): Promise<Outcome> {
  if (files.length === 0) return { passed: 0, failed: 1, skipped: [], log: 'There is no test file for this stage.\n' };
  const folder = mkdtempSync(join(tmpdir(), 'ventanilla-counts-'));
  const countsFile = join(folder, 'counts.json');
  // A file that leaves something open ends all the same: it must not hold up the others.
  const isolation = pure ? ['--test-isolation=none'] : [`--test-concurrency=${atOnce}`, '--test-force-exit'];
  const reporters = ['--test-reporter=spec', '--test-reporter-destination=stdout', `--test-reporter=${join(root, 'test/run/counts.ts')}`, `--test-reporter-destination=${countsFile}`];
  const { code, output } = await runProgram(process.execPath, ['--test', ...isolation, `--test-timeout=${testSecondsMax * 1000}`, ...reporters, ...files], { env: { ...testEnvironment(), ...env } });
  const counts = readCounts(countsFile);
  rmSync(folder, { recursive: true });
  const died = code !== 0 && (counts?.failed ?? 0) === 0;
  return { passed: counts?.passed ?? 0, failed: (counts?.failed ?? 0) + (died ? 1 : 0), skipped: counts?.skipped ?? [], log: output };
}

// Tests must not see how the machine they run on is set up for other work.
function testEnvironment(): NodeJS.ProcessEnv {
  const { DATABASE_URL, PORT, HOST, VENTANILLA_DATA, NODE_OPTIONS, NODE_TEST_CONTEXT, ...rest } = process.env;
  return { ...rest, NO_COLOR: '1' };
}

function readCounts(file: string): Counts | undefined {
  try { return JSON.parse(readFileSync(file, 'utf8')) as Counts; } catch { return undefined; }
}
