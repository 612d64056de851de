import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { hasPostgres, startPostgres, type PostgresKind, type TestPostgres } from '#support/servers/postgres.ts';
import { findTestFiles } from './files.ts';
import { runNodeTests } from './node-tests.ts';
import { nothing, verdict, type Outcome } from './outcome.ts';
import { prepareMachine } from './prepare.ts';
import { root, runProgram } from './programs.ts';

/** One line of the report. Stages of one lane run in order, lanes side by side; `first` and `last` have the machine for themselves. */
export type Stage = {
  readonly name: string;
  readonly lane: 'first' | 'static' | 'embedded' | 'debian' | 'last';
  /** Of a stage that runs test files: which. */
  readonly files?: readonly string[];
  readonly run: () => Promise<Outcome>;
};

/** Every check there is, in order. `asked` narrows the test files to those whose path contains one of these. */
export function stagesFor(asked: readonly string[]): readonly Stage[] {
  const files = findTestFiles(asked);
  const tool = (name: string, ...args: readonly string[]) => async () => {
    const { code, output } = await runProgram(process.execPath, [join(root, 'node_modules/.bin', name), ...args], { env: { ...process.env, NO_COLOR: '1' } });
    return verdict(code === 0, output);
  };
  return [
    { name: 'setup', lane: 'first', run: prepareMachine },
    { name: 'types', lane: 'static', run: tool('tsc', '--noEmit') },
    { name: 'lint', lane: 'static', run: tool('oxlint', '--deny-warnings', 'src', 'test', 'bin', 'bench') },
    { name: 'dead', lane: 'static', run: tool('knip', '--no-progress') },
    { name: 'walls', lane: 'static', files: files.walls, run: () => runNodeTests({ files: files.walls, pure: true }) },
    { name: 'tidy', lane: 'static', files: files.tidy, run: () => runNodeTests({ files: files.tidy, pure: true }) },
    { name: 'unit', lane: 'static', files: files.unit, run: () => runNodeTests({ files: files.unit, pure: true, env: standards() }) },
    { name: 'system', lane: 'static', files: files.system, run: () => runNodeTests({ files: files.system }) },
    { name: 'integration-18', lane: 'embedded', files: files.integration, run: () => onPostgres('embedded', files.integration) },
    { name: 'integration-15', lane: 'debian', files: files.integration, run: () => onPostgres('debian', files.integration) },
    { name: 'journeys', lane: 'last', files: files.journeys, run: () => onPostgres('embedded', files.journeys, journeysAtOnce) },
  ];
}

/** The servers that are up at this moment, to be stopped when we are interrupted. */
export const servers = new Set<TestPostgres>();

// People on a journey wait more than they work.
const journeysAtOnce = 2;

async function onPostgres(kind: PostgresKind, files: readonly string[], atOnce = 1): Promise<Outcome> {
  if (!hasPostgres(kind)) return { ...nothing, skipped: files.map((file) => `${file}: Debian's Postgres 15 is not installed`) };
  const server = await startPostgres(kind);
  servers.add(server);
  try {
    return await runNodeTests({ files, atOnce, env: { TEST_DATABASE_URL: server.url, TEST_POSTGRES: kind, ...standards() } });
  } finally {
    servers.delete(server);
    await server.stop();
  }
}

// Published standards with test cases of their own lie beside the repository where its authors work, and nowhere else.
function standards(): NodeJS.ProcessEnv {
  const folder = join(root, '../shared/standards');
  return existsSync(folder) ? { VENTANILLA_STANDARDS: folder } : {};
}
