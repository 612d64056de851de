import type { Db } from '#kernel/db/index.ts';
import type { EntityId } from '#kernel/ids.ts';

/** A plan of electronic government of an entity as the plans publish it: its state is the code they use. */
export type PlanLine = { readonly title: string; readonly state: string; readonly fromYear: number; readonly toYear: number };

const shownMax = 5;

/** The newest versions of the plan of an entity. */
export const plansOf = (db: Db, entityId: EntityId): Promise<PlanLine[]> =>
  db.rows<PlanLine>(`select title, state, from_year as "fromYear", to_year as "toYear" from plans.v_plan where entity_id = $1 order by version desc limit ${shownMax}`, [entityId]);
