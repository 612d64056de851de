import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ProcedureFolder } from '#modules/catalog/index.ts';
import { refuse } from '../errors.ts';

/**
 * Writes a procedure's folder below `root`; `false` when the very same is there. A different one is only replaced when asked. The folder appears as a
 * whole: it is written beside its place and moved there.
 */
export function keepFolder(root: string, { path, files }: ProcedureFolder, mayReplace: boolean): boolean {
  const target = join(root, path);
  if (existsSync(target)) {
    if (isSame(target, files)) return false;
    if (!mayReplace) refuse('already_there', { folder: target });
  }
  const fresh = `${target}.nuevo`, old = `${target}.anterior`;
  mkdirSync(dirname(target), { recursive: true });
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(fresh, name), text);
  if (existsSync(target)) renameSync(target, old);
  renameSync(fresh, target);
  rmSync(old, { recursive: true, force: true });
  return true;
}

function isSame(folder: string, files: ProcedureFolder['files']): boolean {
  const names = Object.keys(files).sort();
  return readdirSync(folder).sort().join('\n') === names.join('\n') && names.every((name) => readFileSync(join(folder, name), 'utf8') === files[name]);
}
