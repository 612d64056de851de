import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ProcedureFiles, ProcedureFolder } from '../domain/package.ts';

const fileBytesMax = 1_000_000, filesMax = 50;
const readable = /\.(yaml|bpmn|dmn|typ|svg|json|md|txt)$/;

/** The texts of one procedure's folder: `procedure.yaml`, `form.yaml`, `flow.bpmn`, … Sub-folders and unknown kinds of file are left alone. */
export async function readProcedureFolder(path: string): Promise<ProcedureFolder> {
  const entries = await readdir(path, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile() && readable.test(entry.name)).map((entry) => entry.name).sort().slice(0, filesMax);
  const texts = await Promise.all(names.map(async (name) => [name, (await readFile(join(path, name), 'utf8')).slice(0, fileBytesMax)] as const));
  return { path: path.split(/[/\\]/).slice(-2).join('/') || basename(path), files: Object.fromEntries(texts) };
}

/** Every procedure's folder below `root` (`<entity>/<slug>`), in the order of their paths. */
export async function readProcedureFolders(root: string): Promise<readonly ProcedureFolder[]> {
  const entities = await foldersIn(root);
  const paths = await Promise.all(entities.map(async (entity) => (await foldersIn(join(root, entity))).map((slug) => join(root, entity, slug))));
  const folders = await Promise.all(paths.flat().map(readProcedureFolder));
  return folders.filter(({ files }) => 'procedure.yaml' in files);
}

async function foldersIn(path: string): Promise<readonly string[]> {
  const entries = await readdir(path, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.')).map((entry) => entry.name).sort();
}

/** SHA-256 in hex over names and texts; the order in which they were read does not matter. */
export function hashOf(files: ProcedureFiles): string {
  const hash = createHash('sha256');
  for (const name of Object.keys(files).sort()) {
    const text = files[name] ?? '';
    hash.update(`${name}\0${Buffer.byteLength(text)}\0`).update(text);
  }
  return hash.digest('hex');
}
