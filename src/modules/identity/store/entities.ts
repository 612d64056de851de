import type { Db } from '#kernel/db/index.ts';
import type { EntityId } from '#kernel/ids.ts';

/** An institution of this installation. `department` is its two-letter code, absent for those of the whole country. */
export type Entity = { readonly id: EntityId; readonly key: string; readonly name: string; readonly acronym: string; readonly department: string | null };

const columns = 'id, key, name, acronym, department';

/** The entity with this key, such as `aduana-nacional`. */
export async function findEntityByKey(db: Db, key: string): Promise<Entity | undefined> {
  const [row] = await db.rows<Entity>(`select ${columns} from identity.entity where key = $1`, [key]);
  return row;
}

/** The entity with this id. */
export async function findEntity(db: Db, id: EntityId): Promise<Entity | undefined> {
  const [row] = await db.rows<Entity>(`select ${columns} from identity.entity where id = $1`, [id]);
  return row;
}

/** Every entity, by name. */
export async function listEntities(db: Db): Promise<Entity[]> {
  return db.rows<Entity>(`select ${columns} from identity.entity order by name, id`);
}

/** Writes an entity; one with the same key stays as it is. */
export async function insertEntity(db: Db, made: Entity): Promise<void> {
  await db.rows('insert into identity.entity (id, key, name, acronym, department) values ($1, $2, $3, $4, $5) on conflict (key) do nothing', [made.id, made.key, made.name, made.acronym, made.department]);
}
