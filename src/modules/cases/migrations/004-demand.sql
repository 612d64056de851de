-- What an inventory asks: how much of a procedure came in over a year.
create index case_procedure on cases.case (entity_id, procedure_id, submitted_at desc);
