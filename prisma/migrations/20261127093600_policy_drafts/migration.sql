-- Schemes now say of their money what ledgers ask (pool, caps, fuse with its measure): what the platform shipped before is
-- taken out, and the seed of this start puts it in again in the new shape.
delete from policy_version where kind in ('compensation', 'subsidy');

-- Policy versions are made as drafts by one person and published by another; a published version is never edited.
alter table policy_version
  add column drafted_by uuid,
  add column published_by uuid,
  add constraint maker_is_not_checker check (published_by is null or published_by is distinct from drafted_by);

create table policy_draft (
  id uuid not null constraint policy_draft_pkey primary key,
  code text not null,
  version integer not null,
  based_on integer not null,
  kind text not null check (kind in ('compensation', 'subsidy')),
  jurisdiction text not null,
  name_zh text not null,
  name_en text not null,
  legal_basis text not null,
  valid_from date not null,
  valid_to date,
  body jsonb not null,
  examples jsonb not null,
  unverified text[] not null,
  note text not null,
  state text not null default 'draft' check (state in ('draft', 'published', 'discarded')),
  drafted_by uuid not null,
  drafted_at timestamptz(3) not null,
  changed_at timestamptz(3) not null,
  decided_by uuid,
  decided_at timestamptz(3),
  constraint draft_dates check (valid_to is null or valid_to >= valid_from),
  constraint draft_maker_is_not_checker check (state <> 'published' or (decided_by is not null and decided_by <> drafted_by))
);
create unique index one_open_draft on policy_draft (code) where state = 'draft';
create unique index one_draft_per_version on policy_draft (code, version) where state = 'published';

-- A replay of loans under a version or a draft: what it would have cost.
create table policy_simulation (
  id uuid not null constraint policy_simulation_pkey primary key,
  scheme_code text not null,
  scheme_version integer not null,
  draft_id uuid,
  source text not null check (source in ('platform', 'file')),
  file_name text,
  from_on date not null,
  to_on date not null,
  pool_fen bigint,
  state text not null default 'ordered' check (state in ('ordered', 'running', 'done', 'failed')),
  loans_done integer not null default 0,
  loans_total integer not null default 0,
  result jsonb,
  problem jsonb,
  ordered_by uuid not null,
  ordered_at timestamptz(3) not null,
  finished_at timestamptz(3)
);
create index policy_simulation_ordered_at_idx on policy_simulation (ordered_at desc);

-- The loan file of a simulation, until and after a worker has read it.
create table policy_simulation_file (
  simulation_id uuid not null constraint policy_simulation_file_pkey primary key,
  content bytea not null
);

do $$
declare t text;
begin
  foreach t in array array['policy_draft', 'policy_simulation', 'policy_simulation_file'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner_all on %I to xinqiao_owner using (true) with check (true)', t);
    execute format('create policy batch_all on %I to xinqiao_batch using (true) with check (true)', t);
    execute format('create policy platform_read on %I for select to xinqiao_app using (actor_reaches_any())', t);
    execute format('grant select, insert on %I to xinqiao_app', t);
    execute format('grant select, insert, update on %I to xinqiao_batch', t);
  end loop;
end $$;
create policy draft_own on policy_draft for insert to xinqiao_app
  with check (actor_reaches_any() and drafted_by = actor_user() and state = 'draft');
create policy change_draft on policy_draft for update to xinqiao_app using (actor_reaches_any());
grant update on policy_draft to xinqiao_app;
create policy order_own on policy_simulation for insert to xinqiao_app
  with check (actor_reaches_any() and ordered_by = actor_user());
create policy hand_in on policy_simulation_file for insert to xinqiao_app with check (actor_reaches_any());

-- A draft is changed by its maker alone, and by nobody once it was published or discarded.
create function guard_policy_draft() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.state <> 'draft' then
    raise exception 'a decided draft is kept as it is' using errcode = 'XQ001';
  end if;
  if new.drafted_by <> old.drafted_by or new.code <> old.code or new.version <> old.version then
    raise exception 'a draft keeps its maker, its scheme and its version' using errcode = 'XQ001';
  end if;
  if current_user = 'xinqiao_app' then
    if new.state = 'published' and new.decided_by is distinct from actor_user() then
      raise exception 'a draft is published by the person who acts' using errcode = 'XQ001';
    end if;
    if (to_jsonb(new) - 'state' - 'decided_by' - 'decided_at') <> (to_jsonb(old) - 'state' - 'decided_by' - 'decided_at')
       and old.drafted_by <> actor_user() then
      raise exception 'a draft is changed by its maker alone' using errcode = 'XQ001';
    end if;
  end if;
  return new;
end $$;
create trigger guard before update or delete on policy_draft for each row execute function guard_policy_draft();

-- A person publishes only what a draft says that this very person, who is not its maker, has just decided. What the platform
-- ships has neither maker nor publisher.
create function guard_policy_version() returns trigger language plpgsql as $$
begin
  if current_user = 'xinqiao_app' and (actor_user() is not null or num_nonnulls(new.drafted_by, new.published_by) > 0)
     and not exists (
    select 1 from policy_draft d
    where d.code = new.code and d.version = new.version and d.state = 'published' and d.decided_by = actor_user()
      and d.drafted_by = new.drafted_by and d.decided_by = new.published_by and d.body = new.body
      and d.examples = new.examples and d.valid_from = new.valid_from and d.valid_to is not distinct from new.valid_to
  ) then
    raise exception 'a version is published from a draft by a second person' using errcode = 'XQ001';
  end if;
  return new;
end $$;
create trigger guard before insert on policy_version for each row execute function guard_policy_version();
create trigger append_only before update or delete on policy_version for each row execute function refuse_change();
create trigger keep_all before truncate on policy_version for each statement execute function refuse_change();
revoke update on policy_version from xinqiao_app, xinqiao_batch;
