import { readFileSync } from 'node:fs';
import { procedureOfGobbo, type ProcedureFolder, type Vocabulary } from '#modules/catalog/index.ts';
import { refuse } from '../errors.ts';

/** The procedures of a file with one record of the State's portal a line. */
export function readGobbo(file: string, vocabulary: Vocabulary | undefined): readonly ProcedureFolder[] {
  const lines = readFileSync(file, 'utf8').split('\n').map((text, index) => ({ text: text.trim(), line: index + 1 })).filter(({ text }) => text !== '');
  return lines.map(({ text, line }) => {
    const read = procedureOfGobbo(text, vocabulary);
    return 'reason' in read ? refuse('bad_gobbo', { file, line, reason: read.reason }) : read.folder;
  });
}
