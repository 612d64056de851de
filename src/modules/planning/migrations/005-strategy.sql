-- The digitisation strategy of an entity (Guía de la estrategia de digitalización). What the data say is looked up when it is read; only what people write is kept here.
create table planning.strategy (
  entity_id   uuid not null,
  id          uuid not null,
  title       text not null,
  from_day    date not null,
  until_day   date not null,
  -- The frozen order that it begins from.
  snapshot_id uuid not null,
  revision    int not null,
  created_at  timestamptz not null,
  created_by  uuid not null,
  primary key (entity_id, id),
  foreign key (entity_id, snapshot_id) references planning.snapshot
);

-- The procedures that it takes. One that is taken out loses its place and keeps what was filled in.
create table planning.strategy_solution (
  entity_id    uuid not null,
  strategy_id  uuid not null,
  procedure_id text not null,
  place        int,
  -- Stages and what it will cost people, under the ids of the form's fields.
  answers      jsonb not null,
  revision     int not null,
  primary key (entity_id, strategy_id, procedure_id),
  foreign key (entity_id, strategy_id) references planning.strategy
);

-- What people have written, by section; a solution's section is called <key>.<slug of its procedure>.
create table planning.strategy_text (
  entity_id    uuid not null,
  strategy_id  uuid not null,
  section      text not null,
  body         text not null,
  revision     int not null,
  updated_at   timestamptz not null,
  updated_by   uuid not null,
  updated_name text not null,
  primary key (entity_id, strategy_id, section),
  foreign key (entity_id, strategy_id) references planning.strategy
);

create table planning.strategy_text_revision (
  entity_id   uuid not null,
  strategy_id uuid not null,
  section     text not null,
  revision    int not null,
  body        text not null,
  at          timestamptz not null,
  by          uuid not null,
  name        text not null,
  primary key (entity_id, strategy_id, section, revision),
  foreign key (entity_id, strategy_id, section) references planning.strategy_text
);
comment on table planning.strategy_text_revision is 'append-only: every state a section has had, and whose';

-- Who answers for a section.
create table planning.strategy_assignment (
  entity_id   uuid not null,
  strategy_id uuid not null,
  section     text not null,
  person_id   uuid not null,
  name        text not null,
  assigned_at timestamptz not null,
  assigned_by uuid not null,
  primary key (entity_id, strategy_id, section),
  foreign key (entity_id, strategy_id) references planning.strategy
);

-- Who has a section open to write in it, so that others see it before they begin. Rows are of use for half an hour.
create table planning.strategy_writer (
  entity_id   uuid not null,
  strategy_id uuid not null,
  section     text not null,
  person_id   uuid not null,
  name        text not null,
  since       timestamptz not null,
  primary key (entity_id, strategy_id, section, person_id),
  foreign key (entity_id, strategy_id) references planning.strategy
);

-- Comments, answers to them, and that a comment was settled or opened again. `thread` is the id of the comment that began it.
create table planning.strategy_note (
  entity_id   uuid not null,
  strategy_id uuid not null,
  id          uuid not null,
  section     text not null,
  thread      uuid not null,
  kind        text not null check (kind in ('comment', 'reply', 'resolved', 'reopened')),
  body        text not null,
  at          timestamptz not null,
  by          uuid not null,
  name        text not null,
  primary key (entity_id, strategy_id, id),
  foreign key (entity_id, strategy_id) references planning.strategy
);
create index strategy_note_section on planning.strategy_note (entity_id, strategy_id, section, at);
comment on table planning.strategy_note is 'append-only: what was said stays said';

create table planning.strategy_version (
  entity_id   uuid not null,
  strategy_id uuid not null,
  number      int not null,
  remark      text not null,
  -- The whole strategy with the data of that day, as JSON; kept as text, because the hash is of these bytes.
  content     text not null,
  sha256      text not null,
  frozen_at   timestamptz not null,
  frozen_by   uuid not null,
  name        text not null,
  primary key (entity_id, strategy_id, number),
  foreign key (entity_id, strategy_id) references planning.strategy
);
comment on table planning.strategy_version is 'append-only: a version never changes, even if the data do';
