create schema planning;

-- The inventory of an entity: what is declared of each of its procedures, under the ids of the form's fields. `procedure_id` is the one id that a procedure keeps
-- to the certificate, the indicator and the finding.
create table planning.entry (
  entity_id    uuid not null,
  procedure_id text not null,
  slug         text not null,
  name         text not null,
  sort_key     text collate "C" not null,
  answers      jsonb not null,
  -- How many defects the quality check found in these answers.
  defects      int not null,
  revision     int not null,
  origin       text not null check (origin in ('written', 'published', 'portal')),
  updated_at   timestamptz not null,
  updated_by   uuid,
  primary key (entity_id, procedure_id),
  constraint entry_slug unique (entity_id, slug)
);
create index entry_order on planning.entry (entity_id, sort_key, procedure_id);

-- Every state an entry has had.
create table planning.entry_revision (
  entity_id    uuid not null,
  procedure_id text not null,
  revision     int not null,
  answers      jsonb not null,
  origin       text not null,
  at           timestamptz not null,
  by           uuid,
  primary key (entity_id, procedure_id, revision),
  foreign key (entity_id, procedure_id) references planning.entry
);
comment on table planning.entry_revision is 'append-only: what was declared, and when, can be looked up later';

-- A file that was read and waits for somebody to say yes. Nothing of it is in the inventory yet.
create table planning.import (
  entity_id  uuid not null,
  id         uuid not null,
  file_name  text not null,
  rows       jsonb not null,
  created_at timestamptz not null,
  created_by uuid not null,
  primary key (entity_id, id)
);
create index import_age on planning.import (created_at);

-- Weights that the entity has set, and orders that were frozen to be compared later.
create table planning.weights (
  entity_id  uuid primary key,
  weights    jsonb not null,
  set_at     timestamptz not null,
  set_by     uuid not null
);

create table planning.snapshot (
  entity_id  uuid not null,
  id         uuid not null,
  weights    jsonb not null,
  rows       jsonb not null,
  -- SHA-256 over weights and rows: that a frozen order was not touched can be shown.
  sha256     text not null,
  taken_at   timestamptz not null,
  taken_by   uuid not null,
  primary key (entity_id, id)
);
comment on table planning.snapshot is 'append-only: a frozen order never changes';
