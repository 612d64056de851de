-- In which transaction a fact was written: whoever reads what is new asks for transactions that have ended, and so skips none that commits late.
-- Facts from before have none. Facts lie in the order in which they were written, so that a summary of each stretch of the table finds the new ones and
-- costs next to nothing to keep.
alter table cases.fact add column xid bigint;
alter table cases.fact alter column xid set default pg_current_xact_id()::text::bigint;
create index fact_xid on cases.fact using brin (xid) with (pages_per_range = 16, autosummarize = on);

-- Which case changed, in which transaction.
create view cases.v_change as select entity_id, case_id, xid from cases.fact where xid is not null;

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
