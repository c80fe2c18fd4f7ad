-- Rights of natural persons behind their own link: reports of everything held, objections to one record, refusals of a
-- request; and what was escalated once its clock ran out.

-- A report on everything held about a person was opened; two a year are free by law (征信业管理条例 17).
create table person_report (
  enterprise_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  subject_id uuid not null,
  at timestamptz(3) not null,
  constraint person_report_pkey primary key (enterprise_id, id)
);
create index person_report_subject_id_idx on person_report (subject_id, at);

-- A person refused a request to consent: the same bank does not ask again for the purpose until the day is over.
create table person_refusal (
  enterprise_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  institution_id uuid not null,
  purpose text not null,
  at timestamptz(3) not null,
  holds_until date not null,
  constraint person_refusal_pkey primary key (enterprise_id, id)
);
create unique index one_person_refusal on person_refusal (enterprise_id, person_id);

-- A person objects to one record; words and answer under the person's key.
create table person_objection (
  enterprise_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  subject_id uuid not null,
  fact_id uuid not null,
  item text not null,
  provider_id uuid not null,
  sealed bytea not null,
  filed_at timestamptz(3) not null,
  due_on date not null,
  -- upheld | refused
  verdict text check (verdict in ('upheld', 'refused')),
  sealed_answer bytea,
  answered_by uuid,
  answerer_name text,
  answered_at timestamptz(3),
  constraint person_objection_pkey primary key (enterprise_id, id),
  constraint answered_whole check ((verdict is null) = (answered_at is null) and (verdict is null) = (sealed_answer is null))
);
create unique index one_pending_person_objection on person_objection (enterprise_id, fact_id) where verdict is null;
create index person_objection_subject_id_idx on person_objection (subject_id);

-- What was reported once its clock had run out, each clock once.
create table duty_escalation (
  kind text not null,
  subject_id uuid not null,
  step text not null,
  at timestamptz(3) not null,
  constraint duty_escalation_pkey primary key (kind, subject_id, step)
);

do $$
declare t text;
begin
  foreach t in array array['person_report', 'person_refusal', 'person_objection', 'duty_escalation'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner_all on %I to xinqiao_owner using (true) with check (true)', t);
    execute format('create policy batch_all on %I to xinqiao_batch using (true) with check (true)', t);
    execute format('create policy platform on %I to xinqiao_app using (actor_reaches_any()) with check (actor_reaches_any())', t);
    execute format('grant select, insert on %I to xinqiao_app, xinqiao_batch', t);
  end loop;
  foreach t in array array['person_report', 'person_refusal', 'duty_escalation'] loop
    execute format('create trigger append_only before update or delete on %I for each row execute function refuse_change()', t);
    execute format('create trigger keep_all before truncate on %I for each statement execute function refuse_change()', t);
  end loop;
end $$;
-- The firm that asked sees that the person refused.
create policy read_own on person_refusal for select to xinqiao_app using (enterprise_id = actor_enterprise());
grant update (verdict, sealed_answer, answered_by, answerer_name, answered_at) on person_objection to xinqiao_app, xinqiao_batch;

create function refuse_second_answer() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.verdict is null and new.verdict is not null
    and (new.sealed, new.fact_id, new.due_on) is not distinct from (old.sealed, old.fact_id, old.due_on) then
    return new;
  end if;
  raise exception 'an objection of a person is answered once and never changed';
end $$;
create trigger answered_once before update or delete on person_objection for each row execute function refuse_second_answer();
create trigger keep_all before truncate on person_objection for each statement execute function refuse_change();
