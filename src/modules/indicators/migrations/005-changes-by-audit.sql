-- How far the changes of cases have been read: every change up to `position` is in the counters. Which of the later ones are there is only known when every
-- transaction has ended that was running when they were looked at: then all up to `settles_at` are there, and none can come behind it. `settles_xid` is the first
-- transaction that had not begun then.
alter table indicators.cursor add column settles_at bigint;
alter table indicators.cursor add column settles_xid bigint;
update indicators.cursor set position = null, looked_at = null where source = 'cases';

-- Takes in what happened to cases since the last time, at most `p_step` changes or cases of it, in one transaction with the cursor: all of it or nothing.
-- Gives how many changes were read and whether more wait; nothing where somebody else is at it.
create or replace function indicators.take_in(p_step int, p_now timestamptz) returns table (changes int, more boolean) language plpgsql as $$
declare
  v_cursor indicators.cursor;
  v_cluster bigint := (select system_identifier from pg_control_system());
  v_snapshot pg_snapshot;
  v_is_settled boolean;
  v_mark bigint;
  v_entities uuid[];
  v_cases uuid[];
  v_changes int := 0;
begin
  select * into v_cursor from indicators.cursor where source = 'cases' for update skip locked;
  if not found then return; end if;
  v_snapshot := pg_current_snapshot();
  v_mark := cases.change_mark();
  if v_cursor.position is null or v_cursor.cluster <> v_cluster or v_cursor.position > v_mark or v_cursor.settles_xid > pg_snapshot_xmax(v_snapshot)::text::bigint then
    -- Nothing is known of what was read: as soon as what runs now has ended every case is looked at, and what changes from now on is taken in afterwards.
    update indicators.cursor set position = v_mark, settles_at = v_mark, settles_xid = pg_snapshot_xmax(v_snapshot)::text::bigint, cluster = v_cluster, looked_at = '00000000-0000-0000-0000-000000000000' where source = 'cases';
    return query select 0, true;
    return;
  end if;
  v_is_settled := pg_snapshot_xmin(v_snapshot)::text::bigint >= v_cursor.settles_xid;
  if v_is_settled and v_cursor.looked_at is not null then
    select array_agg(c.entity_id), array_agg(c.id), max(c.id::text)::uuid, count(*)::int into v_entities, v_cases, v_cursor.looked_at, v_changes
    from (select entity_id, id from cases.v_outcome where id > v_cursor.looked_at order by id limit p_step) c;
  elsif v_is_settled and v_cursor.settles_at > v_cursor.position then
    select array_agg(c.entity_id), array_agg(c.case_id), coalesce(sum(c.n), 0)::int into v_entities, v_cases, v_changes
    from (select entity_id, case_id, count(*)::int as n from cases.v_change where position > v_cursor.position and position <= least(v_cursor.settles_at, v_cursor.position + p_step) group by 1, 2) c;
    v_cursor.position := least(v_cursor.settles_at, v_cursor.position + p_step);
  end if;
  if v_cases is not null then perform indicators.count_cases(v_entities, v_cases); end if;
  if v_cursor.position = v_cursor.settles_at and v_cursor.looked_at is null then
    v_cursor.settles_at := v_mark;
    v_cursor.settles_xid := pg_snapshot_xmax(v_snapshot)::text::bigint;
  end if;
  update indicators.cursor set position = v_cursor.position, settles_at = v_cursor.settles_at, settles_xid = v_cursor.settles_xid, looked_at = v_cursor.looked_at,
    counted = counted + v_changes, moved_at = case when v_is_settled then p_now else moved_at end where source = 'cases';
  return query select v_changes, v_cursor.looked_at is not null or v_cursor.settles_at > v_cursor.position;
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
    select distinct case_id from cases.v_change where position > v_cursor.position and position <= cases.change_mark() and entity_id = p_entity
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
