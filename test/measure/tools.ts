import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, runProgram } from '../run/programs.ts';

const duplicateTokensMin = 60;

/** Share of the product's lines that stand somewhere else too, in percent: runs of 60 tokens or more. */
export async function countDuplicateLines(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'ventanilla-duplicates-'));
  try {
    await runProgram(process.execPath, [join(root, 'node_modules/.bin/jscpd'), '-k', String(duplicateTokensMin), '-f', 'typescript', '-i', '**/*.test.ts', '-r', 'json,silent', '-o', folder, 'src']);
    const report = JSON.parse(readFileSync(join(folder, 'jscpd-report.json'), 'utf8')) as { statistics: { total: { percentage: number } } };
    return report.statistics.total.percentage;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** How many exports and files nobody uses. */
export async function countUnusedExports(): Promise<number> {
  const { output } = await runProgram(process.execPath, [join(root, 'node_modules/.bin/knip'), '--no-progress', '--reporter', 'json', '--include', 'files,exports']);
  const { issues } = JSON.parse(output.slice(output.indexOf('{'))) as { issues: readonly Record<'files' | 'exports', readonly unknown[] | undefined>[] };
  return issues.reduce((total, { files, exports }) => total + (files?.length ?? 0) + (exports?.length ?? 0), 0);
}
