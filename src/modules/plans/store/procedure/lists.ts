import type { LocalDate } from '#kernel/clock.ts';
import type { Db } from '#kernel/db/index.ts';
import type { EntityId } from '#kernel/ids.ts';
import type { PlanHead, PlanId, PlanState } from '../../domain/plan/plan.ts';

/** A plan in a list of plans of several entities. */
export type PlanLine = {
  readonly id: PlanId; readonly entityName: string; readonly title: string; readonly version: number; readonly state: PlanState; readonly isExample: boolean; readonly round: number;
  /** Last day of the term that runs, and the one first given. */
  readonly due: LocalDate | null; readonly registeredAt: Date | null; readonly updatedAt: Date;
};

/** Which plans the agency looks at: those that wait for it, those that wait for their entity, or every one that was registered. */
export type QueueFilter = 'ours' | 'theirs' | 'all';

/** Where a page of a list ends: the next begins after it. */
export type AfterLine = { readonly due: string; readonly id: PlanId };

export const queueSize = 50;

const line = `p.id, e.name as "entityName", p.title, p.version, p.state, p.is_example as "isExample", (s.process->>'round')::int as round, s.due::text, p.registered_at as "registeredAt", s.updated_at as "updatedAt"`;
const joined = 'plans.procedure s join plans.plan p on p.entity_id = s.entity_id and p.id = s.plan_id join identity.v_entity e on e.id = p.entity_id';
const filters: Readonly<Record<QueueFilter, string>> = { ours: "s.element = 'revision'", theirs: "s.element in ('ajuste', 'aprobacion_digital', 'resolucion', 'registro_resolucion')", all: "p.state <> 'draft'" };
const never = '9999-12-31';

/** Registered plans of every entity, what is due first before the rest; one more than a page where there are more. */
export const planQueue = (db: Db, filter: QueueFilter, after: AfterLine | undefined): Promise<PlanLine[]> => db.rows<PlanLine>(`
  select ${line} from ${joined} where ${filters[filter]} and ($1::date is null or (coalesce(s.due, '${never}'), s.plan_id) > ($1::date, $2::uuid))
  order by coalesce(s.due, '${never}'), s.plan_id limit ${queueSize + 1}`, [after?.due ?? null, after?.id ?? null]);

/** How a line is named when the next page begins after it. */
export const endOf = ({ due, id }: PlanLine): AfterLine => ({ due: due ?? never, id });

/** How many plans wait for the agency. */
export async function countWaiting(db: Db): Promise<number> {
  const [row] = await db.rows<{ count: number }>(`select count(*)::int as count from plans.procedure s where ${filters.ours}`);
  return row?.count ?? 0;
}

const coordinatedMax = 200;

/** Registered plans that contribute to one of these goals, the last changed first; two hundred at most. */
export const plansContributing = (db: Db, goals: readonly string[]): Promise<PlanLine[]> => db.rows<PlanLine>(`
  select ${line} from ${joined} where p.state <> 'draft' and exists (select 1 from jsonb_path_query(p.content, '$.contribuciones[*]') c where c->>'meta' = any($1))
  order by s.updated_at desc, s.plan_id limit ${coordinatedMax}`, [goals]);

/** The other version of an entity's plan that is in force; an example takes the place of an example only. */
export async function inForceBefore(db: Db, { entityId, id, isExample }: Pick<PlanHead, 'entityId' | 'id' | 'isExample'>): Promise<PlanId | undefined> {
  const [row] = await db.rows<{ id: PlanId }>("select id from plans.plan where entity_id = $1 and id <> $2 and is_example = $3 and state = 'in_force' order by version limit 1", [entityId, id, isExample]);
  return row?.id;
}

/** Whether another version of the entity's plan is on its way, or a later one is in force: then this one can't be registered. */
export const isOvertaken = async (db: Db, { entityId, id, version, isExample }: Pick<PlanHead, 'entityId' | 'id' | 'version' | 'isExample'>): Promise<boolean> => (await db.rows(`
  select 1 from plans.plan where entity_id = $1 and id <> $2 and is_example = $4
    and (state in ('registered', 'observed', 'conforming', 'approved', 'authority_approved') or (state = 'in_force' and version > $3)) limit 1`, [entityId, id, version, isExample])).length > 0;

/** Plans whose term runs, for computing it again: so many after an id. */
export async function runningAfter(db: Db, after: PlanId | undefined, limit: number): Promise<PlanId[]> {
  const rows = await db.rows<{ id: PlanId }>('select plan_id as id from plans.procedure where due is not null and ($1::uuid is null or plan_id > $1) order by plan_id limit $2', [after ?? null, limit]);
  return rows.map(({ id }) => id);
}

const termsMax = 200;

/** Plans with terms that an entity has to keep: its own that are on their way and not overtaken, and for the agency those that wait for it; two hundred at most, what is due first before the rest. */
export async function plansWithTerms(db: Db, entityId: EntityId, isAgency: boolean): Promise<PlanId[]> {
  const rows = await db.rows<{ id: PlanId }>(`
    select p.id from plans.plan p left join plans.procedure s on s.entity_id = p.entity_id and s.plan_id = p.id
    where not p.is_example and p.state not in ('closed', 'superseded') and ((p.entity_id <> $1 and $2 and s.element = 'revision') or (p.entity_id = $1 and (p.state <> 'draft' or not exists (
      select 1 from plans.plan o where o.entity_id = p.entity_id and o.id <> p.id and not o.is_example and o.registered_at is not null))))
    order by s.due nulls last, p.id limit ${termsMax}`, [entityId, isAgency]);
  return rows.map(({ id }) => id);
}
