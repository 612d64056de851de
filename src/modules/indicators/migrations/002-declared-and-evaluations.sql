-- What an entity says of itself where the program can't count it, or not all of it: a figure of a period with its evidence. It is seen by others once it is accepted.
create table indicators.declaration (
  entity_id    uuid not null,
  id           uuid not null,
  indicator    text not null,
  period_kind  text not null check (period_kind in ('month', 'year')),
  -- 2026-11, 2026.
  period       text not null collate "C",
  num          numeric not null,
  den          numeric,
  -- Null where there was nothing to divide by.
  value        numeric,
  -- The day for which the figure is true; when it was written down is in the steps.
  effective_on date not null,
  signatory    text not null,
  evidence     text not null,
  link         text not null,
  expires_on   date,
  note         text not null,
  state        text not null check (state in ('draft', 'sent', 'approved', 'accepted')),
  revision     int not null,
  -- Who took the last step, so that nobody approves what they sent.
  moved_by     uuid not null,
  moved_at     timestamptz not null,
  primary key (entity_id, id),
  constraint declaration_once unique (entity_id, indicator, period_kind, period)
);
create index declaration_inbox on indicators.declaration (state, id);
create index declaration_accepted on indicators.declaration (indicator, period_kind, period) where state = 'accepted';

create table indicators.declaration_step (
  entity_id      uuid not null,
  declaration_id uuid not null,
  -- The revision that the step led to.
  revision       int not null,
  step           text not null,
  state          text not null,
  reason         text not null,
  -- The figure and its evidence as they stood after the step.
  said           jsonb not null,
  at             timestamptz not null,
  by             uuid not null,
  -- Who it was, as they were called then.
  by_name        text not null,
  primary key (entity_id, declaration_id, revision),
  foreign key (entity_id, declaration_id) references indicators.declaration
);
comment on table indicators.declaration_step is 'append-only: who said, sent, approved, accepted or sent back which figure, and why';

-- A year that the agency has entities evaluate (Plan de Implementación de Gobierno Electrónico 2025-2028, cap. 6.2). Once closed, nothing declared for it changes any more.
create table indicators.evaluation_round (
  year           int primary key,
  due            date not null,
  opened_at      timestamptz not null,
  opened_by      uuid not null,
  opened_by_name text not null,
  closed_at      timestamptz,
  closed_by      uuid,
  closed_by_name text
);

-- What an entity says of its year. It is there from the first word it writes; until then its year is open.
create table indicators.evaluation (
  entity_id uuid not null,
  year      int not null references indicators.evaluation_round,
  state     text not null check (state in ('writing', 'sent', 'observed', 'accepted')),
  revision  int not null,
  -- Words by number of line, and under «general».
  narrative jsonb not null,
  -- The figures as they stood when it was sent; null before.
  figures   jsonb,
  moved_at  timestamptz not null,
  moved_by  uuid not null,
  primary key (entity_id, year)
);

create table indicators.evaluation_step (
  entity_id uuid not null,
  year      int not null,
  revision  int not null,
  step      text not null,
  state     text not null,
  reason    text not null,
  narrative jsonb not null,
  figures   jsonb,
  at        timestamptz not null,
  by        uuid not null,
  by_name   text not null,
  primary key (entity_id, year, revision),
  foreign key (entity_id, year) references indicators.evaluation
);
comment on table indicators.evaluation_step is 'append-only: what an entity said of its year, and what the agency answered';

-- What follows from the final evaluation: guidelines for the next plan by line, and when the results were presented to the COPLUTIC.
create table indicators.final_evaluation (
  year         int primary key references indicators.evaluation_round,
  guidelines   jsonb not null,
  presented_on date,
  presented_as text not null,
  revision     int not null,
  set_at       timestamptz not null,
  set_by       uuid not null
);

-- What happened in an entity day by day, for the people who work there.
create index tally_entity_day on indicators.tally (entity_id, day);

-- What waits in an entity, the oldest first.
create index counted_open on indicators.counted_case (entity_id, case_id) where closed_on is null;
