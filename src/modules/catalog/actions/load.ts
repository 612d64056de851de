import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Db, Tx } from '#kernel/db/index.ts';
import type { Fault } from '#kernel/faults.ts';
import { runsHere, type ProcedureFolder } from '../domain/package.ts';
import { documentOf } from '../domain/search/document.ts';
import type { Vocabulary } from '../domain/vocabulary.ts';
import { parseVocabulary } from '../parse/vocabulary.ts';
import { indexDocuments, recount } from '../store/indexing.ts';
import { readVocabulary } from '../store/procedures.ts';
import { currentVersions, lockCatalogue, restore, saveState, withdraw } from '../store/publishing.ts';
import { checkFolder, publishChanged, type Sound } from './publish.ts';
import { hashOf, readProcedureFolders } from './read-folder.ts';

/** What a load did. Folders with errors are left as they were published before; their faults say why. */
export type Loaded = { readonly published: readonly string[]; readonly withdrawn: readonly string[]; readonly total: number; readonly faults: readonly Fault[] };

/**
 * Brings the published catalogue in line with a folder of procedures. New and changed folders become new versions, folders that are gone
 * are withdrawn, unchanged ones are left alone; when nothing at all has changed it is one small query. `checkRest` looks at what a folder has besides its
 * card; with an error there it is not published either.
 */
export async function loadCatalog(db: Db, folder: string, now: Date, checkRest: CheckRest = async () => []): Promise<Loaded> {
  const [folders, vocabularyText] = await Promise.all([readProcedureFolders(folder), readFile(join(folder, 'vocabulary.yaml'), 'utf8').catch(() => undefined)]);
  const folderHash = hashOfAll(folders, vocabularyText ?? '');
  const [state] = await db.rows<{ folder_hash: string }>('select folder_hash from catalog.state');
  if (state?.folder_hash === folderHash) return { published: [], withdrawn: [], total: folders.length, faults: [] };
  const words = vocabularyText === undefined ? undefined : parseVocabulary(vocabularyText, 'vocabulary.yaml');
  const vocabulary = words?.value ?? (await readVocabulary(db));
  const checked = await checkAll(folders, vocabulary, checkRest);
  const sound = checked.flatMap((one) => one.sound ?? []);
  const faults = [...(words?.faults ?? []), ...checked.flatMap((one) => one.faults)];
  // With errors the folder is looked at again at every start, so that they are told again.
  const kept = faults.some((fault) => fault.severity === 'error') ? '' : folderHash;
  const done = await db.transaction((tx) => bringInLine(tx, { folders, sound, vocabulary, folderHash: kept, now }));
  return { ...done, total: sound.length, faults };
}

/** Looks at everything in a folder that another module understands; gives its faults. */
export type CheckRest = (folder: ProcedureFolder) => Promise<readonly Fault[]>;

type Checked = ReturnType<typeof checkFolder>;

async function checkAll(folders: readonly ProcedureFolder[], vocabulary: Vocabulary, checkRest: CheckRest): Promise<readonly Checked[]> {
  const checked: Checked[] = [];
  for (const one of folders) {
    const card = checkFolder(one, vocabulary);
    const rest = card.sound && runsHere(one.files) ? await checkRest(one) : [];
    const isBroken = rest.some(({ severity }) => severity === 'error');
    checked.push({ sound: isBroken ? undefined : card.sound, faults: [...card.faults, ...rest] });
  }
  return checked;
}

type Wanted = { readonly folders: readonly ProcedureFolder[]; readonly sound: readonly Sound[]; readonly vocabulary: Vocabulary; readonly folderHash: string; readonly now: Date };

async function bringInLine(tx: Tx, { folders, sound, vocabulary, folderHash, now }: Wanted): Promise<Pick<Loaded, 'published' | 'withdrawn'>> {
  const before = await lockCatalogue(tx);
  if (folderHash !== '' && before.folderHash === folderHash) return { published: [], withdrawn: [] };
  const present = new Set(folders.map((one) => one.path));
  const known = await currentVersions(tx);
  const gone = known.filter((one) => !one.withdrawn && !present.has(one.id)).map((one) => one.id);
  const back = known.filter((one) => one.withdrawn && present.has(one.id)).map((one) => one.id);
  const published = await publishChanged(tx, sound, vocabulary, now);
  if (gone.length > 0) await withdraw(tx, gone, now);
  if (back.length > 0) await restore(tx, back);
  // The vocabulary has a part in every document: names of categories, stop words, what comes first.
  const stale = sound.filter(({ procedure }) => !published.includes(procedure.id));
  if (stale.length > 0) await indexDocuments(tx, stale.map((one) => documentOf(one.procedure, vocabulary, runsHere(one.folder.files))));
  await recount(tx);
  await saveState(tx, { folderHash, vocabulary });
  return { published, withdrawn: gone };
}

function hashOfAll(folders: readonly ProcedureFolder[], vocabulary: string): string {
  const hash = createHash('sha256').update(vocabulary);
  for (const { path, files } of folders) hash.update(`${path}\0${hashOf(files)}\0`);
  return hash.digest('hex');
}
