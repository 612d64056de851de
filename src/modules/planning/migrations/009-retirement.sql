-- A procedure that no longer exists, or was in the inventory twice, is retired with its reason; it is not counted, and can be brought back.
alter table planning.entry add column retired_at timestamptz;
alter table planning.entry add column retired_reason text;
alter table planning.entry add column merged_into text;

create table planning.entry_life (
  entity_id    uuid not null,
  procedure_id text not null,
  id           uuid not null,
  becomes      text not null check (becomes in ('retired', 'back')),
  reason       text,
  -- The procedure that it is the same as.
  merged_into  text,
  at           timestamptz not null,
  by           uuid not null,
  primary key (entity_id, procedure_id, id)
);
comment on table planning.entry_life is 'append-only: when a procedure was retired or brought back, by whom and why';

-- Pairs with similar names of which somebody has said that they are two procedures.
create table planning.distinct_pair (
  entity_id uuid not null,
  first_id  text not null,
  second_id text not null,
  said_at   timestamptz not null,
  said_by   uuid not null,
  primary key (entity_id, first_id, second_id)
);

create or replace view planning.v_entry as
  select entity_id, procedure_id, slug, name, answers, defects, origin, revision, updated_at from planning.entry where retired_at is null;

create or replace view planning.v_system as
  select s.entity_id, s.id, s.name, array(select row->>'nombre' from jsonb_array_elements(coalesce(s.answers->'otros_nombres', '[]')) row) as aliases,
    array(select e.procedure_id from planning.entry e where e.entity_id = s.entity_id and e.retired_at is null and (e.procedure_id = any(s.procedures) or e.system_key = any(s.keys)) order by 1) as procedures,
    (s.answers->>'intercambia')::boolean as interoperates, (s.answers->>'intercambia_desde')::date as since, s.retired_on
  from planning.system s;
