/** Upkeep: what an administrator must see to, and how to mend it. The only door of the module. */
export { upkeepModule } from './module.ts';
export type { UpkeepDeps } from './wiring.ts';
export { noteBackup } from './actions/note-backup.ts';
