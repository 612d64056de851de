import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { recordOf } from '#kernel/json.ts';
import { Type, type Static } from 'typebox';
import { Check } from 'typebox/value';
import { refuse } from '../errors.ts';

const format = 'ventanilla.backup';
const formatVersion = 1;
export const manifestFile = 'manifest.json';

const Sha256 = Type.String({ pattern: '^[0-9a-f]{64}$' });

// Names of tables and columns as Postgres quotes them. They come to stand in statements of the database's owner, so nothing else may be in them.
const word = '(?:[a-z_][a-z0-9_]*|"[a-z_][a-z0-9_]*")';
const Column = Type.String({ pattern: `^${word}$` }), TableName = Type.String({ pattern: `^${word}\\.${word}$` });

/** A table as it was kept: its rows in one compressed file. `sha256` is of the rows as Postgres writes them (COPY in text format), `fileSha256` of the file. */
const KeptTable = Type.Object({
  name: TableName, columns: Type.Array(Column), rows: Type.Integer(), file: Type.String({ pattern: '^database/[^/]+$' }), sha256: Sha256, fileSha256: Sha256, fileBytes: Type.Integer(),
});
export type KeptTable = Static<typeof KeptTable>;

/** A file of the data folder. `mode` are its permissions, because keys are only for their owner. */
const KeptFile = Type.Object({ path: Type.String({ minLength: 1 }), bytes: Type.Integer(), sha256: Sha256, mode: Type.Integer({ minimum: 0, maximum: 0o777 }) });
export type KeptFile = Static<typeof KeptFile>;

const Manifest = Type.Object({
  format: Type.Literal(format), formatVersion: Type.Literal(formatVersion), version: Type.String(), createdAt: Type.String(), postgres: Type.String(),
  migrations: Type.Array(Type.Object({ name: Type.String(), sha256: Sha256 })), tables: Type.Array(KeptTable),
  // The last number that each sequence gave, or null.
  sequences: Type.Array(Type.Object({ name: Type.String(), last: Type.Union([Type.String(), Type.Null()]) })), files: Type.Array(KeptFile),
});

/** What a backup holds. It is written last: a folder without it is no backup. */
export type Manifest = Static<typeof Manifest>;

/** A manifest of this format. */
export const manifestOf = (content: Omit<Manifest, 'format' | 'formatVersion'>): Manifest => ({ format, formatVersion, ...content });

/** Reads the manifest of a backup, or refuses a folder that is none. */
export function readManifest(folder: string): Manifest {
  const file = join(folder, manifestFile);
  if (!existsSync(file)) return refuse('no_backup', { folder });
  const read = parse(readFileSync(file, 'utf8'));
  if (Check(Manifest, read)) return read;
  const { format: said, formatVersion: version } = recordOf(read);
  if (said === format && typeof version === 'number' && version > formatVersion) return refuse('other_version', { names: `formato ${version}` });
  return refuse('damaged_backup', { folder, reason: 'manifest.json no se puede leer' });
}

function parse(text: string): unknown {
  try { return JSON.parse(text); } catch { return undefined; }
}
