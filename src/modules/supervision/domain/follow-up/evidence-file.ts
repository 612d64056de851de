import { fileAnswers, type Answers, type FileAnswer } from '#modules/forms/index.ts';
import { rowsOf, textOf } from '../parts.ts';

/** A file that backs what somebody did about a recommendation, with the SHA-256 of its bytes in hexadecimal. */
export type EvidenceFile = FileAnswer & { readonly sha256: string };

/** The field of the forms that takes the file. */
export const fileField = 'archivo';

/** The files of a fact, as its detail keeps them. */
export const evidenceFiles = (detail: Answers): readonly EvidenceFile[] =>
  rowsOf(detail, fileField).flatMap((row) => fileAnswers([row]).map((file) => ({ ...file, sha256: textOf(row, 'sha256') })));

/** What was written, so that it can be compared: the same bytes sent again are the same file, under whatever id they came. */
export const comparable = (detail: Answers): Answers => ({ ...detail, [fileField]: evidenceFiles(detail).map(({ name, sha256 }) => ({ name, sha256 })) });
