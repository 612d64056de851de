-- What an hour, a trip and a copy are worth where the entity works, each with where the figure comes from. What has no figure is not counted.
create table planning.burden_parameter (
  entity_id uuid not null,
  key       text not null,
  -- Centavos of a boliviano.
  amount    int not null check (amount >= 0),
  source    text not null,
  set_at    timestamptz not null,
  set_by    uuid not null,
  primary key (entity_id, key)
);
