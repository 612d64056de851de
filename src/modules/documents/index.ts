/** Documents: the only door. Receives, checks, keeps, previews and serves the files that people upload. */
export { documentsModule } from './module.ts';
export type { DocumentsDeps, DocumentsModule } from './module.ts';
export type { Documents } from './wiring.ts';
export { receiveUpload } from './actions/receive.ts';
export type { FilePart, Placement, UploadLimits } from './actions/receive.ts';
export { removeFile } from './actions/remove.ts';
export { previewOf, serveDownload, servePreview } from './actions/serve.ts';
export { pageCount } from './preview/preview.ts';
export { folderStore } from './store/folder-store.ts';
export { adoptFiles, countNotScanned, filesOf, findFile, getFile } from './store/files.ts';
export { fileKinds, isFileKind } from './domain/kinds.ts';
export type { FileKind, FileKindRow } from './domain/kinds.ts';
export { sayBytes } from './domain/sentences.ts';
export type { FileOwner, FileStore, ScanState, StoredFile } from './domain/types.ts';
export type { ScannerHealth } from './scan/scanner.ts';
