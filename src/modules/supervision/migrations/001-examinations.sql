create schema supervision;

-- One look at an entity by whoever examines it by law. `entity_id` is who examines; what they wrote is in `answers`, under the ids of its form.
create table supervision.examination (
  entity_id   uuid not null,
  id          uuid not null,
  examined_id uuid not null,
  answers     jsonb not null,
  -- Which example of the program it was made from; null for a real one.
  example     text,
  -- Nothing of it is for the examined entity to see before it is notified.
  stage       text not null check (stage in ('open', 'issued', 'notified')),
  revision    int not null,
  created_at  timestamptz not null,
  updated_at  timestamptz not null,
  updated_by  uuid not null,
  primary key (entity_id, id)
);
create unique index examination_id on supervision.examination (id);
create index examination_examined on supervision.examination (examined_id, id) where stage = 'notified';
create unique index examination_example on supervision.examination (entity_id, example) where example is not null;

-- What an examination consists of: requests for information, findings, recommendations. Codes are those of the report.
create table supervision.part (
  entity_id      uuid not null,
  id             uuid not null,
  examination_id uuid not null,
  kind           text not null check (kind in ('request', 'finding', 'recommendation')),
  code           text not null,
  -- A recommendation inside another one.
  parent_id      uuid,
  answers        jsonb not null,
  revision       int not null,
  updated_at     timestamptz not null,
  updated_by     uuid not null,
  primary key (entity_id, id),
  constraint part_code unique (entity_id, examination_id, code),
  foreign key (entity_id, examination_id) references supervision.examination,
  foreign key (entity_id, parent_id) references supervision.part
);
create unique index part_id on supervision.part (id);

-- Every state that an examination or a part of one has had before it was issued.
create table supervision.revision (
  entity_id  uuid not null,
  subject_id uuid not null,
  revision   int not null,
  answers    jsonb not null,
  at         timestamptz not null,
  by         uuid not null,
  primary key (entity_id, subject_id, revision)
);
comment on table supervision.revision is 'append-only: what was written before the report was issued, and by whom';

-- What happened to an examination or to a recommendation. A fact carries its consequences: the state it led to, and the term that began.
create table supervision.fact (
  entity_id    uuid not null,
  subject_id   uuid not null,
  seq          int not null check (seq > 0),
  act          text not null,
  state        text not null,
  detail       jsonb not null,
  -- Working days that began to run, with the norm that sets them; or the day by which it is to be done. Whether it is overdue is computed, never kept.
  term_days    int check (term_days between 1 and 3660),
  term_norm    text,
  until        date,
  at           timestamptz not null,
  by           uuid not null,
  by_name      text not null,
  by_entity_id uuid not null,
  primary key (entity_id, subject_id, seq)
);
comment on table supervision.fact is 'append-only: who did what about a recommendation, and when';

-- The terms that an examining authority sets.
create table supervision.term (
  entity_id uuid not null,
  key       text not null,
  days      int not null check (days between 1 and 365),
  norm      text not null,
  set_at    timestamptz not null,
  set_by    uuid not null,
  primary key (entity_id, key)
);
