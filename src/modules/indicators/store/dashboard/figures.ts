import type { Db } from '#kernel/db/index.ts';
import type { EntityId } from '#kernel/ids.ts';
import type { ShownFigure } from '../../domain/dashboard/choose.ts';
import type { DatedFigure } from '../../domain/dashboard/figures.ts';
import type { Target } from '../../domain/dashboard/standing.ts';
import type { PeriodKind } from '../../domain/period.ts';

/** A figure of one origin, as it is shown beside one of the other. */
export type PlainFigure = { readonly num: number | null; readonly den: number | null; readonly value: number | null; readonly cutOff: Date };

/** What the program counted of an entity (or the country) in a period, if anything. */
export async function figureAt(db: Db, entityId: EntityId, indicator: string, period: string): Promise<PlainFigure | undefined> {
  const [row] = await db.rows<PlainFigure>(`select num::float8, den::float8, value::float8, cut_off as "cutOff" from indicators.observation where indicator = $1 and entity_id = $2 and period = $3 and origin = 'computed'`, [indicator, entityId, period]);
  return row;
}

/** Every figure of an entity (or the country) in one year, of both origins: one row an indicator and origin. */
export const figuresOfYear = (db: Db, entityId: EntityId, indicators: readonly string[], year: number): Promise<(ShownFigure & { readonly indicator: string })[]> => db.rows<ShownFigure & { readonly indicator: string }>(`
  select indicator, origin, num::float8, den::float8, value::float8, cut_off as "cutOff" from indicators.observation where indicator = any($1) and entity_id = $2 and period_kind = 'year' and period = $3`, [indicators, entityId, String(year)]);

/** The course of every indicator of an entity (or the country): computed values by month from a month on, each in the order of time. */
export async function coursesOf(db: Db, entityId: EntityId, indicators: readonly string[], fromMonth: string): Promise<ReadonlyMap<string, readonly (number | null)[]>> {
  const rows = await db.rows<{ indicator: string; values: (number | null)[] }>(`
    select indicator, array_agg(value::float8 order by period) as values from indicators.observation where indicator = any($1) and entity_id = $2 and period_kind = 'month' and origin = 'computed' and period >= $3 group by indicator`, [indicators, entityId, fromMonth]);
  return new Map(rows.map(({ indicator, values }) => [indicator, values]));
}

/** What is aimed at by an entity (or the country), by indicator. */
export async function targetsOf(db: Db, entityId: EntityId, indicators: readonly string[]): Promise<ReadonlyMap<string, readonly Target[]>> {
  const rows = await db.rows<Target & { readonly indicator: string }>('select indicator, year, goal::float8, near::float8 from indicators.target where indicator = any($1) and entity_id = $2 order by year', [indicators, entityId]);
  return Map.groupBy(rows, ({ indicator }) => indicator);
}

/** What entities declared of an indicator in a year and the agency accepted, by entity. */
export async function declaredByEntity(db: Db, indicator: string, year: number, entityIds: readonly EntityId[]): Promise<ReadonlyMap<string, number | null>> {
  const rows = await db.rows<{ id: string; value: number | null }>(`select entity_id as id, value::float8 from indicators.observation where indicator = $1 and period_kind = 'year' and period = $2 and origin = 'declared' and entity_id = any($3::uuid[])`, [indicator, String(year), entityIds]);
  return new Map(rows.map(({ id, value }) => [id, value]));
}

/** The last periods of an indicator, the oldest first, of both origins. */
export const courseOf = async (db: Db, entityId: EntityId, indicator: string, kind: PeriodKind, periodsMax: number): Promise<DatedFigure[]> => (await db.rows<DatedFigure>(`
  select period, origin, num::float8, den::float8, value::float8, cut_off as "cutOff" from indicators.observation
  where indicator = $1 and entity_id = $2 and period_kind = $3 order by period desc, origin limit $4`, [indicator, entityId, kind, periodsMax * 2])).reverse();
