-- A session that was closed, for as long as it could have gone on and one hour more: a form of one of its pages may still come.
-- Its token opens nothing; it only says whose the form is.
create table identity.former_session (
  token_hash bytea primary key,
  session_id uuid not null,
  person_id uuid not null references identity.person on delete cascade,
  expires_at timestamptz not null
);
create index former_session_person on identity.former_session (person_id, session_id);
create index former_session_expiry on identity.former_session (expires_at);

-- What somebody had typed when their session had ended, until they log in again in the same browser. Sealed with the key file.
create table identity.late_form (
  id uuid primary key,
  browser_hash bytea not null,
  person_id uuid not null references identity.person on delete cascade,
  form_sealed bytea not null,
  kept_at timestamptz not null,
  expires_at timestamptz not null
);
create index late_form_person on identity.late_form (person_id, kept_at);
create index late_form_browser on identity.late_form (browser_hash);
create index late_form_expiry on identity.late_form (expires_at);
