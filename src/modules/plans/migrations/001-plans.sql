create schema plans;

-- The plan of electronic government (PIGE) of an entity, version by version: what it says, under the ids of the plan's form, and how far it has come.
-- Columns from `code` on are written by the procedure of registration, revision, approval and publication.
create table plans.plan (
  entity_id             uuid not null,
  id                    uuid not null,
  version               int not null check (version > 0),
  title                 text not null,
  from_year             int not null check (from_year between 2000 and 2100),
  to_year               int not null check (to_year between from_year and 2100),
  state                 text not null default 'draft' check (state in ('draft', 'registered', 'observed', 'conforming', 'approved', 'authority_approved', 'in_force', 'superseded', 'closed')),
  -- Grows by one with every change of the content; a change made from an older one is refused.
  revision              int not null,
  content               jsonb not null,
  -- Begun from an example: every page says so, the public one too.
  is_example            boolean not null default false,
  created_at            timestamptz not null,
  created_by            uuid,
  updated_at            timestamptz not null,
  updated_by            uuid,
  code                  text,
  -- SHA-256 over the canonical content that was approved.
  sha256                text,
  registered_at         timestamptz,
  conformed_at          timestamptz,
  approved_at           timestamptz,
  authority_approved_at timestamptz,
  in_force_at           timestamptz,
  published_at          timestamptz,
  confidential          boolean not null default false,
  replaced_at           timestamptz,
  primary key (entity_id, id),
  constraint plan_version unique (entity_id, version)
);
create index plan_published on plans.plan (published_at) where published_at is not null;

-- Every state the content of a plan has had.
create table plans.plan_revision (
  entity_id uuid not null,
  plan_id   uuid not null,
  revision  int not null,
  title     text not null,
  content   jsonb not null,
  at        timestamptz not null,
  by        uuid,
  primary key (entity_id, plan_id, revision),
  foreign key (entity_id, plan_id) references plans.plan
);
comment on table plans.plan_revision is 'append-only: what a plan said, and when, can be looked up later';

-- The dates that the schedule of a plan had when it was approved, by the calendar of that day: later decrees and delays are compared with them.
create table plans.baseline (
  entity_id         uuid not null,
  plan_id           uuid not null,
  calendar_revision int not null,
  -- [{"code", "from", "to"}], one for each task.
  tasks             jsonb not null,
  at                timestamptz not null,
  by                uuid,
  primary key (entity_id, plan_id),
  foreign key (entity_id, plan_id) references plans.plan
);
comment on table plans.baseline is 'append-only: what was approved is compared, never adjusted';

-- What was done, what comes next and what threatens, by quarter; how far a task is; what was spent on a line of the budget.
create table plans.follow_up (
  entity_id uuid not null,
  plan_id   uuid not null,
  id        uuid not null,
  kind      text not null check (kind in ('note', 'progress', 'spending')),
  detail    jsonb not null,
  at        timestamptz not null,
  by        uuid,
  primary key (entity_id, plan_id, id),
  foreign key (entity_id, plan_id) references plans.plan
);
comment on table plans.follow_up is 'append-only: what was reported stays; a correction is another report';

-- Documents of the entity that a plan rests on, and the units that each of them names.
create table plans.document (
  entity_id  uuid not null,
  id         uuid not null,
  kind       text not null check (kind in ('pei', 'poa', 'pdes', 'ptdi', 'mof', 'mpp', 're-soa', 'pisi', 'organigrama', 'otro')),
  title      text not null,
  -- The norm or resolution that approved it.
  reference  text not null,
  from_day   date,
  to_day     date check (to_day >= from_day),
  -- [{"area", "name"}]: how the document calls the unit of an area, such as `tic`.
  units      jsonb not null,
  revision   int not null,
  updated_at timestamptz not null,
  updated_by uuid,
  removed_at timestamptz,
  primary key (entity_id, id)
);

create view plans.v_plan as
  select entity_id, id, version, state, title, from_year, to_year, code, sha256, registered_at, conformed_at, approved_at, authority_approved_at, in_force_at, published_at, confidential, replaced_at
  from plans.plan;

create view plans.v_alignment as
  select p.entity_id, p.id as plan_id, i->>'instrumento' as instrument, i->>'nombre' as name, (i->>'desde')::int as from_year, (i->>'hasta')::int as to_year
  from plans.plan p, jsonb_path_query(p.content, '$.instrumentos[*]') i;

create view plans.v_document as
  select entity_id, id, kind, title, reference, from_day, to_day, units, updated_at from plans.document where removed_at is null;

create view plans.v_follow_up as
  select f.entity_id, f.plan_id, f.at, f.kind from plans.follow_up f;

-- What an entity commits itself to, by goal of the national plan and year.
create view plans.v_contribution as
  select p.entity_id, p.id as plan_id, c->>'meta' as goal, y.year, (c->>('valor_' || y.year))::numeric as value
  from plans.plan p, jsonb_path_query(p.content, '$.contribuciones[*]') c, generate_series(2025, 2028) as y(year)
  where jsonb_typeof(c->('valor_' || y.year)) = 'number';
