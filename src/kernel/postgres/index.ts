/**
 * The database that Ventanilla brings along: a real Postgres, run as a child process in a folder of its own.
 * Whoever sets DATABASE_URL needs none of this.
 */
export { startEmbedded, findEmbedded } from './embedded.ts';
export type { Embedded, EmbeddedOptions, EmbeddedUrls } from './embedded.ts';
export { explainStartFailure, isExplained } from './failures.ts';
// The parts below also start the throw-away servers of the tests.
export { chooseAccount } from './account.ts';
export type { Account } from './account.ts';
export { findBinaries } from './binaries.ts';
export { launch, run } from './programs.ts';
