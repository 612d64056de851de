-- Whether the value of the UFV was an example of the demonstration when the charge was made: the payer is told so.
alter table payments.charge add column ufv_is_example boolean not null default false;
