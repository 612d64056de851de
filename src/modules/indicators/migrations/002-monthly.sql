-- The counters of an entity by month: a year of figures is read from a few thousand rows, however many procedures there are.
create table indicators.monthly (
  entity_id uuid not null,
  month     date not null,
  measure   text not null,
  bucket    int not null default 0,
  n         int not null,
  primary key (entity_id, month, measure, bucket)
) with (fillfactor = 80);
create index monthly_month on indicators.monthly (month);
insert into indicators.monthly (entity_id, month, measure, bucket, n)
  select entity_id, date_trunc('month', day)::date, measure, bucket, sum(n)::int from indicators.tally group by 1, 2, 3, 4;

-- The same as before, for the months too: what they had put in goes out, what they come to goes in. Gives how many had moved. Who calls it holds the cursor.
create or replace function indicators.count_cases(p_entities uuid[], p_cases uuid[]) returns int language plpgsql as $$
declare
  v_moved int;
begin
  with fresh as materialized (
    select (v.entity_id, v.case_id, v.procedure_id, v.confidential, v.status, v.submitted_on, v.closed_on, v.in_term, v.took_days, v.charged, v.certified, v.identified)::indicators.counted_case as after,
      before
    from unnest(p_entities, p_cases) c(entity_id, case_id)
    join indicators.v_countable v on v.entity_id = c.entity_id and v.case_id = c.case_id
    left join indicators.counted_case before on before.entity_id = c.entity_id and before.case_id = c.case_id
  ), moved as (
    select after, before from fresh where before is distinct from after
  ), deltas as (
    select entity_id, procedure_id, day, measure, bucket, sum(n)::int as n from (
      select (after).entity_id, (after).procedure_id, p.day, p.measure, p.bucket, 1 as n from moved, indicators.parts(after) p
      union all
      select (before).entity_id, (before).procedure_id, p.day, p.measure, p.bucket, -1 from moved, indicators.parts(before) p where (before).case_id is not null
    ) d group by 1, 2, 3, 4, 5 having sum(n) <> 0
  ), kept as (
    insert into indicators.counted_case select (after).* from moved
    on conflict (entity_id, case_id) do update set procedure_id = excluded.procedure_id, confidential = excluded.confidential, status = excluded.status, submitted_on = excluded.submitted_on,
      closed_on = excluded.closed_on, in_term = excluded.in_term, took_days = excluded.took_days, charged = excluded.charged, certified = excluded.certified, identified = excluded.identified
    returning 1
  ), counted as (
    insert into indicators.tally (entity_id, procedure_id, day, measure, bucket, n) select entity_id, procedure_id, day, measure, bucket, n from deltas order by 1, 2, 4, 3, 5
    on conflict (entity_id, procedure_id, measure, day, bucket) do update set n = indicators.tally.n + excluded.n
  ), months as (
    insert into indicators.monthly (entity_id, month, measure, bucket, n) select entity_id, date_trunc('month', day)::date, measure, bucket, sum(n)::int from deltas group by 1, 2, 3, 4 order by 1, 2, 3, 4
    on conflict (entity_id, month, measure, bucket) do update set n = indicators.monthly.n + excluded.n
  ), stale as (
    insert into indicators.stale_day select distinct day from deltas on conflict do nothing
  )
  select count(*)::int into v_moved from kept;
  return v_moved;
end $$;

-- Counts an entity from the beginning, writes down where that differs from what had been counted as it came, and mends it. What changed and was not taken in
-- yet is left to be taken in. Gives the number of differences.
create or replace function indicators.recount(p_entity uuid, p_now timestamptz) returns int language plpgsql as $$
declare
  v_cursor indicators.cursor;
  v_found int;
begin
  select * into v_cursor from indicators.cursor where source = 'cases' for update;
  if v_cursor.position is null or v_cursor.looked_at is not null then return 0; end if;
  with pending as materialized (
    select distinct case_id from cases.v_change where xid >= v_cursor.position and entity_id = p_entity
  ), truth as materialized (
    select (v.entity_id, v.case_id, v.procedure_id, v.confidential, v.status, v.submitted_on, v.closed_on, v.in_term, v.took_days, v.charged, v.certified, v.identified)::indicators.counted_case as c
    from indicators.v_countable v where v.entity_id = p_entity and v.case_id not in (select case_id from pending)
    union all
    select k from indicators.counted_case k where k.entity_id = p_entity and k.case_id in (select case_id from pending)
  ), recounted as (
    select (t.c).procedure_id, p.day, p.measure, p.bucket, count(*)::int as n from truth t, indicators.parts(t.c) p group by 1, 2, 3, 4
  ), counted as (
    select procedure_id, day, measure, bucket, n from indicators.tally where entity_id = p_entity
  ), differing as materialized (
    select procedure_id, day, measure, bucket, coalesce(t.n, 0) as counted, coalesce(r.n, 0) as recounted
    from recounted r full join counted t using (procedure_id, day, measure, bucket) where coalesce(t.n, 0) <> coalesce(r.n, 0)
  ), told as (
    insert into indicators.mismatch (entity_id, id, found_at, procedure_id, day, measure, bucket, counted, recounted)
    select p_entity, gen_random_uuid(), p_now, procedure_id, day, measure, bucket, counted, recounted from differing
  ), mended as (
    insert into indicators.tally (entity_id, procedure_id, day, measure, bucket, n) select p_entity, procedure_id, day, measure, bucket, recounted from differing
    on conflict (entity_id, procedure_id, measure, day, bucket) do update set n = excluded.n
  ), stale as (
    insert into indicators.stale_day select distinct day from differing on conflict do nothing
  ), kept as (
    insert into indicators.counted_case select (c).* from truth t where not exists (select 1 from indicators.counted_case k where k.entity_id = p_entity and k.case_id = (t.c).case_id and k = t.c)
    on conflict (entity_id, case_id) do update set procedure_id = excluded.procedure_id, confidential = excluded.confidential, status = excluded.status, submitted_on = excluded.submitted_on,
      closed_on = excluded.closed_on, in_term = excluded.in_term, took_days = excluded.took_days, charged = excluded.charged, certified = excluded.certified, identified = excluded.identified
  ), gone as (
    delete from indicators.counted_case k where k.entity_id = p_entity and not exists (select 1 from truth t where (t.c).case_id = k.case_id)
  )
  select count(*)::int into v_found from differing;
  -- The months are sums of the days.
  delete from indicators.monthly where entity_id = p_entity;
  insert into indicators.monthly (entity_id, month, measure, bucket, n)
  select entity_id, date_trunc('month', day)::date, measure, bucket, sum(n)::int from indicators.tally where entity_id = p_entity group by 1, 2, 3, 4;
  return v_found;
end $$;
