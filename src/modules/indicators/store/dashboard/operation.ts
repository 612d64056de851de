import type { Db } from '#kernel/db/index.ts';
import type { EntityId } from '#kernel/ids.ts';
import type { LocalDate } from '#kernel/clock.ts';
import type { ProcedureRow } from '../../domain/dashboard/figures.ts';

/** How many cases that wait are looked at one by one, the oldest first; whoever has more is told that it is at least so many. */
export const openMax = 2_000;

const proceduresMax = 100;

/** Which days of which entity; `withConfidential` where procedures whose cases are confidential are shown too. */
export type OperationQuery = { readonly entityId: EntityId; readonly from: LocalDate; readonly until: LocalDate; readonly today: LocalDate; readonly withConfidential: boolean };

/** The procedures of an entity in a stretch of days, the busiest first. Late is what waits beyond its last day to resolve. */
export const operationOf = (db: Db, { entityId, from, until, today, withConfidential }: OperationQuery): Promise<ProcedureRow[]> => db.rows<ProcedureRow>(`
  with happened as (
    select procedure_id, coalesce(sum(n) filter (where measure = 'submitted'), 0)::int as received, coalesce(sum(n) filter (where measure = 'finished'), 0)::int as finished,
      coalesce(sum(n) filter (where measure = 'in_term'), 0)::int as in_term, coalesce(sum(n) filter (where measure = 'with_term'), 0)::int as with_term
    from indicators.tally where entity_id = $1 and day between $2 and $3 group by 1
  ), open_now as (
    select c.procedure_id, count(*)::int as waiting, (count(*) filter (where v.decide_by < $4))::int as late
    from (select procedure_id, case_id from indicators.counted_case where entity_id = $1 and closed_on is null order by case_id limit ${openMax}) c
    join cases.v_outcome v on v.entity_id = $1 and v.id = c.case_id group by 1
  ), hidden as (
    select id from (select procedure_id as id from happened union select procedure_id from open_now) shown
    where exists (select 1 from indicators.counted_case k where k.entity_id = $1 and k.procedure_id = shown.id and k.confidential)
  )
  select procedure_id as "procedureId", p.name as title, coalesce(h.received, 0) as received, coalesce(h.finished, 0) as finished, coalesce(h.in_term, 0) as "inTerm", coalesce(h.with_term, 0) as "withTerm",
    coalesce(o.waiting, 0) as waiting, coalesce(o.late, 0) as late
  from happened h full join open_now o using (procedure_id) left join catalog.v_published p using (procedure_id)
  where $5 or procedure_id not in (select id from hidden)
  order by received desc, procedure_id limit ${proceduresMax}`, [entityId, from, until, today, withConfidential]);

/** What happened in an entity on one day. */
export type DayRow = { readonly day: LocalDate; readonly received: number; readonly finished: number };

/** What happened in an entity day by day; days without anything are left out. */
export const daysOf = (db: Db, entityId: EntityId, from: LocalDate, until: LocalDate): Promise<DayRow[]> => db.rows<DayRow>(`
  select day::text, coalesce(sum(n) filter (where measure = 'submitted'), 0)::int as received, coalesce(sum(n) filter (where measure = 'finished'), 0)::int as finished
  from indicators.tally where entity_id = $1 and day between $2 and $3 and measure in ('submitted', 'finished') group by day order by day`, [entityId, from, until]);
