create schema documents;

-- One file as somebody uploaded it. A row exists only after its bytes are durable under their hash.
create table documents.file (
  entity_id uuid not null,
  id uuid not null,
  -- 'draft:<id>' while it may still be taken away, 'case:<id>' afterwards.
  owner text not null,
  field_id text not null,
  name text not null,
  kind text not null,
  type text not null,
  bytes bigint not null check (bytes > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  scan text not null check (scan in ('clean', 'not_scanned', 'infected')),
  -- Carries scripts, macros or embedded files: shown only as pictures, and said so beside the download.
  active boolean not null,
  created_by uuid,
  created_at timestamptz not null,
  primary key (entity_id, id)
);
create index file_owner on documents.file (entity_id, owner, id);
create index file_sha256 on documents.file (sha256);
create index file_not_scanned on documents.file (id) where scan = 'not_scanned';

-- Contents that perhaps no file refers to: written before the bytes are put and when a file is removed, settled by the sweep.
create table documents.loose (
  sha256 text primary key,
  since timestamptz not null
);
