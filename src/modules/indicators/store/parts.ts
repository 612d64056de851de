import type { Db, Tx } from '#kernel/db/index.ts';
import type { EntityId } from '#kernel/ids.ts';
import type { LocalDate } from '#kernel/clock.ts';
import type { Share } from '../domain/compute.ts';
import type { Period } from '../domain/period.ts';
import type { Operand } from '../operands/contract.ts';

/** What there is of an operand, by entity. */
export type Parts = ReadonlyMap<EntityId, readonly Share[]>;

type Row = Share & { readonly entityId: EntityId };

const byEntity = (rows: readonly Row[]): Parts => Map.groupBy(rows, ({ entityId }) => entityId);

/** How many things of an operand each entity has, as it stands on the last day of a period. */
export const countThings = async (db: Db, sql: string, { from, until }: Pick<Period, 'from' | 'until'>): Promise<Parts> => byEntity(await db.rows<Row>(`
  with days as (select $1::date as first, $2::date as last)
  select entity_id as "entityId", 0 as bucket, count(*)::int as n from days, lateral (${sql}) t where entity_id is not null group by 1`, [from, until]));

/** What the counters hold of each measure in a period. Months and years are read from counters by month, days and weeks from those by day. */
export async function countCases(db: Db, { kind, from, until }: Period): Promise<ReadonlyMap<string, Parts>> {
  const [table, day] = kind === 'month' || kind === 'year' ? ['indicators.monthly', 'month'] as const : ['indicators.tally', 'day'] as const;
  const rows = await db.rows<Row & { readonly measure: string }>(`
    select entity_id as "entityId", measure, bucket, sum(n)::int as n from ${table} where ${day} between $1 and $2 group by 1, 2, 3 having sum(n) <> 0`, [from, until]);
  return new Map([...Map.groupBy(rows, ({ measure }) => measure)].map(([measure, found]) => [measure, byEntity(found)]));
}

/**
 * Days whose counters changed since their figures were computed, the latest first; they are taken away, and come back where the caller's transaction fails. None as
 * long as the cases from before are still being looked at.
 */
export async function takeStaleDays(db: Tx, limit: number): Promise<readonly LocalDate[]> {
  const rows = await db.rows<{ day: LocalDate }>(`
    delete from indicators.stale_day where day in (select day from indicators.stale_day order by day desc limit $1 for update)
      and exists (select 1 from indicators.cursor where source = 'cases' and position is not null and looked_at is null) returning day::text`, [limit]);
  return rows.map(({ day }) => day);
}

/** Whether the operand moves with what happens to cases, and not with how things stand. */
export const isOfCases = ({ counts }: Operand): boolean => counts.kind === 'cases';
