-- The entity's list of cases, by status and newest first. Confidential cases have an index of their own, by procedure, so that whoever
-- may not see them never walks over them.
drop index cases.case_entity;
drop index cases.case_status;
create index case_open_list on cases.case (entity_id, status, submitted_at desc, id desc) where not confidential;
create index case_confidential_list on cases.case (entity_id, procedure_id, version, status, submitted_at desc, id desc) where confidential;
