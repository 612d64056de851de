/** Documents: the only door. Receives, checks, keeps, previews and serves the files that people upload. */
export { fileKinds, isFileKind } from './domain/kinds.ts';
export type { FileKind, FileKindRow } from './domain/kinds.ts';
