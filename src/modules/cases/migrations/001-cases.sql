create schema cases;

-- What an applicant has filled in and not handed in yet. The draft's id becomes the case's.
create table cases.draft (
  id           uuid primary key,
  entity_id    uuid not null,
  procedure_id text not null,
  version      int not null,
  applicant_id uuid not null,
  answers      jsonb not null default '{}',
  entered      jsonb not null default '{}',
  created_at   timestamptz not null,
  updated_at   timestamptz not null
);
create index draft_applicant on cases.draft (applicant_id, updated_at desc);

-- What an applicant is correcting and has not sent yet.
create table cases.correction (
  case_id    uuid primary key,
  answers    jsonb not null,
  updated_at timestamptz not null
);

-- One row a case: what lists and the next event need. Everything in it follows from its facts.
create table cases.case (
  entity_id    uuid not null,
  id           uuid not null,
  number       text not null unique,
  procedure_id text not null,
  version      int not null,
  slug         text not null,
  title        text not null,
  applicant_id uuid not null,
  applicant    jsonb not null,
  confidential boolean not null,
  status       text not null,
  due          date,
  seq          int not null,
  head         text not null,
  state        jsonb not null,
  answers      jsonb not null,
  submitted_at timestamptz not null,
  updated_at   timestamptz not null,
  closed_at    timestamptz,
  primary key (entity_id, id)
) with (fillfactor = 80);
create unique index case_id on cases.case (id);
create index case_applicant on cases.case (applicant_id, submitted_at desc, id);
create index case_entity on cases.case (entity_id, submitted_at desc, id);
create index case_status on cases.case (entity_id, status, submitted_at desc, id);

create index case_open on cases.case (id) where closed_at is null;

-- The truth: what happened, in the canonical text that is hashed.
create table cases.fact (
  entity_id uuid not null,
  case_id   uuid not null,
  seq       int not null,
  type      text not null,
  at        timestamptz not null,
  text      text not null,
  hash      text not null,
  primary key (case_id, seq)
);
comment on table cases.fact is 'append-only: facts of cases, each tied to the one before';

-- Work that waits, and who holds it. One partial index for each order in which a queue may be read.
create table cases.task (
  entity_id   uuid not null,
  case_id     uuid not null,
  key         text not null,
  unit        text not null,
  element     text not null,
  name        text not null,
  kind        text not null,
  assignee_id uuid,
  assignee    text,
  due         date,
  sort_due    date not null,
  opened_at   timestamptz not null,
  slug        text not null,
  number      text not null,
  title       text not null,
  applicant   text not null,
  status      text not null,
  primary key (case_id, key)
) with (fillfactor = 80);
create index task_unit_due on cases.task (entity_id, unit, sort_due, case_id, key);
create index task_unit_free on cases.task (entity_id, unit, sort_due, case_id, key) where assignee_id is null;
create index task_mine on cases.task (entity_id, assignee_id, sort_due, case_id, key) where assignee_id is not null;
create index task_procedure on cases.task (entity_id, unit, slug, sort_due, case_id, key);

-- Commands already carried out, so that a repeated one changes nothing.
create table cases.command (
  key     text primary key,
  case_id uuid not null,
  seq     int not null,
  at      timestamptz not null default now()
);

-- Numbers that people see. A sequence never gives one twice, even when a submission fails half way.
create sequence cases.number_seq;

-- Writes one event of a case in one statement: the fact, the case, its tasks, the command's key, the audit row and the outbox, or nothing at all.
-- Gives the new seq; -1 when the case was changed meanwhile; the old seq when the command had been carried out already.
create function cases.append(
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
  insert into kernel.audit (entity_id, person_id, role, action, subject, detail)
  values (p_entity, (p_audit ->> 'person_id')::uuid, p_audit ->> 'role', p_audit ->> 'action', 'case:' || p_case, '{}');
  return v_seq;
end $$;

-- What other modules may read of cases: no personal data.
create view cases.v_case as
  select entity_id, id, procedure_id, version, slug, status, due, submitted_at, closed_at from cases.case where not confidential;
