create schema catalog;

-- One row for the whole catalogue: `revision` grows with every change, so that processes know when what they keep is stale.
create table catalog.state (
  only_row boolean primary key default true check (only_row),
  revision bigint not null default 0,
  folder_hash text not null default '',
  vocabulary jsonb not null default '{}'
);
insert into catalog.state default values;

create table catalog.entity (
  key text primary key,
  name text not null,
  acronym text,
  site text,
  phone text
);

create table catalog.procedure (
  id text primary key,
  slug text not null unique,
  entity_key text not null references catalog.entity,
  version integer not null,
  -- Set when its folder is gone: nobody finds it any more, and cases that run on its versions go on.
  withdrawn_at timestamptz
);
create index procedure_by_entity on catalog.procedure (entity_key, id);

create table catalog.procedure_version (
  procedure_id text not null,
  version integer not null,
  hash text not null,
  published_at timestamptz not null,
  runs_here boolean not null,
  content jsonb not null,
  files jsonb not null,
  primary key (procedure_id, version)
);
comment on table catalog.procedure_version is 'append-only: a published version never changes, and cases stay on theirs';

-- Every combination of facets that occurs, so that counting them is counting small numbers.
create table catalog.facet_set (
  id integer generated always as identity primary key,
  department text not null,
  categories text[] not null,
  life_events text[] not null,
  audience text[] not null,
  channels text[] not null,
  unique (department, categories, life_events, audience, channels)
);

-- The short list of pending entries makes publishing many at once six times faster, and a search reads it in less than a millisecond.
-- Narrow on purpose: a broad search reads tens of thousands of these rows. `head` holds the words of name (=word, n:stem) and of name, entity
-- and keywords (h:stem); lower `rank` comes first.
create table catalog.search_document (
  doc integer generated always as identity primary key,
  procedure_id text not null unique references catalog.procedure,
  entity_key text not null,
  facet_set integer not null references catalog.facet_set,
  rank smallint not null,
  sort_key text collate "C" not null,
  head tsvector not null
);
create index search_document_head on catalog.search_document using gin (head) with (gin_pending_list_limit = 512);
create index search_document_order on catalog.search_document (sort_key, doc);
create index search_document_facets on catalog.search_document (facet_set, entity_key);

-- The stems of everything that the procedure says, for words that its head does not have.
create table catalog.search_body (
  doc integer primary key references catalog.search_document on delete cascade,
  body tsvector not null
);
create index search_body_body on catalog.search_body using gin (body) with (gin_pending_list_limit = 512);

-- The words that occur, each with what is left of how it sounds after one or two letters are lost: two words within two slips share one.
create table catalog.search_word (
  word text primary key,
  shown text not null,
  in_head boolean not null,
  deletions text[] not null
);
create index search_word_deletions on catalog.search_word using gin (deletions) with (gin_pending_list_limit = 512);
