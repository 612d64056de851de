-- Where an entry came from may be a sheet, and a state of it may be an older one that was taken back.
alter table planning.entry drop constraint entry_origin_check, add constraint entry_origin_check check (origin in ('written', 'published', 'portal', 'sheet', 'restored'));

-- What waits is a day old at most, and its rows are kept in another shape from here on.
delete from planning.import;

-- A file is received, read, its columns said, compared, and then waits. `rows` are those that it would bring in; `shown` and `counts` what the page says of all.
alter table planning.import
  alter column created_by drop not null,
  alter column rows set default '[]',
  add column stage text not null check (stage in ('reading', 'mapping', 'comparing', 'ready', 'failed')),
  add column source text not null check (source in ('upload', 'address', 'folder')),
  add column kind text check (kind in ('portal', 'lines', 'sheets')),
  add column file bytea,
  add column sheets jsonb,
  add column mappings jsonb,
  add column counts jsonb,
  add column shown jsonb,
  -- Why it failed, in a sentence for people.
  add column problem text,
  -- Rows that were compared, of how many.
  add column done int not null default 0,
  add column total int not null default 0;

-- What became of every file.
create table planning.import_log (
  entity_id  uuid not null,
  id         uuid not null,
  source     text not null,
  file_name  text not null,
  outcome    text not null check (outcome in ('confirmed', 'discarded', 'failed', 'expired', 'unchanged')),
  brought    int not null,
  left_alone int not null,
  wrong      int not null,
  problem    text,
  at         timestamptz not null,
  -- Nobody where the program did it by itself.
  by         uuid,
  primary key (entity_id, id)
);
comment on table planning.import_log is 'append-only: what came in, when, and what became of it';

-- What the entity has said of sheets and heads, so that the next file of the same kind needs nothing.
create table planning.sheet_memory (
  entity_id uuid primary key,
  memory    jsonb not null,
  set_at    timestamptz not null,
  set_by    uuid not null
);
