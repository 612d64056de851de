import type { Db } from '#kernel/db/index.ts';
import { invariant } from '#kernel/errors/index.ts';
import { newId, type EntityId } from '#kernel/ids.ts';
import { resourceProblems, type Resource, type ResourceDefinition, type ResourceId } from '../domain/resource.ts';
import { refuse } from '../errors.ts';

type Row = { readonly entity_id: EntityId; readonly id: ResourceId; readonly definition: ResourceDefinition };

const toResource = ({ entity_id: entityId, id, definition }: Row): Resource => ({ ...definition, entityId, id });

/**
 * Writes what a procedure says of a resource, or changes it when it says something else now; the key keeps its id. Appointments that are
 * booked already stay, also where the new hours have no such slot.
 */
export async function defineResource(db: Db, entityId: EntityId, definition: ResourceDefinition, now: Date): Promise<Resource> {
  const problem = resourceProblems(definition)[0];
  invariant(problem === undefined, `the definition of resource ${definition.key} is right, but: ${problem}`);
  const [row] = await db.rows<Row>(`
    insert into appointments.resource as r (entity_id, id, key, definition, defined_at) values ($1, $2, $3, $4, $5)
    on conflict on constraint resource_key do update set definition = excluded.definition,
      defined_at = case when r.definition = excluded.definition then r.defined_at else excluded.defined_at end
    returning entity_id, id, definition`, [entityId, newId<'resource'>(now), definition.key, JSON.stringify(definition), now]);
  invariant(row, 'an upsert gives its row');
  return toResource(row);
}

/** The resource of an entity by its key, as the flow names it. */
export async function findResource(db: Db, entityId: EntityId, key: string): Promise<Resource | undefined> {
  const [row] = await db.rows<Row>('select entity_id, id, definition from appointments.resource where entity_id = $1 and key = $2', [entityId, key]);
  return row && toResource(row);
}

/** The resource with an id, or a refusal. */
export async function getResource(db: Db, entityId: EntityId, id: ResourceId): Promise<Resource> {
  const [row] = await db.rows<Row>('select entity_id, id, definition from appointments.resource where entity_id = $1 and id = $2', [entityId, id]);
  return row ? toResource(row) : refuse('resource_not_found');
}

/** All resources of an entity, by name. */
export async function listResources(db: Db, entityId: EntityId): Promise<readonly Resource[]> {
  const rows = await db.rows<Row>(`select entity_id, id, definition from appointments.resource where entity_id = $1 order by definition->>'name', id`, [entityId]);
  return rows.map(toResource);
}

/** Resources of every entity, which a changed calendar may close. */
export async function listAllResources(db: Db): Promise<readonly Resource[]> {
  return (await db.rows<Row>('select entity_id, id, definition from appointments.resource order by entity_id, id')).map(toResource);
}
