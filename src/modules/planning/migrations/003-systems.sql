-- How an entry names the system that supports it, as texts are compared: without accents and capitals. Absent where it names none.
alter table planning.entry add column system_key text;
update planning.entry set system_key = nullif(btrim(translate(lower(answers->>'sistema'), 'áéíóúüñ', 'aeiouun')), '');
create index entry_system on planning.entry (entity_id, system_key) where system_key is not null;

-- The systems that support the procedures of an entity.
create table planning.system (
  entity_id      uuid not null,
  id             uuid not null,
  name           text not null,
  sort_key       text collate "C" not null,
  -- What is declared of it, under the ids of its form.
  answers        jsonb not null,
  -- How entries may name it: its name and the others it is known by, as texts are compared.
  keys           text[] not null,
  -- Ids of the procedures that somebody has said it supports.
  procedures     text[] not null,
  revision       int not null,
  retired_on     date,
  retired_reason text,
  updated_at     timestamptz not null,
  updated_by     uuid not null,
  primary key (entity_id, id),
  constraint system_name unique (entity_id, sort_key)
);

-- What other parts may read: the inventory, and the systems that support it.
create view planning.v_entry as
  select entity_id, procedure_id, slug, name, answers, defects, origin, revision, updated_at from planning.entry;

-- Whether nobody has said that it exchanges data is not known, and is null. Procedures are those that somebody chose and those whose entry names it.
create view planning.v_system as
  select s.entity_id, s.id, s.name, array(select row->>'nombre' from jsonb_array_elements(coalesce(s.answers->'otros_nombres', '[]')) row) as aliases,
    array(select unnest(s.procedures) union select e.procedure_id from planning.entry e where e.entity_id = s.entity_id and e.system_key = any(s.keys) order by 1) as procedures,
    (s.answers->>'intercambia')::boolean as interoperates, (s.answers->>'intercambia_desde')::date as since, s.retired_on
  from planning.system s;
