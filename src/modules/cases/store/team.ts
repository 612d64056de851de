import type { Db } from '#kernel/db/index.ts';
import type { LocalDate } from '#kernel/clock.ts';
import type { EntityId, PersonId } from '#kernel/ids.ts';
import { countMax } from './queue.ts';

/** What waits in a unit; each number stops at `countMax` and one more. */
export type UnitLoad = { readonly unit: string; readonly all: number; readonly free: number; readonly late: number };

/** What an officer holds; the same limit. */
export type OfficerLoad = { readonly personId: PersonId; readonly held: number; readonly late: number };

const capped = (condition: string): string => `(select count(*)::int from (select 1 from cases.task q where q.entity_id = $1 and ${condition} limit ${countMax + 1}) c)`;

/** The load of each of these units, today being the first day that is not late. */
export const unitLoads = (db: Db, entityId: EntityId, units: readonly string[], today: LocalDate): Promise<UnitLoad[]> => db.rows<UnitLoad>(`
  select u.unit, ${capped('q.unit = u.unit')} as "all", ${capped('q.unit = u.unit and q.assignee_id is null')} as free,
    ${capped('q.unit = u.unit and q.sort_due < $3::date')} as late
  from unnest($2::text[]) with ordinality as u(unit, place) order by u.place`, [entityId, units, today]);

/** The load of each of these officers. */
export const officerLoads = (db: Db, entityId: EntityId, officers: readonly PersonId[], today: LocalDate): Promise<OfficerLoad[]> => db.rows<OfficerLoad>(`
  select o.id as "personId", ${capped('q.assignee_id = o.id')} as held, ${capped('q.assignee_id = o.id and q.sort_due < $3::date')} as late
  from unnest($2::uuid[]) as o(id)`, [entityId, officers, today]);
