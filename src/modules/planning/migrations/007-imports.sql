-- Where an entry came from may be a sheet, and a state of it may be an older one that was taken back.
alter table planning.entry drop constraint entry_origin_check;
alter table planning.entry add constraint entry_origin check (origin in ('written', 'published', 'portal', 'sheet', 'restored'));

-- What waits is a day old at most, and is kept in another shape from here on.
drop table planning.import;

-- A file on its way: it is received, read, its columns said, compared, and then waits for somebody to say yes. Nothing of it is in the inventory yet.
create table planning.import (
  entity_id  uuid not null,
  id         uuid not null,
  file_name  text not null,
  stage      text not null check (stage in ('reading', 'mapping', 'comparing', 'ready', 'failed')),
  source     text not null check (source in ('upload', 'address', 'folder')),
  kind       text check (kind in ('portal', 'lines', 'sheets')),
  -- The file until it is read, then its sheets and what they and their columns are taken for.
  file       bytea,
  sheets     jsonb,
  mappings   jsonb,
  -- The rows that it would bring in.
  rows       jsonb not null default '[]',
  -- What the page says of all rows: how many of each kind, and the first of them.
  counts     jsonb,
  shown      jsonb,
  -- Why it failed, in a sentence for people.
  problem    text,
  -- Rows that were compared, of how many.
  done       int not null default 0,
  total      int not null default 0,
  created_at timestamptz not null,
  -- Nobody where the weekly reading found it.
  created_by uuid,
  primary key (entity_id, id)
);
create index import_age on planning.import (created_at);

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
