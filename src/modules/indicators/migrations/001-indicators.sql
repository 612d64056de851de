create schema indicators;

-- Which entities a figure is about: lists with versions, so that it can be said later who was counted then.
create table indicators.population (
  list      text not null,
  version   int not null,
  name      text not null,
  source    text not null,
  confirmed boolean not null,
  since     date not null,
  -- Every entity of the installation, whoever is added later.
  everybody boolean not null,
  primary key (list, version)
);
comment on table indicators.population is 'append-only: who was counted, and when';

create table indicators.population_member (
  list       text not null,
  version    int not null,
  entity_key text not null,
  primary key (list, version, entity_key),
  foreign key (list, version) references indicators.population
);
comment on table indicators.population_member is 'append-only: who was counted, and when';

-- Who belongs to each list as it is now, among the entities of this installation.
create view indicators.v_population as
  select l.list, l.version, e.id as entity_id
  from (select distinct on (list) * from indicators.population order by list, version desc) l
  join identity.v_entity e on l.everybody or exists (select 1 from indicators.population_member m where m.list = l.list and m.version = l.version and m.entity_key = e.key);

-- What is aimed at. The country is the entity 00000000-0000-8000-8000-000000000000, here and below. `state` tells a goal whose official text is known from one that still has to be confirmed.
create table indicators.target (
  entity_id uuid not null,
  indicator text not null,
  year      int not null,
  baseline  numeric,
  goal      numeric,
  -- From which value on the goal counts as near.
  near      numeric,
  state     text not null check (state in ('in_force', 'unconfirmed')),
  source    text not null,
  set_at    timestamptz not null,
  set_by    uuid,
  primary key (entity_id, indicator, year)
);

-- One figure of an indicator for the country or an entity and one period. A null value has no basis: there was nothing to divide by.
create table indicators.observation (
  entity_id    uuid not null,
  indicator    text not null,
  period_kind  text not null check (period_kind in ('day', 'week', 'month', 'year')),
  -- 2026-11-20, 2026-W47, 2026-11, 2026.
  period       text not null collate "C",
  origin       text not null check (origin in ('computed', 'declared')),
  num          numeric,
  den          numeric,
  value        numeric,
  -- What each name in the expressions stood for.
  operands     jsonb not null default '{}',
  -- Until when what happened is in it.
  cut_off      timestamptz not null,
  -- By which definition: its version, the hash of its text, and the version of the list of entities.
  version      int not null,
  query_sha256 text not null,
  population   int,
  primary key (indicator, entity_id, period_kind, origin, period)
);
create index observation_period on indicators.observation (indicator, period_kind, period, origin);

-- Counters of what happened to cases, by the legal day. `bucket` is 0, except for what is measured in days.
create table indicators.tally (
  entity_id    uuid not null,
  procedure_id text not null,
  day          date not null,
  measure      text not null,
  bucket       int not null default 0,
  n            int not null,
  primary key (entity_id, procedure_id, measure, day, bucket)
) with (fillfactor = 80);
create index tally_measure on indicators.tally (measure, day) include (entity_id, procedure_id, bucket, n);

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

-- What each case has put into the counters. A case that changes takes that out again and puts in the new: coming twice, late or corrected is all the same.
create table indicators.counted_case (
  entity_id    uuid not null,
  case_id      uuid not null,
  procedure_id text not null,
  confidential boolean not null,
  status       text not null,
  submitted_on date not null,
  closed_on    date,
  in_term      boolean,
  took_days    int,
  charged      boolean not null,
  certified    boolean not null,
  identified   boolean not null,
  primary key (entity_id, case_id)
) with (fillfactor = 90);
create index counted_submitted on indicators.counted_case (entity_id, submitted_on, case_id);
create index counted_closed on indicators.counted_case (entity_id, closed_on, case_id) where closed_on is not null;

-- How far the changes of cases have been read: every change up to `position` is in the counters. Which of the later ones are there is only known when every
-- transaction has ended that was running when they were looked at: then all up to `settles_at` are there, and none can come behind it. `settles_xid` is the first
-- transaction that had not begun then. Whose changes they were is in `cluster`: a restored copy counts its transactions from the beginning, and every case is
-- looked at anew there, by id, up to `looked_at`; null when that is done.
create table indicators.cursor (
  source    text primary key,
  position  bigint,
  cluster   bigint,
  looked_at uuid,
  -- How many changes have been counted in all, and until when.
  counted   bigint not null default 0,
  moved_at  timestamptz,
  settles_at bigint,
  settles_xid bigint
);
-- `figures`: until when figures have been computed.
insert into indicators.cursor (source) values ('cases'), ('figures');

