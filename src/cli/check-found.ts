import { checkWords } from '#modules/catalog/index.ts';
import { templateReader } from '#modules/certificates/index.ts';
import { checkFolder, type CheckedFolder } from '#modules/cases/index.ts';
import type { Found } from './folders.ts';

/** Checks folders one after the other with one compiler of certificates; `onEach` is told how many are done. */
export async function checkFound(found: readonly Found[], onEach: (done: number) => void = () => undefined): Promise<readonly CheckedFolder[]> {
  const readTemplate = templateReader();
  const checked: CheckedFolder[] = [];
  for (const { folder, vocabulary } of found) {
    const one = await checkFolder(folder, readTemplate);
    const words = vocabulary && one.parts.procedure ? checkWords(one.parts.procedure, vocabulary, `${folder.path}/procedure.yaml`) : [];
    checked.push({ ...one, faults: [...one.faults, ...words] });
    onEach(checked.length);
  }
  return checked;
}
