-- Joint modelling: a bank's outcomes meet the platform's features inside; only what the allow-list names comes out.
create table joint_study (
  id uuid not null constraint joint_study_pkey primary key,
  institution_id uuid not null,
  name text not null,
  state text not null default 'ordered' check (state in ('ordered', 'running', 'done', 'refused')),
  rows_given integer not null,
  content_hash text not null,
  epsilon_milli integer not null check (epsilon_milli >= 0),
  released jsonb,
  refusal jsonb,
  ordered_by uuid not null,
  ordered_at timestamptz(3) not null,
  finished_at timestamptz(3),
  constraint released_when_done check ((state = 'done') = (released is not null) and (state = 'refused') = (refusal is not null))
);
create index joint_study_institution_id_ordered_at_idx on joint_study (institution_id, ordered_at desc);

create table joint_outcome (
  study_id uuid not null constraint joint_outcome_pkey primary key,
  content text not null,
  marks text[] not null default '{}'
);

create table joint_card (
  study_id uuid not null constraint joint_card_pkey primary key,
  body jsonb not null,
  hash text not null
);

do $$
declare t text;
begin
  foreach t in array array['joint_study', 'joint_outcome', 'joint_card'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner_all on %I to xinqiao_owner using (true) with check (true)', t);
    execute format('create policy batch_all on %I to xinqiao_batch using (true) with check (true)', t);
    execute format('create policy platform on %I to xinqiao_app using (actor_reaches_any()) with check (actor_reaches_any())', t);
    execute format('grant select, insert, update on %I to xinqiao_app, xinqiao_batch', t);
  end loop;
end $$;
create policy own_read on joint_study for select to xinqiao_app using (institution_id = actor_institution());
create policy own_order on joint_study for insert to xinqiao_app
  with check (institution_id = actor_institution() and ordered_by = actor_user() and state = 'ordered');
-- A bank hands outcomes in and reads none back.
create policy hand_in on joint_outcome for insert to xinqiao_app with check (actor_institution() is not null);

-- What was asked is kept as it was asked; what was released is released once.
create function guard_joint_study() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.state in ('done', 'refused')
     or (to_jsonb(new) - 'state' - 'released' - 'refusal' - 'finished_at')
        <> (to_jsonb(old) - 'state' - 'released' - 'refusal' - 'finished_at') then
    raise exception 'a study is kept as it is' using errcode = 'XQ001';
  end if;
  return new;
end $$;
create trigger guard before update or delete on joint_study for each row execute function guard_joint_study();
