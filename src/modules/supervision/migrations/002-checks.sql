-- What the automatic checks found about an entity, since when, and whether it is there still. Found again after it was gone, it is a new row.
create table supervision.result (
  entity_id  uuid not null,
  id         uuid not null,
  check_key  text not null,
  -- What it is about, the same in every run: a procedure, a document, a unit.
  subject    text not null,
  says       text not null,
  href       text,
  first_seen timestamptz not null,
  last_seen  timestamptz not null,
  gone_at    timestamptz,
  primary key (entity_id, id)
);
create unique index result_id on supervision.result (id);
create unique index result_open on supervision.result (entity_id, check_key, subject) where gone_at is null;

-- When the checks were run over an entity, by whom (nobody: by themselves), and what came of it.
create table supervision.check_run (
  entity_id uuid not null,
  id        uuid not null,
  at        timestamptz not null,
  by        uuid,
  found     int not null,
  appeared  int not null,
  gone      int not null,
  -- Keys of the checks that had nothing to look at: of these it can't be said that all is well.
  baseless  text[] not null default '{}',
  primary key (entity_id, id)
);
comment on table supervision.check_run is 'append-only: when it was looked, and what was seen';

-- Somebody says why a result does not count, or that it does after all; the last word holds.
create table supervision.dismissal (
  entity_id    uuid not null,
  result_id    uuid not null,
  seq          int not null,
  dismissed    boolean not null,
  reason       text not null,
  at           timestamptz not null,
  by           uuid not null,
  by_name      text not null,
  by_entity_id uuid not null,
  primary key (entity_id, result_id, seq),
  foreign key (entity_id, result_id) references supervision.result
);
comment on table supervision.dismissal is 'append-only: why a result was set aside, and by whom';

-- Results that became findings.
create table supervision.result_finding (
  entity_id      uuid not null,
  result_id      uuid not null,
  examination_id uuid not null,
  -- Who examines; the finding is among their parts.
  examiner_id    uuid not null,
  part_id        uuid not null,
  at             timestamptz not null,
  by             uuid not null,
  primary key (entity_id, result_id, part_id),
  foreign key (entity_id, result_id) references supervision.result
);
comment on table supervision.result_finding is 'append-only: which finding was made from a result';
