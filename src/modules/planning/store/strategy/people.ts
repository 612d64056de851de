import type { Person } from '#kernel/access.ts';
import type { Db, Tx } from '#kernel/db/index.ts';
import type { EntityId, PersonId } from '#kernel/ids.ts';
import type { StrategyId } from './strategies.ts';
import type { Place } from './texts.ts';

/** Who answers for a section. */
export type Assignment = { readonly section: string; readonly personId: PersonId; readonly name: string };

/** Who answers for which sections. */
export const assignmentsOf = (db: Db, entityId: EntityId, id: StrategyId): Promise<Assignment[]> =>
  db.rows<Assignment>('select section, person_id as "personId", name from planning.strategy_assignment where entity_id = $1 and strategy_id = $2', [entityId, id]);

/** Gives a section to somebody, or to nobody. */
export async function assign(tx: Tx, { entityId, strategyId, section }: Place, to: Pick<Person, 'id' | 'name'> | undefined, by: PersonId, now: Date): Promise<void> {
  if (to === undefined) return void await tx.rows('delete from planning.strategy_assignment where entity_id = $1 and strategy_id = $2 and section = $3', [entityId, strategyId, section]);
  await tx.rows(`
    insert into planning.strategy_assignment (entity_id, strategy_id, section, person_id, name, assigned_at, assigned_by) values ($1, $2, $3, $4, $5, $6, $7)
    on conflict (entity_id, strategy_id, section) do update set person_id = excluded.person_id, name = excluded.name, assigned_at = excluded.assigned_at, assigned_by = excluded.assigned_by`, [entityId, strategyId, section, to.id, to.name, now, by]);
}

/** Somebody who has a section open to write in it. */
export type Writer = { readonly section: string; readonly personId: PersonId; readonly name: string; readonly since: Date };

const openMinutes = 30;

/** Who has opened which sections lately: in the last half hour, and has not saved since. */
export const writersOf = (db: Db, entityId: EntityId, id: StrategyId, now: Date): Promise<Writer[]> =>
  db.rows<Writer>('select section, person_id as "personId", name, since from planning.strategy_writer where entity_id = $1 and strategy_id = $2 and since > $3 order by since', [entityId, id, new Date(now.getTime() - openMinutes * 60_000)]);

/** Notes that somebody has opened a section to write in it. */
export const openSection = async (db: Db, { entityId, strategyId, section }: Place, by: Person, now: Date): Promise<void> => void await db.rows(`
  insert into planning.strategy_writer (entity_id, strategy_id, section, person_id, name, since) values ($1, $2, $3, $4, $5, $6)
  on conflict (entity_id, strategy_id, section, person_id) do update set since = excluded.since`, [entityId, strategyId, section, by.id, by.name, now]);

/** Notes that somebody has saved what they wrote. */
export const leaveSection = async (db: Db, { entityId, strategyId, section }: Place, by: PersonId): Promise<void> =>
  void await db.rows('delete from planning.strategy_writer where entity_id = $1 and strategy_id = $2 and section = $3 and person_id = $4', [entityId, strategyId, section, by]);
