-- Since when a message fails, and by which code: an administrator is told in words, and the few that fail are found among the many that wait.
alter table kernel.outbox add column failing_since timestamptz;
alter table kernel.outbox add column error_code text;
update kernel.outbox set failing_since = created_at where last_error is not null;
create index outbox_failing on kernel.outbox (failing_since, id) where failing_since is not null;

alter table kernel.outbox_failed add column failing_since timestamptz;
alter table kernel.outbox_failed add column error_code text;
create index outbox_failed_latest on kernel.outbox_failed (failed_at, id);
