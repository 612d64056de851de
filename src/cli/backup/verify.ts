import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { refuse } from '../errors.ts';
import type { Manifest } from './manifest.ts';
import { hashFile } from './streams.ts';

/** Reads a whole backup and refuses it when a file is missing or is not the one that was written. */
export async function verifyBackup(folder: string, manifest: Manifest, tell: (what: string, done: number, all: number) => void): Promise<void> {
  const expected = [...manifest.tables.map(({ file, fileSha256 }) => [file, fileSha256] as const), ...manifest.files.map(({ path, sha256 }) => [`files/${path}`, sha256] as const)];
  for (const [index, [path, sha256]] of expected.entries()) {
    tell('Comprobando el respaldo', index + 1, expected.length);
    const file = join(folder, path);
    if (path.split('/').includes('..')) refuse('damaged_backup', { folder, reason: `nombra un archivo fuera de su carpeta` });
    if (!existsSync(file)) refuse('damaged_backup', { folder, reason: `falta ${path}` });
    if ((await hashFile(file)).sha256 !== sha256) refuse('damaged_backup', { folder, reason: `${path} fue alterado` });
  }
}
