import type { Db } from '#kernel/db/index.ts';
import type { LocalDate } from '#kernel/clock.ts';
import type { CaseId, EntityId, PersonId } from '#kernel/ids.ts';
import type { CaseStatus, Task, TaskKey } from '../domain/types.ts';

/** One line of an officer's queue. */
export type QueueLine = {
  readonly caseId: CaseId; readonly key: TaskKey; readonly unit: string; readonly name: string; readonly kind: Task['kind']; readonly number: string; readonly title: string;
  readonly slug: string; readonly applicant: string; readonly assigneeId: PersonId | null; readonly assignee: string | null; readonly due: LocalDate | null;
  readonly openedAt: Date; readonly status: CaseStatus;
};

/** Which tasks: of whom, of which procedure, until when; page by page. */
export type QueueQuery = {
  readonly entityId: EntityId;
  readonly units: readonly string[];
  readonly held: 'mine' | 'free' | 'all';
  readonly personId: PersonId;
  readonly slug?: string | undefined;
  /** Only what falls due before this day: today for what is late. */
  readonly dueBefore?: LocalDate | undefined;
  readonly after?: QueueKey | undefined;
  readonly limit: number;
};

/** Place of a line in the order of the queue: by legal date, then by age. */
export type QueueKey = { readonly due: string; readonly caseId: CaseId; readonly key: TaskKey };

const columns = `t.case_id as "caseId", t.key, t.unit, t.name, t.kind, t.number, t.title, t.slug, t.applicant, t.assignee_id as "assigneeId", t.assignee, t.due::text as due,
  t.opened_at as "openedAt", t.status`;

// Each unit is read in the order of its own index and the short lists are merged, so that the cost does not grow with the queue.
const pageSql = (condition: string) => `
  select ${columns} from unnest($2::text[]) as u(unit) cross join lateral (
    select * from cases.task q where q.entity_id = $1 and q.unit = u.unit and ${condition}
      and ($4::date is null or q.sort_due < $4::date)
      and ($5::date is null or (q.sort_due, q.case_id, q.key) > ($5::date, $6::uuid, $7))
    order by q.sort_due, q.case_id, q.key limit $8) t
  order by t.sort_due, t.case_id, t.key limit $8`;

const conditions = {
  all: '($3::uuid is not null and ($9::text is null or q.slug = $9))',
  mine: '(q.assignee_id = $3 and ($9::text is null or q.slug = $9))',
  free: '(q.assignee_id is null and $3::uuid is not null and ($9::text is null or q.slug = $9))',
} as const satisfies Record<QueueQuery['held'], string>;

/** A page of the queue, what falls due first at the top. */
export async function queuePage(db: Db, query: QueueQuery): Promise<QueueLine[]> {
  const { after } = query;
  return db.rows<QueueLine>(pageSql(conditions[query.held]), [
    query.entityId, query.units, query.personId, query.dueBefore ?? null, after?.due ?? null, after?.caseId ?? null, after?.key ?? null, query.limit, query.slug ?? null,
  ]);
}

/** How much waits, each counted up to `countMax`, beyond which it reads «más de …». */
export type QueueCounts = { readonly mine: number; readonly free: number; readonly all: number; readonly late: number };

export const countMax = 999;

/**
 * The numbers over the queue. They stop counting at a limit, and each unit is counted along its own index, so that a long queue costs no
 * more than a short one.
 */
export async function queueCounts(db: Db, entityId: EntityId, units: readonly string[], personId: PersonId, today: LocalDate): Promise<QueueCounts> {
  const [row] = await db.rows<QueueCounts>(countsSql, [entityId, units, personId, today]);
  return row ?? { mine: 0, free: 0, all: 0, late: 0 };
}

const limited = (rows: string): string => `(select count(*)::int from (${rows} limit ${countMax + 1}) c)`;

const inUnits = (condition: string): string => limited(`
  select 1 from unnest($2::text[]) as u(unit) cross join lateral (
    select 1 from cases.task q where q.entity_id = $1 and q.unit = u.unit and ${condition} order by q.sort_due limit ${countMax + 1}) t`);

const countsSql = `
  select ${limited('select 1 from cases.task q where q.entity_id = $1 and q.assignee_id = $3 and q.unit = any($2)')} as mine,
    ${inUnits('q.assignee_id is null')} as free, ${inUnits('true')} as all, ${inUnits('q.sort_due < $4::date')} as late`;

/** Procedures that have tasks in these units, for the filter. Each unit is walked from one procedure to the next, however many tasks each has. */
export const queueProcedures = (db: Db, entityId: EntityId, units: readonly string[]): Promise<{ slug: string; title: string }[]> =>
  db.rows(`
    with recursive s(unit, slug, title) as (
      select u.unit, f.slug, f.title from unnest($2::text[]) as u(unit) cross join lateral (
        select t.slug, t.title from cases.task t where t.entity_id = $1 and t.unit = u.unit order by t.slug limit 1) f
      union all
      select s.unit, n.slug, n.title from s cross join lateral (
        select t.slug, t.title from cases.task t where t.entity_id = $1 and t.unit = s.unit and t.slug > s.slug order by t.slug limit 1) n)
    select distinct on (slug) slug, title from s order by slug`, [entityId, units]);
