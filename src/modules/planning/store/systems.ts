import { isUniqueViolation, type Db } from '#kernel/db/index.ts';
import type { EntityId } from '#kernel/ids.ts';
import type { Answers } from '#modules/forms/index.ts';
import type { System, SystemId } from '../domain/systems/system.ts';
import { refuse } from '../errors.ts';
import type { Keeper } from './entries.ts';

const columns = 'entity_id as "entityId", id, name, answers, procedures, revision, retired_on::text as "retiredOn", retired_reason as "retiredReason"';

/** A system of this entity, or a refusal. */
export async function getSystem(db: Db, entityId: EntityId, id: SystemId): Promise<System> {
  const [row] = await db.rows<System>(`select ${columns} from planning.system where entity_id = $1 and id = $2`, [entityId, id]);
  return row ?? refuse('system_not_found');
}

/** One line of the register. `procedures` counts those that were chosen and those whose entry names it; `interoperates` is null where nobody has said. */
export type SystemLine = { readonly id: SystemId; readonly name: string; readonly aliases: readonly string[]; readonly procedures: number; readonly interoperates: boolean | null; readonly since: string | null; readonly retiredOn: string | null };

const systemsMax = 500;

/** The systems of an entity by name, those in use first. */
export const systemsOf = (db: Db, entityId: EntityId): Promise<SystemLine[]> =>
  db.rows<SystemLine>(`
    select v.id, v.name, v.aliases, cardinality(v.procedures) as procedures, v.interoperates, v.since::text, v.retired_on::text as "retiredOn"
    from planning.v_system v join planning.system s using (entity_id, id) where entity_id = $1 order by v.retired_on is not null, s.sort_key limit ${systemsMax}`, [entityId]);

/** A system that entries name and nobody has registered: one way in which it is written, and how many entries do. */
export type NamedSystem = { readonly key: string; readonly name: string; readonly entries: number };

const namedMax = 100;

/** What entries name as their system and is not in the register, the most named first. */
export const unknownSystems = (db: Db, entityId: EntityId): Promise<NamedSystem[]> =>
  db.rows<NamedSystem>(`
    select e.system_key as key, min(btrim(e.answers->>'sistema')) as name, count(*)::int as entries from planning.entry e
    where e.entity_id = $1 and e.retired_at is null and e.system_key is not null and not exists (select from planning.system s where s.entity_id = $1 and e.system_key = any(s.keys))
    group by e.system_key order by count(*) desc, e.system_key limit ${namedMax}`, [entityId]);

/** A procedure that a system supports; `chosen` where somebody said so, else its entry names the system. */
export type Supported = { readonly procedureId: string; readonly slug: string; readonly name: string; readonly chosen: boolean };

/** Most procedures that a page of a system shows. */
export const supportedMax = 200;

/** The procedures that a system supports, by name. */
export const supportedBy = (db: Db, entityId: EntityId, id: SystemId): Promise<Supported[]> =>
  db.rows<Supported>(`
    select e.procedure_id as "procedureId", e.slug, e.name, e.procedure_id = any(s.procedures) as chosen
    from planning.system s join planning.entry e on e.entity_id = s.entity_id and e.retired_at is null and (e.procedure_id = any(s.procedures) or e.system_key = any(s.keys))
    where s.entity_id = $1 and s.id = $2 order by e.sort_key, e.procedure_id limit ${supportedMax + 1}`, [entityId, id]);

/** What is to be kept of a system. */
export type KeptSystem = { readonly id: SystemId; readonly name: string; readonly sortKey: string; readonly answers: Answers; readonly keys: readonly string[] };

/** Adds a system; whether its name was free. */
export async function addSystem(db: Db, { entityId, by, now }: Keeper, { id, name, sortKey, answers, keys }: KeptSystem): Promise<boolean> {
  const added = await db.rows(`
    insert into planning.system (entity_id, id, name, sort_key, answers, keys, procedures, revision, updated_at, updated_by) values ($1, $2, $3, $4, $5, $6, '{}', 1, $7, $8)
    on conflict (entity_id, sort_key) do nothing returning id`, [entityId, id, name, sortKey, JSON.stringify(answers), keys, now, by]);
  return added.length > 0;
}

/** Keeps what changed of a system; refuses a name that another has, and a state that somebody else has changed. */
export async function changeSystem(db: Db, { entityId, by, now }: Keeper, { id, name, sortKey, answers, keys }: KeptSystem, revision: number): Promise<void> {
  const changed = await db.rows(`
    update planning.system set name = $4, sort_key = $5, answers = $6, keys = $7, revision = revision + 1, updated_at = $8, updated_by = $9
    where entity_id = $1 and id = $2 and revision = $3 returning id`, [entityId, id, revision, name, sortKey, JSON.stringify(answers), keys, now, by])
    .catch((caught: unknown) => (isUniqueViolation(caught, 'system_name') ? refuse('system_known', { name }) : Promise.reject(caught)));
  if (changed.length === 0) refuse('changed_meanwhile');
}

const proceduresMax = 2_000;

/** Adds procedures of the inventory to those that a system supports, or takes them away; what is there already, or is not of the entity, changes nothing. */
export async function chooseProcedures(db: Db, { entityId, by, now }: Keeper, id: SystemId, procedureIds: readonly string[], supports: boolean): Promise<void> {
  const next = supports
    ? `select unnest(procedures) union select procedure_id from planning.entry where entity_id = $1 and procedure_id = any($3) limit ${proceduresMax}`
    : 'select unnest(procedures) except select unnest($3::text[])';
  await db.rows(`update planning.system set procedures = array(${next}), updated_at = $4, updated_by = $5 where entity_id = $1 and id = $2`, [entityId, id, procedureIds, now, by]);
}

/** Retires a system with its reason, or brings it back; whether that changed anything. */
export async function retireSystem(db: Db, { entityId, by, now }: Keeper, id: SystemId, retired: { readonly on: string; readonly reason: string } | undefined): Promise<boolean> {
  const changed = await db.rows(`
    update planning.system set retired_on = $3, retired_reason = $4, revision = revision + 1, updated_at = $5, updated_by = $6
    where entity_id = $1 and id = $2 and (retired_on is null) = ($3::date is not null) returning id`, [entityId, id, retired?.on ?? null, retired?.reason ?? null, now, by]);
  return changed.length > 0;
}
