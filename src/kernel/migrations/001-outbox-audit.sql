-- What has happened and still has to be told. A row leaves when it has been delivered.
create table kernel.outbox (
  id          bigint generated always as identity primary key,
  topic       text not null,
  key         text not null unique,
  payload     jsonb not null,
  run_at      timestamptz not null default now(),
  attempts    int not null default 0,
  last_error  text,
  created_at  timestamptz not null default now()
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02);
create index outbox_due on kernel.outbox (run_at, id);

-- Deliveries given up after many tries: an operator looks at them and can send them again.
create table kernel.outbox_failed (
  id bigint primary key, topic text not null, key text not null, payload jsonb not null, attempts int not null,
  last_error text, created_at timestamptz not null, failed_at timestamptz not null default now()
);

-- Repeated work: whoever moves next_at forward runs it.
create table kernel.job (name text primary key, next_at timestamptz not null, last_error text);

-- Who read or changed what. Personal data are never in detail, only what was looked at.
create table kernel.audit (
  id         bigint generated always as identity,
  at         timestamptz not null default now(),
  entity_id  uuid,
  person_id  uuid,
  role       text not null,
  action     text not null,
  subject    text not null,
  detail     jsonb not null default '{}',
  request_id text,
  primary key (id)
);
comment on table kernel.audit is 'append-only: writes and reads of personal data';
create index audit_subject on kernel.audit (subject, id desc);
create index audit_person on kernel.audit (person_id, id desc) where person_id is not null;
