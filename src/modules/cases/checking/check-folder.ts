import type { ProcedureFolder } from '#modules/catalog/index.ts';
import type { Checked, Fault } from '#kernel/faults.ts';
import { crossChecks } from './cross.ts';
import { readParts, type Parts } from './parts.ts';
import { samplesOf, type Sample } from './sample.ts';

/** Reads a certificate.typ and tries it with a sample; the certificates module makes one. */
export type ReadTemplate = (text: string, file: string, sample: Sample) => Checked<unknown>;

/** What checking a folder found. Faults name their file with the folder's path. */
export type CheckedFolder = { readonly path: string; readonly parts: Parts; readonly faults: readonly Fault[] };

/**
 * Checks everything in a procedure's folder: every file by its own module, and then that they agree with each other. Used by `ventanilla check` and
 * before publishing: a folder with an error must not run. Pure but for the compiler of certificates behind `readTemplate`.
 */
export async function checkFolder({ path, files }: ProcedureFolder, readTemplate: ReadTemplate): Promise<CheckedFolder> {
  const { parts, faults } = await readParts(files);
  const all = [...missing(files), ...faults, ...crossChecks.flatMap((check) => check(parts)), ...checkTemplate(parts, readTemplate), ...misplaced(path, parts)];
  return { path, parts, faults: distinct(all).map((fault) => ({ ...fault, file: `${path}/${fault.file}` })) };
}

/** Whether nothing in a folder keeps it from being published. */
export const isSound = ({ faults }: Pick<CheckedFolder, 'faults'>): boolean => faults.every(({ severity }) => severity !== 'error');

const missing = (files: ProcedureFolder['files']): readonly Fault[] =>
  ('procedure.yaml' in files ? [] : [{ file: 'procedure.yaml', line: 1, column: 1, code: 'folder.no_procedure', severity: 'error', reason: 'Falta procedure.yaml.', mend: 'Agréguelo: dice qué es el trámite, para quién y qué pide.' }]);

function misplaced(path: string, { procedure }: Parts): readonly Fault[] {
  if (procedure === undefined || procedure.id === path) return [];
  return [{ file: 'procedure.yaml', line: 1, column: 1, code: 'procedure.misplaced', severity: 'error', reason: `El trámite dice ser «${procedure.id}» y su carpeta es «${path}».`, mend: 'Cambie el nombre de la carpeta, o corrija «id», «slug» y «entity.key».' }];
}

function checkTemplate(parts: Parts, readTemplate: ReadTemplate): readonly Fault[] {
  const text = parts.files['certificate.typ'];
  if (text === undefined) return [];
  return samplesOf(parts).map((sample) => readTemplate(text, 'certificate.typ', sample).faults).find((faults) => faults.length > 0) ?? [];
}

// Two readers may stumble over the same thing.
const distinct = (faults: readonly Fault[]): readonly Fault[] => {
  const seen = new Set<string>();
  return faults.filter(({ file, line, column, reason }) => { const key = `${file}:${line}:${column} ${reason}`; return !seen.has(key) && seen.add(key); });
};
