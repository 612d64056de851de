import type { Db } from '#kernel/db/index.ts';
import { isRefusal } from '#kernel/errors/index.ts';
import { enqueue, type Subscription } from '#kernel/outbox/index.ts';
import { parseId, type EntityId, type PersonId } from '#kernel/ids.ts';
import { addImport, dropImport, type ImportId, type ImportSource } from '../../store/imports.ts';
import { advanceImport } from './advance.ts';
import type { Received } from './file-kind.ts';

const topic = 'planning.import_due', atOnceBytesMax = 300_000;

/** Whose file it is, and how it came. */
export type Sender = { readonly entityId: EntityId; readonly by: PersonId | undefined; readonly source: ImportSource };

/** Takes a file in and gives its id. A short one is read at once; a long one in the background, wherever there is a process. */
export async function receiveFile(db: Db, { entityId, by, source }: Sender, { name, bytes }: Received, now: Date): Promise<ImportId> {
  const isShort = bytes.length <= atOnceBytesMax;
  const id = await db.transaction(async (tx) => {
    const made = await addImport(tx, entityId, { by, source, fileName: name, file: bytes }, now);
    if (!isShort) await goOnLater(tx, entityId, made);
    return made;
  });
  if (isShort) await nowOrLater(db, entityId, id, now);
  return id;
}

/** Has a file compared: at once where it is short, else in the background. */
export async function goOn(db: Db, entityId: EntityId, id: ImportId, rows: number, now: Date): Promise<void> {
  if (rows <= rowsAtOnceMax) await nowOrLater(db, entityId, id, now);
  else await goOnLater(db, entityId, id);
}

const rowsAtOnceMax = 500;

// Where everybody reads files at once, this one waits its turn in the background; where we are at fault, nothing of it is left behind.
async function nowOrLater(db: Db, entityId: EntityId, id: ImportId, now: Date): Promise<void> {
  try {
    await advanceImport(db, { entityId, id }, now);
  } catch (caught) {
    if (isRefusal(caught)) return goOnLater(db, entityId, id);
    await dropImport(db, entityId, id);
    throw caught;
  }
}

const goOnLater = (db: Db, entityId: EntityId, id: ImportId): Promise<void> => enqueue(db, [{ topic, key: `planning.import_due:${id}`, payload: { entityId, id } }]);

/** Reads and compares long files in the background. */
export const importsDue: Subscription = {
  topic, name: 'planning: read imports',
  handle: async (db, { payload, now }) => {
    const entityId = parseId<'entity'>(payload.entityId), id = parseId<'inventory-import'>(payload.id);
    if (entityId && id) await advanceImport(db, { entityId, id }, now);
  },
};
