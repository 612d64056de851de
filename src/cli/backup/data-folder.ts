import { existsSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

// The database has its own way; the rest is made anew, belongs to a running process, or is on its way.
const leftOut = [/^postgres(\/|$)/, /^postgres\.log/, /^cache(\/|$)/, /^ventanilla\.lock/, /(^|\/)tmp(\/|$)/];

/** A file of the data folder that a backup keeps, by its path inside it. */
export type DataFile = { readonly path: string; readonly mode: number };

/** Uploads, certificates, keys and seals: every ordinary file of a data folder but what needs no keeping. Links are not followed. */
export function listDataFiles(folder: string): readonly DataFile[] {
  return existsSync(folder) ? below(folder, '') : [];
}

function below(root: string, inside: string): readonly DataFile[] {
  return readdirSync(join(root, inside)).sort().flatMap((name) => {
    const path = inside === '' ? name : `${inside}/${name}`;
    if (leftOut.some((pattern) => pattern.test(path))) return [];
    const stats = lstatSync(join(root, path), { throwIfNoEntry: false });
    if (stats?.isDirectory()) return below(root, path);
    return stats?.isFile() ? [{ path, mode: stats.mode & 0o777 }] : [];
  });
}
