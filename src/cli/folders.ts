import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseVocabulary, readProcedureFolder, readProcedureFolders, type ProcedureFolder, type Vocabulary } from '#modules/catalog/index.ts';
import { shippedProcedures } from '../start/database.ts';
import { refuse } from './errors.ts';
import type { Terminal } from './terminal.ts';

/** A procedure's folder as it was read, with the words that it is classified by. */
export type Found = { readonly folder: ProcedureFolder; readonly vocabulary: Vocabulary | undefined };

/** The folders that were named: each a procedure's, or one that holds many below their entities. None named means all that are there. */
export async function findFolders(named: readonly string[], terminal: Terminal): Promise<readonly Found[]> {
  const paths = named.length > 0 ? named.map((path) => resolve(terminal.folder, path)) : [proceduresFolder(terminal)];
  const found = await Promise.all(paths.map(foldersAt));
  return found.flat();
}

/** The folder in which procedures are kept: that of the folder it is called in, or the one that came with the program. */
export function proceduresFolder(terminal: Terminal): string {
  const own = join(terminal.folder, 'procedures');
  return existsSync(own) ? own : shippedProcedures;
}

async function foldersAt(path: string): Promise<readonly Found[]> {
  if (!existsSync(path) || !statSync(path).isDirectory()) return refuse('no_folder', { folder: path });
  if (isProcedure(path)) return [{ folder: await readProcedureFolder(path), vocabulary: vocabularyOf(dirname(dirname(path))) }];
  const folders = await readProcedureFolders(path);
  const vocabulary = vocabularyOf(path);
  return folders.length > 0 ? folders.map((folder) => ({ folder, vocabulary })) : refuse('no_procedures', { folder: path });
}

const isProcedure = (path: string): boolean => ['procedure.yaml', 'form.yaml', 'flow.bpmn'].some((name) => existsSync(join(path, name)));

/** The words that the procedures below a folder are classified by. */
export function vocabularyOf(root: string): Vocabulary | undefined {
  const file = join(root, 'vocabulary.yaml');
  return existsSync(file) ? parseVocabulary(readFileSync(file, 'utf8'), 'vocabulary.yaml').value : undefined;
}
