-- Register of personal-information impact assessments (个人信息保护法 55, 56): kept at least three years.
create table impact_assessment (
  id uuid not null,
  title text not null,
  processing text not null,
  triggers text[] not null,
  necessity text not null,
  risks text not null,
  measures text not null,
  level text not null check (level in ('low', 'medium', 'high')),
  made_by uuid not null,
  maker_name text not null,
  made_at timestamptz(3) not null,
  approved_by uuid,
  approver_name text,
  approved_at timestamptz(3),
  review_due date,
  keep_until date,
  constraint impact_assessment_pkey primary key (id),
  constraint assessor_is_not_approver check (approved_by is null or approved_by <> made_by)
);

-- Breaches (个人信息保护法 57; 征信业管理条例 22): what happened is a log.
create table breach (
  id uuid not null,
  title text not null,
  discovered_at timestamptz(3) not null,
  registered_by uuid not null,
  constraint breach_pkey primary key (id)
);
create table breach_event (
  id uuid not null,
  breach_id uuid not null,
  step text not null check (step in ('registered', 'assessed', 'authority-notified', 'subjects-notified', 'subjects-exempt', 'closed')),
  facts jsonb not null,
  user_id uuid not null,
  user_name text not null,
  at timestamptz(3) not null,
  constraint breach_event_pkey primary key (id)
);
create unique index one_breach_step on breach_event (breach_id, step);

-- Emergency access to one firm's records (break-glass): asked, decided by a second person, time-boxed, reviewed.
create table glass_break (
  enterprise_id uuid not null,
  id uuid not null,
  reason text not null,
  minutes integer not null check (minutes > 0),
  asked_by uuid not null,
  asker_name text not null,
  asked_at timestamptz(3) not null,
  decided_by uuid,
  decider_name text,
  decided_at timestamptz(3),
  decision text check (decision in ('granted', 'refused')),
  opens_until timestamptz(3),
  reviewed_by uuid,
  reviewer_name text,
  reviewed_at timestamptz(3),
  verdict text check (verdict in ('justified', 'unjustified')),
  review_note text,
  constraint glass_break_pkey primary key (enterprise_id, id),
  constraint two_pairs_of_eyes check (decided_by is null or decided_by <> asked_by),
  constraint third_reviews check (reviewed_by is null or (reviewed_by <> asked_by and reviewed_by <> decided_by))
);
create index glass_break_asked_at_idx on glass_break (asked_at);

-- A firm that wants its data only stored (限制处理, 个人信息保护法 47): one row for each time, ended by itself alone.
create table storage_only (
  enterprise_id uuid not null,
  id uuid not null,
  since timestamptz(3) not null,
  until timestamptz(3),
  set_by uuid not null,
  constraint storage_only_pkey primary key (enterprise_id, id)
);
create unique index one_storage_only on storage_only (enterprise_id) where until is null;

do $$
declare t text;
begin
  foreach t in array array['impact_assessment', 'breach', 'breach_event', 'glass_break', 'storage_only'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner_all on %I to xinqiao_owner using (true) with check (true)', t);
    execute format('create policy batch_all on %I to xinqiao_batch using (true) with check (true)', t);
    execute format('grant select, insert on %I to xinqiao_app, xinqiao_batch', t);
  end loop;
  foreach t in array array['impact_assessment', 'breach', 'breach_event'] loop
    execute format('create policy platform on %I to xinqiao_app using (actor_reaches_any()) with check (actor_reaches_any())', t);
  end loop;
  foreach t in array array['breach', 'breach_event'] loop
    execute format('create trigger append_only before update or delete on %I for each row execute function refuse_change()', t);
    execute format('create trigger keep_all before truncate on %I for each statement execute function refuse_change()', t);
  end loop;
end $$;
create policy read_glass on glass_break for select to xinqiao_app
  using (enterprise_id = actor_enterprise() or actor_reaches_any());
create policy add_glass on glass_break for insert to xinqiao_app with check (actor_reaches_any());
create policy change_glass on glass_break for update to xinqiao_app using (actor_reaches_any());
create policy read_storage on storage_only for select to xinqiao_app using (true);
create policy set_own on storage_only for insert to xinqiao_app with check (enterprise_id = actor_enterprise());
create policy end_own on storage_only for update to xinqiao_app using (enterprise_id = actor_enterprise());
grant update (approved_by, approver_name, approved_at, review_due, keep_until) on impact_assessment to xinqiao_app;
grant update (decided_by, decider_name, decided_at, decision, opens_until, reviewed_by, reviewer_name, reviewed_at,
              verdict, review_note) on glass_break to xinqiao_app;
grant update (until) on storage_only to xinqiao_app;

-- What was written once stays: a decision, a review, an approval is added and never changed; nothing is deleted.
create function refuse_overwriting() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and not exists (
    select 1 from jsonb_each(to_jsonb(old)) o join jsonb_each(to_jsonb(new)) n using (key)
    where o.value <> 'null'::jsonb and o.value is distinct from n.value) then
    return new;
  end if;
  raise exception '% keeps what was written: % refused', tg_table_name, tg_op using errcode = 'XQ001';
end $$;
do $$
declare t text;
begin
  foreach t in array array['impact_assessment', 'glass_break', 'storage_only'] loop
    execute format('create trigger write_once before update or delete on %I for each row execute function refuse_overwriting()', t);
  end loop;
end $$;

-- The daily task clears what policy keeps no longer.
grant delete on delivery_file, notification to xinqiao_batch;
