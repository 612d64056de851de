-- Who says that a computed figure is wrong shows why: the document, by name and number.
alter table indicators.contest add column evidence text not null default '';
alter table indicators.contest add column contested_by_name text not null default '';
alter table indicators.contest_answer add column answered_by_name text not null default '';
create index contest_latest on indicators.contest (id desc);
