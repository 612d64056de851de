import { audit, auditOf } from '#kernel/audit/index.ts';
import type { Db } from '#kernel/db/index.ts';

const subject = 'installation:backup';

/** Notes that a backup is complete, so that administrators see when the last one was. */
export const noteBackup = (db: Db, detail: { readonly rows: number; readonly files: number }): Promise<void> =>
  audit(db, { action: 'upkeep.backed_up', subject, person: undefined, detail });

/** When the last backup that was noted was made. */
export const lastBackup = async (db: Db): Promise<Date | undefined> => (await auditOf(db, subject, 1))[0]?.at;
