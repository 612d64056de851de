-- The whole catalogue counted, so that showing it without a search reads a few thousand small rows and not every procedure. It is counted
-- anew in the transaction that changes the catalogue.
create table catalog.facet_count (
  facet_set integer not null,
  entity_key text not null,
  n integer not null,
  primary key (facet_set, entity_key)
);
insert into catalog.facet_count select facet_set, entity_key, count(*) from catalog.search_document group by 1, 2;
