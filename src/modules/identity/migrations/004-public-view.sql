-- What other parts may read of the institutions of this installation.
create view identity.v_entity as select id, key, name, acronym, department from identity.entity;
