-- What the entity itself says of how hard a procedure is to digitise, and why. Without points it takes the computed effort again.
create table planning.effort (
  entity_id    uuid not null,
  procedure_id text not null,
  id           uuid not null,
  points       int check (points between 0 and 100),
  reason       text not null,
  set_at       timestamptz not null,
  set_by       uuid not null,
  primary key (entity_id, procedure_id, id)
);
comment on table planning.effort is 'append-only: a corrected effort says who corrected it and why, and what it was before';
