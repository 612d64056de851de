create schema identity;

-- The institutions that share this installation.
create table identity.entity (
  id uuid primary key,
  key text not null unique check (key ~ '^[a-z][a-z0-9-]{1,59}$'),
  name text not null,
  acronym text not null,
  department text check (department in ('LP', 'CB', 'SC', 'OR', 'PT', 'CH', 'TJ', 'BE', 'PD'))
);

-- Everybody who has ever come in: what every module may know of them.
create table identity.person (
  id uuid primary key,
  kind text not null check (kind in ('citizen', 'officer')),
  entity_id uuid references identity.entity,
  name text not null,
  roles text[] not null,
  units text[] not null default '{}',
  email text,
  phone text,
  document_type text check (document_type in ('CI', 'CIE')),
  document_number text,
  document_complement text,
  birth_date date,
  created_at timestamptz not null,
  disabled_at timestamptz,
  check ((kind = 'officer') = (entity_id is not null))
);
create unique index person_document on identity.person (document_type, document_number, coalesce(document_complement, '')) where kind = 'citizen';
create index person_of_entity on identity.person (entity_id, name, id) where kind = 'officer';
create index person_units on identity.person using gin (units) where kind = 'officer';

-- The names under which identity providers know a citizen.
create table identity.citizen_link (
  issuer text not null,
  subject text not null,
  person_id uuid not null references identity.person on delete cascade,
  linked_at timestamptz not null,
  primary key (issuer, subject)
);
create index citizen_link_person on identity.citizen_link (person_id);

-- How an officer proves who they are. The secret of the second factor is sealed with the key file.
create table identity.officer (
  entity_id uuid not null references identity.entity,
  person_id uuid not null unique references identity.person on delete cascade,
  username text not null unique,
  password_hash text not null,
  must_change_password boolean not null,
  totp_sealed bytea,
  totp_last_step bigint,
  is_demo boolean not null default false,
  primary key (entity_id, person_id)
);

create table identity.recovery_code (
  person_id uuid not null references identity.person on delete cascade,
  code_hash text not null,
  primary key (person_id, code_hash)
);

-- An open session, under the hash of its token: whoever reads this table cannot enter with it.
create table identity.session (
  token_hash bytea primary key,
  id uuid not null unique,
  person_id uuid not null references identity.person on delete cascade,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  idle_seconds int not null,
  ip text not null,
  agent text not null,
  id_token_sealed bytea,
  access_token_sealed bytea
);
create index session_person on identity.session (person_id, created_at);
create index session_expiry on identity.session (expires_at);

-- A login that has begun: state, nonce and verifier towards the provider, or the officer between password and code.
create table identity.pending_login (
  token_hash bytea primary key,
  kind text not null check (kind in ('citizen', 'officer')),
  payload_sealed bytea not null,
  expires_at timestamptz not null
);
create index pending_login_expiry on identity.pending_login (expires_at);

-- Attempts without success, by account and by address.
create table identity.attempts (
  key text primary key,
  failures int not null,
  blocked_until timestamptz,
  last_at timestamptz not null
);
create index attempts_age on identity.attempts (last_at);

-- The embedded provider, which stands in for Ciudadanía Digital: what it must remember, and the people it knows.
create table identity.oidc_model (
  kind text not null,
  id text not null,
  payload jsonb not null,
  grant_id text,
  uid text,
  expires_at timestamptz,
  primary key (kind, id)
);
create index oidc_model_grant on identity.oidc_model (grant_id) where grant_id is not null;
create index oidc_model_uid on identity.oidc_model (kind, uid) where uid is not null;
create index oidc_model_expiry on identity.oidc_model (expires_at) where expires_at is not null;

create table identity.oidc_account (
  subject uuid primary key,
  document_type text not null,
  document_number text not null unique,
  given_names text not null,
  first_surname text,
  second_surname text,
  birth_date date not null,
  email text,
  phone text,
  password_hash text not null
);
