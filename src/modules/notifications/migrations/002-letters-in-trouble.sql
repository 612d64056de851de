-- Letters that did not go out, for whoever administers the entity: few among many, found without reading the others.
create index delivery_given_up on notifications.delivery (entity_id, given_up_at desc, id desc) where given_up_at is not null;
create index delivery_retried on notifications.delivery (entity_id) where problem is not null and sent_at is null and given_up_at is null;
