-- What can be counted of a case: no personal data, and of confidential ones only that they are.
-- `decide_by` is the last day to resolve, where such a term ran; `charged` and `certified`, whether an order of payment and a document were made;
-- `identified`, whether a provider of identity vouched for who asks.
create view cases.v_outcome as
  select entity_id, id, procedure_id, version, confidential, status, seq, submitted_at, closed_at,
    (select (term->>'currentDue')::date from jsonb_array_elements(state->'terms') term where term->>'name' = 'resolucion' limit 1) as decide_by,
    jsonb_path_exists(state, '$.services[*] ? (@.service == "charge")') as charged,
    jsonb_path_exists(state, '$.services[*] ? (@.service == "certificate")') as certified,
    applicant ? 'documentNumber' as identified
  from cases.case;

-- Which case changed, or was looked at, in the order of the ids: the audit, which every step writes anyway, so that the step pays nothing for it. A step of a case has written its fact, and so has its transaction, before it takes its id.
create view cases.v_change as
  select id as position, entity_id, substring(subject from 6)::uuid as case_id from kernel.audit where subject like 'case:%' and length(subject) = 41;

-- Up to where there are changes now. One with a lower position may still be on its way: its transaction has begun.
create function cases.change_mark() returns bigint language sql stable as $$ select coalesce(max(id), 0) from kernel.audit $$;
