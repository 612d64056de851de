-- Keys of the checks that had nothing to look at: of these it can't be said that all is well.
alter table supervision.check_run add column baseless text[] not null default '{}';
