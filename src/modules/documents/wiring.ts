import type { Log } from '#kernel/log.ts';
import type { FileStore } from './domain/types.ts';
import type { Scanner } from './scan/scanner.ts';

/** What the functions of this module need besides the database; `documentsModule` makes it once. */
export type Documents = {
  readonly store: FileStore;
  readonly scanner: Scanner;
  /** Folder where files arrive, on the same file system as the store. */
  readonly temporaryFolder: string;
  readonly log: Log;
};
