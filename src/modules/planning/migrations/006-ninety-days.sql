-- A programme of ninety days in which an entity begins to offer procedures online.
create table planning.programme (
  entity_id   uuid not null,
  id          uuid not null,
  name        text not null,
  started_on  date not null,
  -- Roles, activities, budget, training, communication and decisions, under the ids of their form.
  answers     jsonb not null,
  revision    int not null,
  updated_at  timestamptz not null,
  updated_by  uuid not null,
  primary key (entity_id, id),
  constraint programme_day unique (entity_id, started_on)
);

-- What is declared of each of the ten steps; a step that nobody has touched has no row.
create table planning.programme_step (
  entity_id    uuid not null,
  programme_id uuid not null,
  number       int not null check (number between 1 and 10),
  answers      jsonb not null,
  revision     int not null,
  primary key (entity_id, programme_id, number),
  foreign key (entity_id, programme_id) references planning.programme
);

create table planning.programme_step_change (
  entity_id    uuid not null,
  programme_id uuid not null,
  number       int not null,
  revision     int not null,
  answers      jsonb not null,
  changed_at   timestamptz not null,
  changed_by   uuid not null,
  -- How the person was called on that day.
  by_name      text not null,
  primary key (entity_id, programme_id, number, revision)
);
comment on table planning.programme_step_change is 'append-only: what each step of a programme was said to be, by whom and when';

-- Key results: what is measured every week, month or year to know whether an objective is reached.
create table planning.programme_result (
  entity_id    uuid not null,
  programme_id uuid not null,
  id           uuid not null,
  answers      jsonb not null,
  revision     int not null,
  primary key (entity_id, programme_id, id),
  foreign key (entity_id, programme_id) references planning.programme
);

create table planning.programme_measure (
  entity_id    uuid not null,
  programme_id uuid not null,
  result_id    uuid not null,
  id           uuid not null,
  day          date not null,
  value        float8 not null,
  note         text not null,
  measured_at  timestamptz not null,
  measured_by  uuid not null,
  by_name      text not null,
  primary key (entity_id, programme_id, result_id, id)
);
comment on table planning.programme_measure is 'append-only: values of key results; of two on one day the later one counts';
