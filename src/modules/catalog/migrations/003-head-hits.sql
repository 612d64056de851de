-- Which procedures have in their head what is asked, and how well: 1 every typed word in the name (or a synonym, in what is asked for most), 2 every thing in
-- the name in some form, 3 elsewhere. The planner takes matching a text for as cheap as comparing two numbers, and would rather match every row than look
-- into the index; it is a function so that this is settled here and not by the session, which a pooler may share.
create function catalog.head_hits(asked tsquery, exact tsquery, named tsquery)
  returns table (doc integer, entity_key text, facet_set integer, rank smallint, sort_key text, tier integer)
  language sql stable rows 5000 set enable_seqscan = off
begin atomic
  select d.doc, d.entity_key, d.facet_set, d.rank, d.sort_key,
    case when d.head @@ exact or (d.rank < 0 and d.head @@ named) then 1 when d.head @@ named then 2 else 3 end
  from catalog.search_document d where d.head @@ asked;
end;
