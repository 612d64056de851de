import type { Db } from '#kernel/db/index.ts';
import type { EntityId } from '#kernel/ids.ts';

/** Names units of an entity, or renames them; those that are not given stay as they are called. */
export async function nameUnits(db: Db, entityId: EntityId, names: Readonly<Record<string, string>>): Promise<void> {
  await db.rows(`
    insert into identity.unit (entity_id, key, name) select $1, key, value from jsonb_each_text($2::jsonb)
    on conflict (entity_id, key) do update set name = excluded.name where unit.name <> excluded.name`, [entityId, JSON.stringify(names)]);
}

/** The units of an entity that have a name, by their key. */
export async function unitNames(db: Db, entityId: EntityId): Promise<ReadonlyMap<string, string>> {
  const rows = await db.rows<{ key: string; name: string }>('select key, name from identity.unit where entity_id = $1', [entityId]);
  return new Map(rows.map(({ key, name }) => [key, name]));
}
