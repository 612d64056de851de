import { newId, type EntityId } from '#kernel/ids.ts';
import type { Db } from '#kernel/db/index.ts';
import { invariant } from '#kernel/errors/index.ts';
import { findEntityByKey, insertEntity, type Entity } from '../store/entities.ts';

/** The entity with this key, made when it is not there yet: loading procedures twice makes no second one. */
export async function ensureEntity(db: Db, wanted: Omit<Entity, 'id'>, now: Date): Promise<EntityId> {
  await insertEntity(db, { ...wanted, id: newId<'entity'>(now) });
  const found = await findEntityByKey(db, wanted.key);
  invariant(found, 'an entity that was just written is there');
  return found.id;
}
