import type { Db } from '#kernel/db/index.ts';
import type { EntityId, FileId } from '#kernel/ids.ts';
import type { FileOwner } from '../domain/types.ts';
import { refuse } from '../errors.ts';
import { deleteFile, findFile } from '../store/files.ts';

/** Takes a file out of a draft; its bytes go within the hour unless another file has the same. Removing it again changes nothing. */
export async function removeFile(db: Db, entityId: EntityId, owner: FileOwner, id: FileId, now: Date): Promise<void> {
  const file = await findFile(db, entityId, id);
  if (file === undefined) return;
  if (file.owner !== owner) return refuse('not_found');
  if (!owner.startsWith('draft:')) return refuse('kept', { name: file.name });
  await deleteFile(db, file, now);
}
