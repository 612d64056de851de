import type { Command } from '../command.ts';
import { check } from './check.ts';
import { dbBackup } from './db-backup.ts';
import { dbRestore } from './db-restore.ts';
import { exportCommand } from './export.ts';
import { importCommand } from './import.ts';
import { keysRotate } from './keys-rotate.ts';
import { rehearse } from './rehearse.ts';
import { userCommands } from './user.ts';
import { version } from './version.ts';

/** Every command, in the order of the help. To add one: its file, and its line here. */
export const commands: readonly Command[] = [check, rehearse, importCommand, exportCommand, dbBackup, dbRestore, ...userCommands, keysRotate, version];
