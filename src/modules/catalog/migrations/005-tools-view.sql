-- Which tools of electronic government each procedure that can be found now uses, by what was published of it. Where it runs here, a provider of identity vouches for who asks.
create view catalog.v_tools as
  select p.id as procedure_id, p.slug, p.entity_key, v.content->>'name' as name, v.published_at, v.runs_here, v.content->'free' = 'true' as free,
    coalesce(v.files->>'flow.bpmn', '') like '%v:service="charge"%' as charges,
    coalesce(v.files->>'flow.bpmn', '') like '%v:service="certificate"%' as certifies,
    coalesce(v.files->>'flow.bpmn', '') like '%v:waits="appointment"%' as books
  from catalog.procedure p join catalog.procedure_version v on v.procedure_id = p.id and v.version = p.version
  where p.withdrawn_at is null;
