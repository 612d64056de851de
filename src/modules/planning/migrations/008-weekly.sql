-- Where a new file of the inventory is looked for every week, by the program itself: an address on the Internet, the entity's folder of the data folder, or both.
create table planning.weekly_source (
  entity_id uuid primary key,
  address   text,
  folder    boolean not null,
  next_at   timestamptz not null,
  last_at   timestamptz,
  -- Why the last reading failed, in a sentence for people; null where it went well.
  problem   text,
  set_at    timestamptz not null,
  set_by    uuid not null
);
create index weekly_source_due on planning.weekly_source (next_at);
