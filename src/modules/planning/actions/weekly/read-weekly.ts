import { basename, join } from 'node:path';
import { findEntity } from '#modules/identity/index.ts';
import type { Db } from '#kernel/db/index.ts';
import { isRefusal } from '#kernel/errors/index.ts';
import { newId, parseId, type EntityId } from '#kernel/ids.ts';
import { enqueue, type Job, type Subscription } from '#kernel/outbox/index.ts';
import type { fetchPublic } from '#kernel/net/index.ts';
import { cleanText } from '../../domain/inventory/clean.ts';
import { dropWeekly, type ImportSource } from '../../store/imports.ts';
import { logImport } from '../../store/import-log.ts';
import { findWeeklySource, takeDueSources, tellReading } from '../../store/weekly-sources.ts';
import type { Received } from '../imports/file-kind.ts';
import { receiveFile } from '../imports/receive.ts';
import { newestIn } from './watched-folder.ts';

/** What the weekly reading needs of the process: the folder whose folders are watched, and how a file of another site is asked for. */
export type WeeklyDeps = { readonly folder: string; readonly fetchFile: typeof fetchPublic };

const topic = 'planning.weekly_due', lookSeconds = 600, weekMillis = 7 * 24 * 3_600_000, retryMillis = 24 * 3_600_000;
const limits = { bytesMax: 64_000_000, secondsMax: 45 } as const;

/** Looks every ten minutes whose file is due; each is due once a week. */
export const weeklyJob: Job = { name: 'planning: weekly files', everySeconds: lookSeconds, run: (db, now) => announceDue(db, now) };

/** Has the files that are due read, each by one process. */
export const announceDue = (db: Db, now: Date): Promise<void> => db.transaction(async (tx) => {
  const due = await takeDueSources(tx, now, new Date(now.getTime() + weekMillis));
  await enqueue(tx, due.map((entityId) => ({ topic, key: `planning.weekly_due:${entityId}`, payload: { entityId } })));
});

/** Reads the file of an entity where somebody said it is, and keeps the difference for somebody to confirm. */
export const weeklyDue = (deps: WeeklyDeps): Subscription => ({
  topic, name: 'planning: read weekly files',
  handle: async (db, { payload, now }) => { const entityId = parseId<'entity'>(payload.entityId); if (entityId) await readWeekly(db, deps, entityId, now); },
});

/**
 * One reading: of the address, and of the folder. What was found before and waits still is replaced, so that a reading that comes twice leaves one. What fails is written
 * down with its reason, and tried again the next day.
 */
async function readWeekly(db: Db, deps: WeeklyDeps, entityId: EntityId, now: Date): Promise<void> {
  const source = await findWeeklySource(db, entityId), entity = await findEntity(db, entityId);
  if (!source || !entity) return;
  const { address } = source, problems: string[] = [];
  const attempt = async (from: Exclude<ImportSource, 'upload'>, name: string, get: () => Promise<Received | undefined>): Promise<void> => {
    try {
      const file = await get();
      if (file) await take(db, entityId, from, file, now);
    } catch (caught) {
      if (!isRefusal(caught)) throw caught;
      problems.push(caught.message);
      await logImport(db, entityId, { id: newId(now), source: from, fileName: name, counts: null, problem: caught.message }, 'failed', { by: undefined, at: now });
    }
  };
  if (address !== null) await attempt('address', address, async () => ({ name: nameIn(address), bytes: await deps.fetchFile(address, limits) }));
  if (source.folder) await attempt('folder', folderOf(entity.key), () => newestIn(join(deps.folder, entity.key)));
  await tellReading(db, entityId, now, problems.length === 0 ? undefined : { problem: problems.join(' '), retryAt: new Date(now.getTime() + retryMillis) });
}

async function take(db: Db, entityId: EntityId, source: Exclude<ImportSource, 'upload'>, file: Received, now: Date): Promise<void> {
  await dropWeekly(db, entityId, source);
  await receiveFile(db, { entityId, by: undefined, source }, file, now);
}

/** The folder of an entity below the data folder, as people are told it. */
export const folderOf = (entityKey: string): string => `planificacion/${entityKey}`;

const nameMax = 200;
const nameIn = (address: string): string => cleanText(decoded(basename(new URL(address).pathname))).slice(-nameMax) || 'archivo';

// What is no text in UTF-8 stays as the address writes it: a name that cannot be said must not stop the reading.
function decoded(text: string): string {
  try { return decodeURIComponent(text); } catch { return text; }
}