-- Days whose counters changed, until the figures of their periods are computed again.
create table indicators.stale_day (day date primary key);

-- Where the nightly count from the beginning found something else than what had been counted as it came.
create table indicators.mismatch (
  entity_id    uuid not null,
  id           uuid not null,
  found_at     timestamptz not null,
  procedure_id text not null,
  day          date not null,
  measure      text not null,
  bucket       int not null,
  counted      int not null,
  recounted    int not null,
  primary key (entity_id, id)
);
comment on table indicators.mismatch is 'append-only: what was counted wrongly, and mended';
create index mismatch_latest on indicators.mismatch (found_at desc);

-- When each entity was last counted from the beginning, and how many differences that found.
create table indicators.recounted (
  entity_id   uuid primary key,
  on_day      date not null,
  differences int not null
);

-- A computed figure is contested, never edited: who says what is wrong with it, and what came of it.
create table indicators.contest (
  entity_id    uuid not null,
  id           uuid not null,
  indicator    text not null,
  period_kind  text not null,
  period       text not null,
  -- The value that was contested, as it stood then.
  value        numeric,
  reason       text not null,
  contested_at timestamptz not null,
  contested_by uuid not null,
  -- The document that shows what is wrong, by name and number.
  evidence     text not null default '',
  contested_by_name text not null default '',
  primary key (entity_id, id)
);
comment on table indicators.contest is 'append-only: what was said against a figure';
create index contest_indicator on indicators.contest (indicator, contested_at desc);
create index contest_latest on indicators.contest (id desc);

create table indicators.contest_answer (
  entity_id   uuid not null,
  contest_id  uuid not null,
  accepted    boolean not null,
  answer      text not null,
  answered_at timestamptz not null,
  answered_by uuid not null,
  answered_by_name text not null default '',
  primary key (entity_id, contest_id),
  foreign key (entity_id, contest_id) references indicators.contest
);
comment on table indicators.contest_answer is 'append-only: what was answered to whom contested a figure';

-- Every figure, computed and declared. Whose it is, is null for the country.
create view indicators.v_observation as
  select nullif(entity_id, '00000000-0000-8000-8000-000000000000') as entity_id, indicator, period_kind, period, origin, num, den, value, cut_off, version
  from indicators.observation;

-- A procedure uses digital identity where somebody whom a provider vouched for got an answer: an application alone shows nothing of what became of it.
create function indicators.parts(c indicators.counted_case) returns table (day date, measure text, bucket int) language sql immutable as $$
  select v.day, v.measure, v.bucket from (values
    (c.submitted_on, 'submitted', 0, true),
    (c.submitted_on, 'charged', 0, c.charged),
    (c.submitted_on, 'certified', 0, c.certified),
    (c.closed_on, 'identified', 0, c.identified and c.closed_on is not null and c.status in ('granted', 'refused')),
    (c.closed_on, 'finished', 0, c.closed_on is not null),
    (c.closed_on, 'with_term', 0, c.in_term is not null),
    (c.closed_on, 'in_term', 0, c.in_term),
    (c.closed_on, 'took', c.took_days, c.took_days is not null)
  ) v(day, measure, bucket, counts) where v.counts
$$;

-- A case as it would be counted now. In term is asked only of what was granted or refused and had a term that ran.
create view indicators.v_countable as
  select entity_id, id as case_id, procedure_id, confidential, status,
    (submitted_at at time zone 'America/La_Paz')::date as submitted_on, (closed_at at time zone 'America/La_Paz')::date as closed_on,
    case when closed_at is not null and status in ('granted', 'refused') then (closed_at at time zone 'America/La_Paz')::date <= decide_by end as in_term,
    case when closed_at is not null and status in ('granted', 'refused') then (closed_at at time zone 'America/La_Paz')::date - (submitted_at at time zone 'America/La_Paz')::date end as took_days,
    charged, certified, identified
  from cases.v_outcome;

-- Counts these cases as they stand: what they had put in goes out, what they come to goes in. Gives how many had moved. Who calls it holds the cursor.
create function indicators.count_cases(p_entities uuid[], p_cases uuid[]) returns int language plpgsql as $$
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

-- Takes in what happened to cases since the last time, at most `p_step` changes or cases of it, in one transaction with the cursor: all of it or nothing.
-- Gives how many changes were read and whether more wait; nothing where somebody else is at it.
create function indicators.take_in(p_step int, p_now timestamptz) returns table (changes int, more boolean) language plpgsql as $$
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
create function indicators.recount(p_entity uuid, p_now timestamptz) returns int language plpgsql as $$
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
