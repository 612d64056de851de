-- By what officers find somebody's cases: the entity, the words of the name without accents, and the document without signs.
create function cases.person_words(entity uuid, applicant jsonb) returns tsvector language sql immutable parallel safe
return array_to_tsvector(array_remove(
  array[entity::text, regexp_replace(lower(coalesce(applicant ->> 'documentNumber', '')), '[^a-z0-9]', '', 'g')]
  || regexp_split_to_array(lower(regexp_replace(normalize(coalesce(applicant ->> 'name', ''), nfd), '[\u0300-\u036f]', '', 'g')), '[^a-z0-9]+'), ''));

create index case_person on cases.case using gin (cases.person_words(entity_id, applicant)) with (gin_pending_list_limit = 512);
