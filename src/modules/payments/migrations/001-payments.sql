create schema payments;

-- Value of the UFV on a day, as the Banco Central publishes it, in hundred-thousandths of a boliviano. It belongs to the country, not to an entity.
-- Examples come with the demonstration; a value that an administrator recorded is always preferred.
create table payments.ufv_value (
  day         date primary key,
  value_e5    int not null check (value_e5 > 0),
  source      text not null,
  is_example  boolean not null,
  recorded_by uuid,
  recorded_at timestamptz not null
);

-- What somebody must pay for a case, with everything it was computed from. It never changes.
create table payments.charge (
  entity_id      uuid not null,
  id             uuid not null,
  case_id        uuid not null,
  person_id      uuid not null,
  key            text not null unique,
  concept        text not null,
  amount_minor   bigint not null check (amount_minor >= 0),
  ufv_hundredths bigint,
  ufv_value_e5   int,
  ufv_day        date,
  account        text,
  payer          jsonb not null,
  reference      text not null,
  created_at     timestamptz not null,
  primary key (entity_id, id),
  check ((ufv_hundredths is null) = (ufv_value_e5 is null) and (ufv_value_e5 is null) = (ufv_day is null))
);
create unique index charge_id on payments.charge (id);
create index charge_case on payments.charge (case_id, created_at, id);

-- One attempt to collect a charge through a provider. It is written before the provider is asked (no transaction yet) and completed with what it answers.
create table payments.payment_order (
  entity_id      uuid not null,
  id             uuid not null,
  charge_id      uuid not null,
  provider       text not null,
  code           text not null unique,
  transaction    text,
  redirect_url   text,
  qr             text,
  cpt            text,
  expires_at     timestamptz,
  created_at     timestamptz not null,
  asks           int not null default 0,
  next_ask_at    timestamptz,
  last_problem   text,
  -- While somebody asks the provider to open it, others wait.
  held_until     timestamptz,
  primary key (entity_id, id)
) with (fillfactor = 80);
create unique index payment_order_id on payments.payment_order (id);
create unique index payment_order_transaction on payments.payment_order (provider, transaction) where transaction is not null;
create index payment_order_charge on payments.payment_order (charge_id, created_at desc);
create index payment_order_due on payments.payment_order (next_ask_at) where next_ask_at is not null;
create index payment_order_day on payments.payment_order (entity_id, created_at desc, id desc);

-- An order that will not be collected: it expired, the provider refused it, or its answer was lost.
create table payments.order_closure (
  order_id uuid primary key references payments.payment_order (id),
  reason   text not null check (reason in ('expired', 'rejected', 'lost')),
  at       timestamptz not null
);

-- Money received. One a charge, whatever providers say how often. The number is printed on the receipt.
create table payments.settlement (
  entity_id    uuid not null,
  charge_id    uuid not null,
  order_id     uuid,
  number       bigint generated always as identity unique,
  amount_minor bigint not null,
  method       text not null,
  reference    text not null,
  paid_at      timestamptz not null,
  settled_at   timestamptz not null,
  primary key (entity_id, charge_id)
);
create unique index settlement_charge on payments.settlement (charge_id);
create unique index settlement_order on payments.settlement (order_id) where order_id is not null;
create index settlement_day on payments.settlement (entity_id, settled_at desc);
comment on table payments.settlement is 'append-only: money received';

-- A charge that is no longer owed.
create table payments.cancellation (
  entity_id uuid not null,
  charge_id uuid not null,
  reason    text not null,
  at        timestamptz not null,
  primary key (entity_id, charge_id)
);
comment on table payments.cancellation is 'append-only: charges that are no longer owed';

-- Something that does not add up between the provider and us: a person has to look at it.
create table payments.discrepancy (
  id          uuid primary key,
  entity_id   uuid,
  order_id    uuid references payments.payment_order (id),
  kind        text not null check (kind in ('amount', 'twice', 'after_cancellation', 'unknown_transaction')),
  subject     text not null,
  detail      jsonb not null,
  at          timestamptz not null,
  constraint discrepancy_once unique (kind, subject)
);
create index discrepancy_entity on payments.discrepancy (entity_id, id desc);

-- How somebody settled a discrepancy.
create table payments.discrepancy_review (
  discrepancy_id uuid primary key references payments.discrepancy (id),
  note           text not null,
  by             uuid not null,
  at             timestamptz not null
);

-- What a provider told us by itself, as it came: kept as evidence, never believed alone.
create table payments.webhook (
  id          uuid primary key,
  provider    text not null,
  transaction text not null,
  order_id    uuid,
  payload     text not null,
  received_at timestamptz not null
);
create index webhook_transaction on payments.webhook (provider, transaction, received_at);

-- The world of the embedded simulator, which nothing else reads: what it was asked to collect, and how it misbehaves.
create table payments.simulated_transaction (
  id         uuid primary key,
  order_code text not null unique,
  amount     numeric(14, 2) not null,
  description text not null,
  account    text not null,
  cpt        text not null unique,
  state      text not null check (state in ('PENDIENTE', 'PROCESADO', 'RECHAZADO', 'ANULADO', 'EXPIRADO')),
  method     text,
  paid_at    timestamptz,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create table payments.simulated_behaviour (
  only_row boolean primary key default true check (only_row),
  webhook  text not null check (webhook in ('once', 'twice', 'late', 'never')),
  service  text not null check (service in ('normal', 'slow', 'down'))
);
insert into payments.simulated_behaviour values (true, 'once', 'normal');
