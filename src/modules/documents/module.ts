import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from '#kernel/clock.ts';
import type { Config } from '#kernel/config.ts';
import type { Log } from '#kernel/log.ts';
import type { Module } from '#kernel/module.ts';
import { rescan } from './actions/rescan.ts';
import { scannerFrom, type ScannerHealth } from './scan/scanner.ts';
import { folderStore } from './store/folder-store.ts';
import { sweepLoose } from './store/loose.ts';
import { cleanTemporary } from './store/temporary.ts';
import type { Documents } from './wiring.ts';

export type DocumentsDeps = { readonly config: Pick<Config, 'dataFolder' | 'environment'>; readonly log: Log };

/** The manifest, with what the screens need to receive and show files. */
export type DocumentsModule = Module & { readonly documents: Documents; readonly antivirus: () => Promise<ScannerHealth> };

const sweepSeconds = 600;
const rescanSeconds = 300;

/** Files below `<dataFolder>/files`; the antivirus that `CLAMD` names. Shared by several processes when they share the folder. */
export function documentsModule({ config, log }: DocumentsDeps): DocumentsModule {
  const folder = join(config.dataFolder, 'files');
  const temporaryFolder = join(folder, 'tmp');
  mkdirSync(temporaryFolder, { recursive: true, mode: 0o700 });
  const documents: Documents = { store: folderStore(folder), scanner: scannerFrom(config.environment, log), temporaryFolder, log };
  return {
    name: 'documents', documents, antivirus: documents.scanner.health,
    jobs: [
      { name: 'documents.sweep', everySeconds: sweepSeconds, run: async (db, now) => { await cleanTemporary(temporaryFolder, now); await sweepLoose(db, documents.store, now); } },
      { name: 'documents.rescan', everySeconds: rescanSeconds, run: (db) => rescan(documents, db) },
    ],
    start: () => begin(documents),
  };
}

/** Cleans up after a crash, and tells the administrator at once when nobody looks for viruses. */
async function begin({ temporaryFolder, scanner, log }: Documents): Promise<void> {
  const left = await cleanTemporary(temporaryFolder, systemClock.now());
  if (left > 0) log.info('documents.interrupted_uploads_removed', { files: left });
  const { state, note } = await scanner.health();
  if (state !== 'working') log.warn('documents.antivirus', { state, note });
}
