create unique index plan_id on plans.plan (id);

-- Where a plan stands in the procedure of the national plan (cap. 6.1). Everything in it follows from its facts.
create table plans.procedure (
  entity_id  uuid not null,
  plan_id    uuid not null,
  seq        int not null,
  head       text not null,
  process    jsonb not null,
  -- The open task of the diagram, and the last day of its term; for queues.
  element    text,
  due        date,
  updated_at timestamptz not null,
  primary key (entity_id, plan_id),
  foreign key (entity_id, plan_id) references plans.plan
) with (fillfactor = 80);
create index procedure_open on plans.procedure (element, due, plan_id) where element is not null;

-- The truth: what happened to a plan, in the canonical text that is hashed.
create table plans.fact (
  entity_id uuid not null,
  plan_id   uuid not null,
  seq       int not null,
  type      text not null,
  at        timestamptz not null,
  text      text not null,
  hash      text not null,
  primary key (entity_id, plan_id, seq),
  foreign key (entity_id, plan_id) references plans.plan
);
comment on table plans.fact is 'append-only: facts of plans, each tied to the one before';

-- Commands already carried out, so that a repeated one changes nothing.
create table plans.command (
  entity_id uuid not null,
  plan_id   uuid not null,
  key       text not null,
  seq       int not null,
  primary key (entity_id, plan_id, key)
);
comment on table plans.command is 'append-only: commands on plans that were carried out';

-- What somebody has written about a plan and not sent: observations, whether an answer resolves one, and answers. Emptied when it is sent.
create table plans.note (
  entity_id  uuid not null,
  plan_id    uuid not null,
  -- `o:<id>` a new observation, `f:<number>` what is found of an answer, `a:<number>` an answer.
  key        text not null,
  section    text,
  severity   text,
  text       text,
  resolved   boolean,
  written_at timestamptz not null,
  written_by uuid not null,
  primary key (entity_id, plan_id, key),
  foreign key (entity_id, plan_id) references plans.plan
);

-- The content of a plan as it was approved, and with what evidence.
create table plans.approved (
  entity_id uuid not null,
  plan_id   uuid not null,
  code      text not null unique,
  sha256    text not null,
  -- Canonical JSON: the text over which sha256 was taken.
  content   text not null,
  provider  text not null,
  evidence  jsonb not null,
  at        timestamptz not null,
  by        uuid not null,
  primary key (entity_id, plan_id),
  foreign key (entity_id, plan_id) references plans.plan
);
comment on table plans.approved is 'append-only: what was approved is never changed';

-- The files that were printed of a plan when it was approved, with its code on every page: the whole plan, and what of it may be published.
create table plans.print (
  entity_id uuid not null,
  plan_id   uuid not null,
  format    text not null check (format in ('pdf', 'odt')),
  is_public boolean not null,
  sha256    text not null,
  bytes     bytea not null,
  primary key (entity_id, plan_id, format, is_public),
  foreign key (entity_id, plan_id) references plans.plan
);
comment on table plans.print is 'append-only: what was printed is compared with what somebody brings';

-- The acts of the agency from which the terms of every plan are counted, each once (cap. 6.1, num. 1 and 2).
create table plans.national_act (
  kind          text primary key check (kind in ('national_plan', 'minimum_contents', 'component')),
  day           date not null,
  reference     text not null,
  source        text not null,
  registered_at timestamptz not null,
  registered_by uuid not null,
  registrar     text not null
);
comment on table plans.national_act is 'append-only: dates on which the terms of plans hang';
