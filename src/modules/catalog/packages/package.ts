import { createHash } from 'node:crypto';
import type { ProcedureFiles, ProcedureFolder } from '../domain/package.ts';
import { recordOf } from '#kernel/json.ts';
import { Type, type Static } from 'typebox';
import { Check } from 'typebox/value';
import { readZip, writeZip } from './zip.ts';

const format = 'ventanilla.procedure', formatVersion = 1, manifestName = 'manifest.json';

const Manifest = Type.Object({
  format: Type.Literal(format), formatVersion: Type.Literal(formatVersion), id: Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*$' }),
  files: Type.Array(Type.Object({ name: Type.String(), bytes: Type.Integer(), sha256: Type.String() })),
});
type Manifest = Static<typeof Manifest>;

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** A procedure's folder as one file: its texts, and a manifest with the hash of each. The same folder gives the same bytes. */
export function packProcedure({ path, files }: ProcedureFolder): Buffer {
  const entries = Object.keys(files).sort().map((name) => ({ name, bytes: Buffer.from(files[name] ?? '') }));
  const manifest: Manifest = { format, formatVersion, id: path, files: entries.map(({ name, bytes }) => ({ name, bytes: bytes.length, sha256: sha256(bytes) })) };
  return writeZip([{ name: manifestName, bytes: Buffer.from(`${JSON.stringify(manifest, undefined, 2)}\n`) }, ...entries]);
}

// Names of files of a folder, and nothing that leads out of it.
const fileName = /^[a-z0-9][a-z0-9._-]{0,80}\.(yaml|bpmn|dmn|typ|svg|json|md|txt)$/;

/** The folder inside a package, or why it is none. What is not named by the manifest, or differs from it, is not accepted. */
export function unpackProcedure(zip: Buffer): { readonly folder: ProcedureFolder } | { readonly reason: string } {
  const read = readZip(zip);
  if ('reason' in read) return read;
  const manifest = parseManifest(read.entries.find(({ name }) => name === manifestName)?.bytes);
  if (typeof manifest === 'string') return { reason: manifest };
  const files = new Map(read.entries.filter(({ name }) => name !== manifestName).map(({ name, bytes }) => [name, bytes]));
  const stranger = [...files.keys()].find((name) => !fileName.test(name) || !manifest.files.some((one) => one.name === name));
  if (stranger !== undefined) return { reason: `«${stranger}» no debería estar` };
  for (const { name, sha256: expected } of manifest.files) {
    const bytes = files.get(name);
    if (!bytes || sha256(bytes) !== expected) return { reason: bytes ? `«${name}» no es el que dice el índice` : `falta «${name}»` };
  }
  const texts: ProcedureFiles = Object.fromEntries([...files].map(([name, bytes]) => [name, bytes.toString('utf8')]));
  return { folder: { path: manifest.id, files: texts } };
}

function parseManifest(bytes: Buffer | undefined): Manifest | string {
  if (!bytes) return `falta ${manifestName}`;
  const read = parse(bytes.toString('utf8'));
  if (Check(Manifest, read)) return read;
  const { format: said, formatVersion: version, id } = recordOf(read);
  if (said !== format) return `${manifestName} no es de un trámite`;
  if (typeof version === 'number' && version > formatVersion) return 'es de una versión más nueva de Ventanilla';
  return `${manifestName} está incompleto, o «${typeof id === 'string' ? id : ''}» no es el nombre de un trámite`;
}

function parse(text: string): unknown {
  try { return JSON.parse(text); } catch { return undefined; }
}
