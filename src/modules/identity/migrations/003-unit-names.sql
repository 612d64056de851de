-- How the units of an entity are called, under the keys by which flows and people name them.
create table identity.unit (
  entity_id uuid not null references identity.entity,
  key text not null,
  name text not null,
  primary key (entity_id, key)
);
