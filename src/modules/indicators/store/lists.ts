import type { Db, Tx } from '#kernel/db/index.ts';
import type { EntityId } from '#kernel/ids.ts';
import type { Indicator } from '../domain/indicator.ts';
import type { Population } from '../domain/population.ts';
import { country } from './figures.ts';

/** Writes lists that the database does not have in this version; what it has stays as it is. */
export async function keepPopulations(tx: Tx, lists: readonly Population[]): Promise<void> {
  await tx.rows(`
    with given as (select * from jsonb_to_recordset($1::jsonb) as g(list text, version int, name text, source text, confirmed boolean, since date, everybody boolean, entities jsonb)),
    kept as (
      insert into indicators.population (list, version, name, source, confirmed, since, everybody) select list, version, name, source, confirmed, since, everybody from given
      on conflict (list, version) do nothing returning list, version
    )
    insert into indicators.population_member (list, version, entity_key)
    select g.list, g.version, key from kept join given g using (list, version), jsonb_array_elements_text(g.entities) key on conflict do nothing`, [JSON.stringify(lists)]);
}

/** Writes the goals of the country as the definitions say them now. */
export async function keepNationalGoals(db: Db, indicators: readonly Indicator[], now: Date): Promise<void> {
  const goals = indicators.flatMap(({ code, goal, plan }) => (goal?.value === undefined || goal.year === undefined ? [] : [{ code, year: goal.year, value: goal.value, state: goal.state, source: plan }]));
  await db.rows(`
    insert into indicators.target as t (entity_id, indicator, year, goal, state, source, set_at)
    select $1, code, year, value, state, source, $3 from jsonb_to_recordset($2::jsonb) as g(code text, year int, value numeric, state text, source text)
    on conflict (entity_id, indicator, year) do update set goal = excluded.goal, state = excluded.state, source = excluded.source, set_at = excluded.set_at
    where (t.goal, t.state, t.source) is distinct from (excluded.goal, excluded.state, excluded.source)`, [country, JSON.stringify(goals), now]);
}

/** Who belongs to a list as it is now, and which version that is. */
export type Members = { readonly version: number | null; readonly entities: readonly EntityId[] };

/** The members of every list, by its name. */
export async function membersOfLists(db: Db): Promise<ReadonlyMap<string, Members>> {
  const rows = await db.rows<{ list: string; version: number; entityId: EntityId }>('select list, version, entity_id as "entityId" from indicators.v_population');
  return new Map([...Map.groupBy(rows, ({ list }) => list)].map(([list, found]) => [list, { version: found[0]?.version ?? null, entities: found.map(({ entityId }) => entityId) }]));
}

/** What is said of a list: how it is called, since when it is so, who says so, and whether that is official. */
export type ListCard = { readonly name: string; readonly version: number; readonly source: string; readonly confirmed: boolean; readonly since: string };

/** The card of a list as it is now. */
export async function findList(db: Db, list: string): Promise<ListCard | undefined> {
  const [row] = await db.rows<ListCard>('select name, version, source, confirmed, since::text from indicators.population where list = $1 order by version desc limit 1', [list]);
  return row;
}

/** Whether an entity belongs to a list as it is now. */
export const isOnList = async (db: Db, list: string, entityId: EntityId): Promise<boolean> => (await db.rows('select 1 from indicators.v_population where list = $1 and entity_id = $2', [list, entityId])).length > 0;
