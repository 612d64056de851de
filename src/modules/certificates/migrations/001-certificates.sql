create schema certificates;

-- Sealed documents. Rows are never deleted, so that a code is never used twice; what ends one is a row of its own.
create table certificates.certificate (
  entity_id uuid not null,
  id uuid not null,
  code text not null unique,
  case_id uuid not null,
  element text not null,
  procedure_id text not null,
  procedure_name text not null,
  procedure_version text not null,
  title text not null,
  holder jsonb not null,
  facts jsonb not null,
  -- json and not jsonb: it is printed again from here, and the order of its members is part of what is printed.
  given json not null,
  template_sha256 text not null,
  issued_at timestamptz not null,
  valid_until date,
  sha256 text not null,
  bytes int not null,
  unsigned_sha256 text not null,
  demonstration boolean not null,
  primary key (entity_id, id),
  -- Asking again for the same element of the same case gives the same document.
  unique (entity_id, case_id, element)
);
comment on column certificates.certificate.facts is 'the lines that anybody who has the code may see';
create unique index certificate_id on certificates.certificate (id);
create index certificate_case on certificates.certificate (case_id);
create unique index certificate_sha256 on certificates.certificate (sha256);

create table certificates.revocation (
  entity_id uuid not null,
  certificate_id uuid not null,
  at timestamptz not null,
  by uuid not null,
  reason text not null,
  note text not null,
  primary key (entity_id, certificate_id),
  foreign key (entity_id, certificate_id) references certificates.certificate (entity_id, id)
);
