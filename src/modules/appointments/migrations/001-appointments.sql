create schema appointments;

-- Counters, teams and rooms that people book. The definition is data: hours, length, capacity, windows.
create table appointments.resource (
  entity_id  uuid not null,
  id         uuid not null,
  key        text not null,
  definition jsonb not null,
  defined_at timestamptz not null,
  primary key (entity_id, id),
  constraint resource_key unique (entity_id, key)
);

-- How many places of a slot are taken, in all and of each channel. A row exists once somebody has taken a place.
-- The row is what makes the last place be sold once: it is raised by one guarded statement.
create table appointments.slot (
  entity_id   uuid not null,
  resource_id uuid not null,
  start       timestamptz not null,
  internet    int not null check (internet >= 0),
  counter     int not null check (counter >= 0),
  primary key (entity_id, resource_id, start),
  foreign key (entity_id, resource_id) references appointments.resource
);

create table appointments.appointment (
  entity_id       uuid not null,
  id              uuid not null,
  resource_id     uuid not null,
  case_id         uuid not null,
  person_id       uuid not null,
  start           timestamptz not null,
  ends            timestamptz not null,
  -- The channel whose quota the place counts against.
  channel         text not null check (channel in ('internet', 'counter')),
  state           text not null check (state in ('booked', 'cancelled', 'attended', 'missed')),
  -- What the officer reads in the agenda.
  label           text not null,
  attendee        text not null,
  idempotency_key text not null,
  -- Grows with every change, as calendars of telephones expect (RFC 5545 §3.8.7.4).
  sequence        int not null default 0,
  booked_at       timestamptz not null,
  changed_at      timestamptz not null,
  primary key (entity_id, id),
  constraint appointment_once unique (entity_id, idempotency_key),
  foreign key (entity_id, resource_id) references appointments.resource
);
create unique index appointment_live on appointments.appointment (entity_id, case_id, resource_id) where state = 'booked';
create index appointment_agenda on appointments.appointment (entity_id, resource_id, start);
create index appointment_case on appointments.appointment (entity_id, case_id, booked_at);

-- One line for each change: line 0 is the booking.
create table appointments.history (
  entity_id      uuid not null,
  appointment_id uuid not null,
  sequence       int not null,
  at             timestamptz not null,
  by_person      uuid,
  act            text not null check (act in ('booked', 'moved', 'cancelled', 'attended', 'missed')),
  start          timestamptz not null,
  moved_from     timestamptz,
  reason         text,
  primary key (entity_id, appointment_id, sequence),
  foreign key (entity_id, appointment_id) references appointments.appointment
);
comment on table appointments.history is 'append-only: what became of every appointment';

-- Who waits for a place to become free. An offered place stays taken until the offer is accepted, declined or runs out.
create table appointments.waiting (
  entity_id     uuid not null,
  id            uuid not null,
  resource_id   uuid not null,
  case_id       uuid not null,
  person_id     uuid not null,
  label         text not null,
  attendee      text not null,
  from_day      date not null,
  until_day     date not null,
  joined_at     timestamptz not null,
  offered_start timestamptz,
  offered_channel text check (offered_channel in ('internet', 'counter')),
  offered_until timestamptz,
  primary key (entity_id, id),
  constraint waiting_once unique (entity_id, case_id, resource_id),
  check (from_day <= until_day),
  check ((offered_start is null) = (offered_until is null) and (offered_start is null) = (offered_channel is null)),
  foreign key (entity_id, resource_id) references appointments.resource
);
create index waiting_queue on appointments.waiting (entity_id, resource_id, joined_at) where offered_start is null;
