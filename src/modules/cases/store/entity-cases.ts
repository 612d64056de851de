import type { Db } from '#kernel/db/index.ts';
import type { CaseId, EntityId } from '#kernel/ids.ts';
import type { CaseStatus } from '../domain/types.ts';
import { countMax } from './queue.ts';

/** A case as the entity's own list shows it. */
export type EntityCaseLine = {
  readonly id: CaseId; readonly number: string; readonly title: string; readonly status: CaseStatus; readonly applicant: string;
  readonly due: string | null; readonly submittedAt: Date; readonly confidential: boolean;
};

/** One published version of a procedure. */
export type VersionKey = { readonly procedureId: string; readonly version: number };

/** Which cases of an entity: in these states, and of the confidential ones only those of `readable` versions; page by page. */
export type EntityCasesQuery = {
  readonly entityId: EntityId;
  readonly statuses: readonly CaseStatus[];
  readonly readable: readonly VersionKey[];
  readonly before?: { readonly submittedAt: Date; readonly id: CaseId } | undefined;
  readonly limit: number;
};

const columns = `c.id, c.number, c.title, c.status, c.applicant ->> 'name' as applicant, c.due::text as due, c.submitted_at as "submittedAt", c.confidential`;
const page = '($4::timestamptz is null or (c.submitted_at, c.id) < ($4, $5::uuid)) order by c.submitted_at desc, c.id desc limit $6';

// Each state (and each confidential procedure) is read in the order of its index and the short lists are merged: the cost is that of a page.
const pageSql = `
  select * from (
    (select o.* from unnest($2::text[]) as s(status) cross join lateral (
      select ${columns} from cases.case c where c.entity_id = $1 and c.status = s.status and not c.confidential and ${page}) o)
    union all
    (select o.* from unnest($2::text[]) as s(status) cross join jsonb_to_recordset($3::jsonb) as r("procedureId" text, version int) cross join lateral (
      select ${columns} from cases.case c where c.entity_id = $1 and c.procedure_id = r."procedureId" and c.version = r.version and c.status = s.status and c.confidential and ${page}) o)
  ) merged order by "submittedAt" desc, id desc limit $6`;

/** The newest cases of an entity. */
export const casesOfEntity = (db: Db, query: EntityCasesQuery): Promise<EntityCaseLine[]> => db.rows<EntityCaseLine>(pageSql, [
  query.entityId, query.statuses, JSON.stringify(query.readable), query.before?.submittedAt ?? null, query.before?.id ?? null, query.limit,
]);

/** Whose cases, by the beginnings of the words of their name or document; of the confidential ones only those of `readable` versions. */
export type PersonQuery = Pick<EntityCasesQuery, 'entityId' | 'readable' | 'limit'> & { readonly words: readonly string[] };

// The entity is a word of the index too, so that a name that many have costs no walk over other entities. The newest of what is read come first.
const byPersonSql = `
  select ${columns} from (
    select c.* from cases.case_person p join cases.case c on c.entity_id = p.entity_id and c.id = p.case_id where p.words @@ $1::tsquery
      and (not c.confidential or exists (select 1 from jsonb_to_recordset($2::jsonb) as r("procedureId" text, version int) where r."procedureId" = c.procedure_id and r.version = c.version))
    limit $3) c order by c.submitted_at desc, c.id desc`;

/** Cases of whoever these words may mean, up to the limit. */
export async function casesByPerson(db: Db, { entityId, words, readable, limit }: PersonQuery): Promise<EntityCaseLine[]> {
  if (words.length === 0) return [];
  return db.rows<EntityCaseLine>(byPersonSql, [[`'${entityId}'`, ...words.map((word) => `'${word}':*`)].join(' & '), JSON.stringify(readable), limit]);
}

/** How many cases of the entity stand in each state, each counted up to `countMax` and one more. */
export function countCases(db: Db, { entityId, statuses, readable }: Pick<EntityCasesQuery, 'entityId' | 'statuses' | 'readable'>): Promise<{ status: CaseStatus; count: number }[]> {
  return db.rows(`
    select s.status, ((select count(*) from (select 1 from cases.case c where c.entity_id = $1 and c.status = s.status and not c.confidential limit $4) o)
      + coalesce((select sum(n) from jsonb_to_recordset($3::jsonb) as r("procedureId" text, version int) cross join lateral (
          select count(*) as n from (select 1 from cases.case c where c.entity_id = $1 and c.procedure_id = r."procedureId" and c.version = r.version and c.status = s.status and c.confidential limit $4) o) k), 0))::int as count
    from unnest($2::text[]) with ordinality as s(status, place) order by s.place`, [entityId, statuses, JSON.stringify(readable), countMax + 1]);
}

/** The versions of confidential procedures of which the entity has cases; walks from one to the next, however many cases each has. */
export const confidentialVersions = (db: Db, entityId: EntityId): Promise<VersionKey[]> => db.rows<VersionKey>(`
  with recursive v(procedure_id, version) as (
    (select procedure_id, version from cases.case where entity_id = $1 and confidential order by procedure_id, version limit 1)
    union all
    select n.procedure_id, n.version from v cross join lateral (
      select c.procedure_id, c.version from cases.case c where c.entity_id = $1 and c.confidential and (c.procedure_id, c.version) > (v.procedure_id, v.version)
      order by c.procedure_id, c.version limit 1) n)
  select procedure_id as "procedureId", version from v`, [entityId]);

/** The id of an entity's case by its number as people copy it; whether the caller may see it is for the caller to ask. */
export async function findCaseByNumber(db: Db, entityId: EntityId, typed: string): Promise<CaseId | undefined> {
  const number = typed.replaceAll(/\s/g, '').replaceAll(/[–—]/g, '-').toUpperCase();
  const [row] = await db.rows<{ id: CaseId }>('select id from cases.case where number = $1 and entity_id = $2', [number, entityId]);
  return row?.id;
}
