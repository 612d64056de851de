import type { Db } from '#kernel/db/index.ts';
import type { EntityId } from '#kernel/ids.ts';
import type { Period } from '../domain/period.ts';
import type { Operand } from '../operands/contract.ts';

/** One thing or case that was counted. `day` is when a case was handed in. Confidential cases are counted and not shown. */
export type BehindRow = { readonly key: string; readonly label: string; readonly entityName: string; readonly day: string | null; readonly sort: string };

/** Which rows: of a list of entities or one of them, as of a period, after the last one of the page before. */
export type BehindQuery = { readonly period: Period; readonly population: string; readonly entityId: EntityId | undefined; readonly after: { readonly sort: string; readonly key: string } | undefined; readonly limit: number };

/** The single things behind a number, a page of them; what a number counts and what this lists is one and the same statement. */
export const rowsBehind = (db: Db, { counts }: Operand, { period, population, entityId, after, limit }: BehindQuery): Promise<BehindRow[]> => db.rows<BehindRow>(`
  with days as (select $1::date as first, $2::date as last), members as (select entity_id from indicators.v_population where list = $3 and ($4::uuid is null or entity_id = $4))
  select t.key, t.label, e.name as "entityName", t.day::text, t.sort from members m join identity.v_entity e on e.id = m.entity_id
  join (${counts.kind === 'things' ? `select *, label as sort, null::date as day from days, lateral (${counts.sql}) t` : casesSql(counts.which)}) t on t.entity_id = m.entity_id
  where $5::text is null or (t.sort, t.key) > ($5, $6) order by t.sort, t.key limit $7`, [period.from, period.until, population, entityId ?? null, after?.sort ?? null, after?.key ?? null, limit]);

const casesSql = (which: string): string => `
  select k.entity_id, k.case_id::text as key, coalesce(p.name, k.procedure_id) as label, k.case_id::text as sort, k.submitted_on as day
  from indicators.counted_case k left join catalog.v_published p on p.procedure_id = k.procedure_id where not k.confidential and ${which}`;
