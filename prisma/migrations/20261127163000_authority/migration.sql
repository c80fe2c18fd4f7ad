-- A pause for documents, a second look by other people, and who may decide what at a bank.
alter table application add column paused_on date;
alter table application add column resumed_on date;
alter table application add column second_look_at timestamptz(3);
alter table application add column second_look_reason text;
alter table application add column barred uuid[] not null default '{}';
alter table application add constraint pause_in_order check (resumed_on is null or paused_on <= resumed_on);
alter table application add constraint barred_stay_out
  check (not (maker_id = any(barred)) and not (checker_id = any(barred)));

-- The largest amount that a person of a bank may approve; without a row there is no limit.
create table bank_authority (
  institution_id uuid not null,
  user_id uuid not null,
  most_fen bigint not null constraint bank_authority_most check (most_fen >= 0),
  set_by uuid not null,
  set_at timestamptz(3) not null,
  constraint bank_authority_pkey primary key (institution_id, user_id)
);
-- A reviewer lends a colleague the own limit for some days.
create table bank_delegation (
  id uuid not null constraint bank_delegation_pkey primary key,
  institution_id uuid not null,
  from_user uuid not null,
  to_user uuid not null,
  first_day date not null,
  last_day date not null,
  made_at timestamptz(3) not null,
  ended_at timestamptz(3),
  constraint bank_delegation_days check (first_day <= last_day),
  constraint bank_delegation_two check (from_user <> to_user)
);
create index bank_delegation_to_user_idx on bank_delegation (institution_id, to_user);
-- A person of a bank has an interest in a firm and stays out of its applications.
create table bank_interest (
  enterprise_id uuid not null,
  id uuid not null,
  institution_id uuid not null,
  user_id uuid not null,
  reason text not null,
  declared_at timestamptz(3) not null,
  constraint bank_interest_pkey primary key (enterprise_id, id),
  constraint bank_interest_once unique (enterprise_id, institution_id, user_id)
);
create index bank_interest_user_id_idx on bank_interest (institution_id, user_id);
-- A view of the inbox that a person keeps.
create table inbox_view (
  id uuid not null constraint inbox_view_pkey primary key,
  institution_id uuid not null,
  user_id uuid not null,
  name text not null,
  query text not null,
  created_at timestamptz(3) not null,
  constraint inbox_view_name unique (institution_id, user_id, name)
);

do $$
declare t text;
begin
  foreach t in array array['bank_authority', 'bank_delegation', 'bank_interest', 'inbox_view'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner_all on %I to xinqiao_owner using (true) with check (true)', t);
    execute format('create policy batch_all on %I to xinqiao_batch using (true) with check (true)', t);
    execute format('grant select, insert on %I to xinqiao_app, xinqiao_batch', t);
    execute format('create policy parties on %I to xinqiao_app using (institution_id = actor_institution()) with check (institution_id = actor_institution())', t);
  end loop;
end $$;
grant update (most_fen, set_by, set_at), delete on bank_authority to xinqiao_app;
grant update (ended_at) on bank_delegation to xinqiao_app;
grant delete on inbox_view to xinqiao_app;
create trigger append_only before update or delete on bank_interest for each row execute function refuse_change();
