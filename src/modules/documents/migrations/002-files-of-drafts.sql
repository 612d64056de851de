-- How much a person has uploaded and not handed in is asked at every upload.
create index file_of_draft on documents.file (created_by) where owner like 'draft:%';
