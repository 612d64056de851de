import type { Db } from '#kernel/db/index.ts';
import type { EntityId, PersonId } from '#kernel/ids.ts';
import { emptyMemory, type MappingMemory } from '../domain/sheets/guess.ts';

/** What the entity has said of sheets and heads. */
export async function memoryOf(db: Db, entityId: EntityId): Promise<MappingMemory> {
  const [row] = await db.rows<{ memory: MappingMemory }>('select memory from planning.sheet_memory where entity_id = $1', [entityId]);
  return row?.memory ?? emptyMemory;
}

/** Keeps what the entity has said of sheets and heads. */
export async function keepMemory(db: Db, entityId: EntityId, memory: MappingMemory, by: PersonId, now: Date): Promise<void> {
  await db.rows(`
    insert into planning.sheet_memory (entity_id, memory, set_at, set_by) values ($1, $2, $3, $4)
    on conflict (entity_id) do update set memory = excluded.memory, set_at = excluded.set_at, set_by = excluded.set_by`, [entityId, JSON.stringify(memory), now, by]);
}
