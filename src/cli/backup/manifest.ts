import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { refuse } from '../errors.ts';

/** A table as it was kept: its rows in one compressed file, with the hash of the rows themselves and of the file. */
export type KeptTable = {
  readonly name: string; readonly columns: readonly string[]; readonly rows: number; readonly file: string;
  /** SHA-256 of the rows as Postgres writes them (COPY in text format, UTF-8). */
  readonly sha256: string;
  readonly fileSha256: string; readonly fileBytes: number;
};

/** A sequence: the last number it gave, or `null` when it has given none. */
export type KeptSequence = { readonly name: string; readonly last: string | null };

/** A file of the data folder. `mode` are its permissions, because keys are only for their owner. */
export type KeptFile = { readonly path: string; readonly bytes: number; readonly sha256: string; readonly mode: number };

/** What a backup holds. It is written last: a folder without it is no backup. */
export type Manifest = {
  readonly format: typeof format; readonly formatVersion: typeof formatVersion;
  readonly version: string; readonly createdAt: string; readonly postgres: string;
  readonly migrations: readonly { readonly name: string; readonly sha256: string }[];
  readonly tables: readonly KeptTable[]; readonly sequences: readonly KeptSequence[]; readonly files: readonly KeptFile[];
};

export const format = 'ventanilla.backup';
export const formatVersion = 1;
export const manifestFile = 'manifest.json';

/** Reads the manifest of a backup, or refuses a folder that is none. */
export function readManifest(folder: string): Manifest {
  const file = join(folder, manifestFile);
  if (!existsSync(file)) return refuse('no_backup', { folder });
  const manifest = parse(readFileSync(file, 'utf8'));
  if (manifest?.format !== format) return refuse('damaged_backup', { folder, reason: 'manifest.json no se puede leer' });
  if (manifest.formatVersion !== formatVersion) return refuse('other_version', { names: `formato ${String(manifest.formatVersion)}` });
  return manifest as Manifest;
}

function parse(text: string): Partial<Manifest> | undefined {
  try { return JSON.parse(text) as Partial<Manifest>; } catch { return undefined; }
}
