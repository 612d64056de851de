create schema notifications;

-- A message in a person's mailbox.
create table notifications.notice (
  entity_id  uuid not null,
  id         uuid not null,
  person_id  uuid not null,
  case_id    uuid,
  key        text not null,
  subject    text not null,
  body       text not null,
  -- What an external channel may carry: no more than the number, what to do, and where.
  mail       text not null,
  link       text,
  created_at timestamptz not null,
  read_at    timestamptz,
  primary key (entity_id, id),
  constraint notice_once unique (person_id, key)
);
create unique index notice_id on notifications.notice (id);
create index notice_person on notifications.notice (person_id, id desc);
create index notice_unread on notifications.notice (person_id) where read_at is null;
create index notice_case on notifications.notice (case_id, id) where case_id is not null;

-- The same message on its way through an external channel. Queued until it has been sent or given up.
create table notifications.delivery (
  entity_id    uuid not null,
  id           uuid not null,
  notice_id    uuid not null,
  channel      text not null,
  address      text not null,
  created_at   timestamptz not null,
  attempts     int not null default 0,
  problem      text,
  sent_at      timestamptz,
  given_up_at  timestamptz,
  primary key (entity_id, id),
  constraint delivery_once unique (notice_id, channel),
  check (sent_at is null or given_up_at is null)
);
create unique index delivery_id on notifications.delivery (id);
