import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of the repository. */
export const root = fileURLToPath(new URL('../../../', import.meta.url)).replace(/\/$/, '');

/** A file of the repository by its path from the root, such as `src/main.ts`. */
export type File = { readonly path: string; readonly text: string };

/** The files that match, sorted; never those of others. */
export function findFiles(...patterns: readonly string[]): readonly File[] {
  const paths = globSync(patterns, { cwd: root, exclude: ['node_modules/**', 'var/**', '.git', '.git/**'] }).filter((path) => statSync(join(root, path)).isFile()).sort();
  return paths.map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

/** The line, counted from 1, on which a place of a text lies. */
export const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;
