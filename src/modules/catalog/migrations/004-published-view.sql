-- What other parts may read: each procedure that can be found now, with its entity and whether it is asked for on line here.
create view catalog.v_published as
  select p.id as procedure_id, p.slug, p.entity_key, p.version, v.content->>'name' as name, v.published_at, v.runs_here
  from catalog.procedure p join catalog.procedure_version v on v.procedure_id = p.id and v.version = p.version
  where p.withdrawn_at is null;
