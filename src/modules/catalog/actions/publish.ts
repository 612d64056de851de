import type { Db, Tx } from '#kernel/db/index.ts';
import type { Fault } from '#kernel/faults.ts';
import { runsHere, type ProcedureFolder } from '../domain/package.ts';
import { documentOf } from '../domain/search/document.ts';
import type { Procedure } from '../domain/types.ts';
import type { Vocabulary } from '../domain/vocabulary.ts';
import { refuse } from '../errors.ts';
import { checkWords } from '../parse/vocabulary.ts';
import { parseProcedure } from '../parse/procedure.ts';
import { readVocabulary } from '../store/procedures.ts';
import { indexDocuments, recount } from '../store/indexing.ts';
import { currentVersions, lockCatalogue, saveEntities, saveState, saveVersions, type Current, type NewVersion } from '../store/publishing.ts';
import { hashOf } from './read-folder.ts';

/** A folder whose `procedure.yaml` is sound. */
export type Sound = { readonly folder: ProcedureFolder; readonly procedure: Procedure; readonly hash: string };

/** Reads a folder's `procedure.yaml`; faults name the file with its folder. */
export function checkFolder(folder: ProcedureFolder, vocabulary: Vocabulary): { readonly sound: Sound | undefined; readonly faults: readonly Fault[] } {
  const file = `${folder.path}/procedure.yaml`;
  const { value, faults } = parseProcedure(folder.files['procedure.yaml'] ?? '', file);
  if (value === undefined) return { sound: undefined, faults };
  if (value.id !== folder.path) return { sound: undefined, faults: [...faults, misplaced(file, folder.path, value.id)] };
  return { sound: { folder, procedure: value, hash: hashOf(folder.files) }, faults: [...faults, ...checkWords(value, vocabulary, file)] };
}

const misplaced = (file: string, path: string, id: string): Fault => ({
  file, line: 1, column: 1, code: 'procedure.misplaced', severity: 'error',
  reason: `El trámite dice ser «${id}» y su carpeta es «${path}».`, mend: 'Cambie el nombre de la carpeta, o corrija «id», «slug» y «entity.key».',
});

/** Publishes what has changed; an unchanged folder makes no new version. Gives the ids of the new versions. */
export async function publishChanged(tx: Tx, sound: readonly Sound[], vocabulary: Vocabulary, now: Date): Promise<readonly string[]> {
  const current = new Map((await currentVersions(tx)).map((one) => [one.id, one]));
  refuseTakenSlugs(sound, current);
  const changed = sound.filter(({ procedure, hash }) => current.get(procedure.id)?.hash !== hash);
  if (changed.length === 0) return [];
  const versions = changed.map(({ folder, procedure, hash }): NewVersion =>
    ({ procedure, hash, version: (current.get(procedure.id)?.version ?? 0) + 1, runsHere: runsHere(folder.files), files: folder.files }));
  await saveEntities(tx, [...new Map(versions.map(({ procedure }) => [procedure.entity.key, procedure.entity])).values()]);
  await saveVersions(tx, versions, now);
  await indexDocuments(tx, versions.map((one) => documentOf(one.procedure, vocabulary, one.runsHere)));
  return versions.map((one) => one.procedure.id);
}

/** Publishes one folder, as the designer does. Refuses one with faults, naming them. Gives the version that is current afterwards. */
export async function publishProcedure(db: Db, folder: ProcedureFolder, now: Date): Promise<{ readonly procedureId: string; readonly version: number }> {
  return db.transaction(async (tx) => {
    const { folderHash } = await lockCatalogue(tx);
    const vocabulary = await readVocabulary(tx);
    const { sound, faults } = checkFolder(folder, vocabulary);
    if (sound === undefined) return refuse('faulty_folder', { path: folder.path, reasons: faults.map((fault) => fault.reason).join(' '), faults });
    const published = await publishChanged(tx, [sound], vocabulary, now);
    if (published.length > 0) {
      await recount(tx);
      await saveState(tx, { folderHash, vocabulary });
    }
    const found = (await currentVersions(tx)).find((one) => one.id === sound.procedure.id);
    return { procedureId: sound.procedure.id, version: found?.version ?? 1 };
  });
}

function refuseTakenSlugs(sound: readonly Sound[], current: ReadonlyMap<string, Current>): void {
  const owners = new Map([...current.values()].map((one) => [one.slug, one.id]));
  for (const { procedure } of sound) {
    const owner = owners.get(procedure.slug);
    if (owner !== undefined && owner !== procedure.id) refuse('slug_taken', { slug: procedure.slug, owner });
    owners.set(procedure.slug, procedure.id);
  }
}
