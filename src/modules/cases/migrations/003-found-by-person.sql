-- By what officers find somebody's cases: the entity, the words of the name without accents, and the document without signs. They stand beside the case and not in
-- an index over it, because who asked never changes, and a case changes with every step. What is noted of a step has the step's own time.
create function cases.person_words(entity uuid, applicant jsonb) returns tsvector language sql immutable parallel safe
return array_to_tsvector(array_remove(
  array[entity::text, regexp_replace(lower(coalesce(applicant ->> 'documentNumber', '')), '[^a-z0-9]', '', 'g')]
  || regexp_split_to_array(lower(regexp_replace(normalize(coalesce(applicant ->> 'name', ''), nfd), '[\u0300-\u036f]', '', 'g')), '[^a-z0-9]+'), ''));

create table cases.case_person (
  entity_id uuid not null,
  case_id   uuid not null,
  words     tsvector not null,
  primary key (entity_id, case_id)
);
insert into cases.case_person (entity_id, case_id, words) select entity_id, id, cases.person_words(entity_id, applicant) from cases.case;
create index case_person_words on cases.case_person using gin (words) with (gin_pending_list_limit = 512);

create or replace function cases.append(
  p_entity uuid, p_case uuid, p_expected int, p_command text, p_fact jsonb, p_row jsonb,
  p_tasks jsonb, p_closed text[], p_outbox jsonb, p_cancelled text[], p_audit jsonb
) returns int language plpgsql as $$
declare
  v_seq int := p_expected + 1;
  v_done int;
begin
  if p_command is not null then
    insert into cases.command (key, case_id, seq) values (p_command, p_case, v_seq) on conflict (key) do nothing;
    if not found then
      select c.seq into v_done from cases.command c where c.key = p_command;
      return v_done;
    end if;
  end if;
  if p_expected = 0 then
    insert into cases.case (entity_id, id, number, procedure_id, version, slug, title, applicant_id, applicant, confidential, status, due, seq, head, state, answers, submitted_at, updated_at, closed_at)
    select p_entity, p_case, r.number, r.procedure_id, r.version, r.slug, r.title, r.applicant_id, r.applicant, r.confidential, r.status, r.due, 1, p_fact ->> 'hash', r.state, r.answers, r.at, r.at, r.closed_at
    from jsonb_to_record(p_row) as r(number text, procedure_id text, version int, slug text, title text, applicant_id uuid, applicant jsonb, confidential boolean, status text, due date, state jsonb, answers jsonb, at timestamptz, closed_at timestamptz);
    insert into cases.case_person (entity_id, case_id, words) values (p_entity, p_case, cases.person_words(p_entity, p_row -> 'applicant'));
    delete from cases.draft where id = p_case;
  else
    update cases.case c set status = p_row ->> 'status', due = (p_row ->> 'due')::date, seq = v_seq, head = p_fact ->> 'hash', state = p_row -> 'state',
      answers = coalesce(p_row -> 'answers', c.answers), updated_at = (p_row ->> 'at')::timestamptz, closed_at = (p_row ->> 'closed_at')::timestamptz
    where c.entity_id = p_entity and c.id = p_case and c.seq = p_expected;
    if not found then
      if p_command is not null then delete from cases.command where key = p_command; end if;
      return -1;
    end if;
  end if;
  insert into cases.fact (entity_id, case_id, seq, type, at, text, hash)
  values (p_entity, p_case, v_seq, p_fact ->> 'type', (p_row ->> 'at')::timestamptz, p_fact ->> 'text', p_fact ->> 'hash');
  if cardinality(p_closed) > 0 then
    delete from cases.task where case_id = p_case and key = any(p_closed);
  end if;
  if jsonb_array_length(p_tasks) > 0 then
    insert into cases.task (entity_id, case_id, key, unit, element, name, kind, assignee_id, assignee, due, sort_due, opened_at, slug, number, title, applicant, status)
    select p_entity, p_case, t.key, t.unit, t.element, t.name, t.kind, t.assignee_id, t.assignee, t.due, coalesce(t.due, 'infinity'::date), t.opened_at,
      p_row ->> 'slug', p_row ->> 'number', p_row ->> 'title', p_row ->> 'applicant_name', p_row ->> 'status'
    from jsonb_to_recordset(p_tasks) as t(key text, unit text, element text, name text, kind text, assignee_id uuid, assignee text, due date, opened_at timestamptz)
    on conflict (case_id, key) do update set assignee_id = excluded.assignee_id, assignee = excluded.assignee, due = excluded.due, sort_due = excluded.sort_due, status = excluded.status;
  end if;
  if cardinality(p_cancelled) > 0 then
    delete from kernel.outbox where key = any(p_cancelled);
  end if;
  if jsonb_array_length(p_outbox) > 0 then
    insert into kernel.outbox (topic, key, payload, run_at)
    select m.topic, m.key, m.payload, coalesce(m.run_at, now()) from jsonb_to_recordset(p_outbox) as m(topic text, key text, payload jsonb, run_at timestamptz)
    on conflict (key) do nothing;
  end if;
  insert into kernel.audit (at, entity_id, person_id, role, action, subject, detail)
  values ((p_row ->> 'at')::timestamptz, p_entity, (p_audit ->> 'person_id')::uuid, p_audit ->> 'role', p_audit ->> 'action', 'case:' || p_case, '{}');
  return v_seq;
end $$;
