import type { Db } from '#kernel/db/index.ts';
import { parseId, type EntityId } from '#kernel/ids.ts';
import { invariant } from '#kernel/errors/index.ts';
import type { PeriodKind } from '../domain/period.ts';

/** The country, where an entity is asked for: what is said of all together. */
export const country: EntityId = nil();
function nil(): EntityId {
  const id = parseId<'entity'>('00000000-0000-8000-8000-000000000000');
  invariant(id, 'the id of the country has the form of one');
  return id;
}

/** How a figure came to be: counted by the program, or said by who answers for it. */
export type FigureOrigin = 'computed' | 'declared';

/** One figure. `value` is `null` where there was no basis: nothing to divide by. */
export type Figure = {
  readonly indicator: string; readonly entityId: EntityId; readonly kind: PeriodKind; readonly period: string; readonly origin: FigureOrigin;
  readonly num: number | null; readonly den: number | null; readonly value: number | null;
  /** What each operand of the expressions stood for. */
  readonly operands: Readonly<Record<string, number | null>>;
  readonly cutOff: Date; readonly version: number; readonly sha256: string; readonly population: number | null;
};

const columns = `indicator, entity_id as "entityId", period_kind as kind, period, origin, num::float8, den::float8, value::float8, operands, cut_off as "cutOff", version, query_sha256 as sha256, population`;

/** The latest figure of every indicator for the country or an entity, of each origin: how the goals stand. The periods are years. */
export const latestFigures = (db: Db, entityId: EntityId = country): Promise<Figure[]> => db.rows<Figure>(`
  select distinct on (indicator, origin) ${columns} from indicators.observation where entity_id = $1 and period_kind = 'year' order by indicator, origin, period desc`, [entityId]);

/** The latest figure of one indicator for the country or an entity, of each origin, what was computed first. */
export const latestOf = (db: Db, indicator: string, entityId: EntityId = country): Promise<Figure[]> => db.rows<Figure>(`
  select distinct on (origin) ${columns} from indicators.observation where indicator = $1 and entity_id = $2 and period_kind = 'year' order by origin, period desc`, [indicator, entityId]);

/** Which figures of one indicator. */
export type SeriesQuery = { readonly indicator: string; readonly kind: PeriodKind; readonly entityId?: EntityId; readonly origin?: FigureOrigin; readonly limit: number };

/** The figures of an indicator over time, the oldest first: the last `limit` periods. */
export const seriesOf = async (db: Db, { indicator, kind, entityId = country, origin = 'computed', limit }: SeriesQuery): Promise<Figure[]> => (await db.rows<Figure>(`
  select ${columns} from indicators.observation where indicator = $1 and period_kind = $2 and entity_id = $3 and origin = $4 order by period desc limit $5`, [indicator, kind, entityId, origin, limit])).reverse();

/** An entity of the list that the indicator is about, with its figure of a year; without one where nothing was computed or declared of it. */
export type EntityFigure = { readonly entityId: EntityId; readonly key: string; readonly name: string; readonly acronym: string; readonly department: string | null; readonly num: number | null; readonly den: number | null; readonly value: number | null };

/** Which entities: of a list, after the name and id of the last one of the page before. */
export type EntitiesQuery = { readonly indicator: string; readonly population: string; readonly year: string; readonly after?: { readonly name: string; readonly entityId: EntityId }; readonly limit: number };

/** The entities of an indicator by name, each with its computed figure. */
export const figuresByEntity = (db: Db, { indicator, population, year, after, limit }: EntitiesQuery): Promise<EntityFigure[]> => db.rows<EntityFigure>(`
  select e.id as "entityId", e.key, e.name, e.acronym, e.department, o.num::float8, o.den::float8, o.value::float8
  from indicators.v_population p join identity.v_entity e on e.id = p.entity_id
  left join indicators.observation o on o.indicator = $1 and o.entity_id = e.id and o.period_kind = 'year' and o.period = $3 and o.origin = 'computed'
  where p.list = $2 and ($4::text is null or (e.name, e.id) > ($4, $5::uuid)) order by e.name, e.id limit $6`, [indicator, population, year, after?.name ?? null, after?.entityId ?? null, limit]);

/** What the entities of a department come to together. `department` is its two letters; `null` holds the entities of the whole country. */
export type DepartmentFigure = { readonly department: string | null; readonly entities: number; readonly num: number | null; readonly den: number | null };

/** The figures of an indicator added up by department; the value is for the caller, who knows the factor. */
export const figuresByDepartment = (db: Db, indicator: string, population: string, year: string): Promise<DepartmentFigure[]> => db.rows<DepartmentFigure>(`
  select e.department, count(*)::int as entities, sum(o.num)::float8 as num, sum(o.den)::float8 as den
  from indicators.v_population p join identity.v_entity e on e.id = p.entity_id
  left join indicators.observation o on o.indicator = $1 and o.entity_id = e.id and o.period_kind = 'year' and o.period = $3 and o.origin = 'computed'
  where p.list = $2 group by 1 order by 1 nulls last`, [indicator, population, year]);

/** How much of an operand an entity has. */
export type OperandCount = { readonly id: EntityId; readonly key: string; readonly name: string; readonly n: number | null };

/** The entities that have something of an operand, as their figures of a year say, by name; at most `limit`. */
export const countsOfOperand = (db: Db, { indicator, operand, year, limit }: { readonly indicator: string; readonly operand: string; readonly year: string; readonly limit: number }): Promise<OperandCount[]> => db.rows<OperandCount>(`
  select e.id, e.key, e.name, (o.operands->>$2)::float8 as n from indicators.observation o join identity.v_entity e on e.id = o.entity_id
  where o.indicator = $1 and o.period_kind = 'year' and o.period = $3 and o.origin = 'computed' and (o.operands->>$2)::float8 > 0 order by e.name, e.id limit $4`, [indicator, operand, year, limit]);

/** Writes figures; one for the same indicator, place, period and origin takes the place of the one before, unless nothing but the hour would change. */
export async function writeFigures(db: Db, figures: readonly Figure[]): Promise<number> {
  if (figures.length === 0) return 0;
  const written = await db.rows(`
    insert into indicators.observation as o (entity_id, indicator, period_kind, period, origin, num, den, value, operands, cut_off, version, query_sha256, population)
    select "entityId", indicator, kind, period, origin, num, den, value, operands, "cutOff", version, sha256, population
    from jsonb_to_recordset($1::jsonb) as f("entityId" uuid, indicator text, kind text, period text, origin text, num numeric, den numeric, value numeric, operands jsonb, "cutOff" timestamptz, version int, sha256 text, population int)
    on conflict (indicator, entity_id, period_kind, origin, period) do update set num = excluded.num, den = excluded.den, value = excluded.value, operands = excluded.operands, cut_off = excluded.cut_off,
      version = excluded.version, query_sha256 = excluded.query_sha256, population = excluded.population
    where (o.num, o.den, o.value, o.operands, o.query_sha256, o.population) is distinct from (excluded.num, excluded.den, excluded.value, excluded.operands, excluded.query_sha256, excluded.population)
    returning 1`, [JSON.stringify(figures)]);
  return written.length;
}
