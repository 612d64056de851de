create schema calendars;

-- Days on which public offices don't work. They belong to the country, not to an entity. «of» is the department's code or the municipality's name.
create table calendars.day (
  id          uuid primary key,
  day         date not null,
  name        text not null,
  scope       text not null check (scope in ('national', 'department', 'municipality')),
  of          text not null default '',
  norm        text not null,
  source      text not null,
  unconfirmed text not null default '',
  -- Whether it came with the program or an administrator wrote it.
  origin      text not null check (origin in ('content', 'administrator')),
  added_by    uuid,
  added_at    timestamptz not null,
  check ((scope = 'national') = (of = '')),
  constraint day_once unique (scope, of, day, norm)
);
create index day_by_day on calendars.day (day);

-- One row: grows with every change, so that a process knows whether its copy is still good.
create table calendars.revision (
  only_row boolean primary key default true check (only_row),
  revision int not null,
  changed_at timestamptz not null
);
insert into calendars.revision values (true, 0, now());
