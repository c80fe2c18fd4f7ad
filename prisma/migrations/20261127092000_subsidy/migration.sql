-- A settlement of subsidies for a quarter (贴息结算): worked out for every loan, approved by a second person, paid by the ledger.
create table subsidy_run (
  id uuid not null constraint subsidy_run_pkey primary key,
  quarter text not null,
  state text not null default 'computing',
  ordered_by uuid not null,
  ordered_at timestamptz(3) not null,
  decided_by uuid,
  decided_at timestamptz(3),
  note text,
  paid_at timestamptz(3)
);
create index subsidy_run_quarter_idx on subsidy_run (quarter);

-- What a loan is entitled to under a scheme by the end of a quarter, and what of it this run settles; append-only.
create table subsidy_entitlement (
  enterprise_id uuid not null,
  id uuid not null,
  run_id uuid not null,
  loan_id uuid not null,
  institution_id uuid not null,
  scheme_code text not null,
  scheme_version integer not null,
  quarter text not null,
  full_fen bigint not null,
  cumulative_fen bigint not null,
  amount_fen bigint not null,
  from_on date not null,
  until_on date not null,
  deductions jsonb not null,
  funding jsonb not null,
  made_at timestamptz(3) not null,
  constraint subsidy_entitlement_pkey primary key (enterprise_id, id)
);
create unique index subsidy_entitlement_enterprise_id_run_id_loan_id_scheme_code_key on subsidy_entitlement (enterprise_id, run_id, loan_id, scheme_code);
create index subsidy_entitlement_loan_id_idx on subsidy_entitlement (loan_id);
create index subsidy_entitlement_run_id_idx on subsidy_entitlement (run_id);

-- Money of a subsidy by payer: paid out, demanded back, returned; append-only. What stands is a sum.
create table subsidy_entry (
  enterprise_id uuid not null,
  id uuid not null,
  loan_id uuid not null,
  institution_id uuid not null,
  scheme_code text not null,
  kind text not null,
  payer text not null,
  amount_fen bigint not null,
  effective_on date not null,
  entitlement_id uuid,
  reclaim_id uuid,
  ledger_key text not null,
  recorded_at timestamptz(3) not null,
  constraint subsidy_entry_pkey primary key (enterprise_id, id)
);
create unique index subsidy_entry_ledger_key_key on subsidy_entry (ledger_key);
create index subsidy_entry_loan_id_idx on subsidy_entry (loan_id);

-- A subsidy that was misused, or lost by wilful default: reported by one person, decided by another.
create table subsidy_reclaim (
  enterprise_id uuid not null,
  id uuid not null,
  loan_id uuid not null,
  institution_id uuid not null,
  cause text not null,
  misuse_on date not null,
  scope text not null,
  note text not null,
  state text not null default 'reported',
  reported_by uuid not null,
  reported_at timestamptz(3) not null,
  decided_by uuid,
  decided_at timestamptz(3),
  due_on date,
  constraint subsidy_reclaim_pkey primary key (enterprise_id, id)
);
create index subsidy_reclaim_loan_id_idx on subsidy_reclaim (loan_id);

-- A firm refuses a subsidy that comes by itself (免申即享), or takes it up again; append-only, the last one holds.
create table subsidy_choice (
  enterprise_id uuid not null,
  id uuid not null,
  loan_id uuid not null,
  institution_id uuid not null,
  choice text not null,
  chosen_by uuid not null,
  chosen_at timestamptz(3) not null,
  constraint subsidy_choice_pkey primary key (enterprise_id, id)
);
create index subsidy_choice_loan_id_idx on subsidy_choice (loan_id);

-- Which part of the money goes where the schemes want it, as the bank states it; append-only, the last one holds.
create table subsidy_purpose (
  enterprise_id uuid not null,
  id uuid not null,
  loan_id uuid not null,
  institution_id uuid not null,
  eligible_ppm integer not null,
  stated_by uuid not null,
  stated_at timestamptz(3) not null,
  constraint subsidy_purpose_pkey primary key (enterprise_id, id)
);
create index subsidy_purpose_loan_id_idx on subsidy_purpose (loan_id);

-- Who orders does not approve, who reports does not decide; one settlement of a quarter at a time.
alter table subsidy_run add constraint maker_is_not_checker check (decided_by is null or decided_by <> ordered_by);
alter table subsidy_reclaim add constraint maker_is_not_checker check (decided_by is null or decided_by <> reported_by);
alter table subsidy_entry
  add constraint subsidy_entry_kind check (kind in ('paid', 'demanded', 'returned')),
  add constraint subsidy_entry_amount check (amount_fen <> 0 and (kind = 'paid' or amount_fen > 0));
alter table subsidy_purpose add constraint eligible_part check (eligible_ppm between 0 and 1000000);
create unique index one_open_run on subsidy_run ((true)) where state in ('computing', 'proposed', 'approved');
create unique index one_entry_per_payer on subsidy_entry (enterprise_id, entitlement_id, payer) where entitlement_id is not null;
create unique index one_open_reclaim on subsidy_reclaim (enterprise_id, loan_id) where state in ('reported', 'demanded');

do $$
declare t text;
begin
  foreach t in array array['subsidy_run', 'subsidy_entitlement', 'subsidy_entry', 'subsidy_reclaim', 'subsidy_choice',
                           'subsidy_purpose'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner_all on %I to current_user using (true) with check (true)', t);
    execute format('create policy batch_all on %I to xinqiao_batch using (true) with check (true)', t);
    execute format('grant select, insert on %I to xinqiao_app, xinqiao_batch', t);
  end loop;
  -- The firm and the bank of a loan see what concerns it; the platform alone works out and pays.
  foreach t in array array['subsidy_entitlement', 'subsidy_entry', 'subsidy_reclaim', 'subsidy_choice', 'subsidy_purpose'] loop
    execute format('create policy read_parties on %I for select to xinqiao_app using (enterprise_id = actor_enterprise() or institution_id = actor_institution() or actor_reaches_any())', t);
  end loop;
  foreach t in array array['subsidy_entitlement', 'subsidy_entry'] loop
    execute format('create policy platform_insert on %I for insert to xinqiao_app with check (actor_reaches_any())', t);
  end loop;
  foreach t in array array['subsidy_entitlement', 'subsidy_entry', 'subsidy_choice', 'subsidy_purpose'] loop
    execute format('create trigger append_only before update or delete on %I for each row execute function refuse_change()', t);
    execute format('create trigger keep_all before truncate on %I for each statement execute function refuse_change()', t);
  end loop;
end $$;
create policy platform on subsidy_run to xinqiao_app using (actor_reaches_any()) with check (actor_reaches_any());
create policy report on subsidy_reclaim for insert to xinqiao_app
  with check (institution_id = actor_institution() or actor_reaches_any());
create policy decide on subsidy_reclaim for update to xinqiao_app using (actor_reaches_any());
create policy choose on subsidy_choice for insert to xinqiao_app
  with check (enterprise_id = actor_enterprise() or actor_reaches_any());
create policy state on subsidy_purpose for insert to xinqiao_app
  with check (institution_id = actor_institution() or actor_reaches_any());
grant update on subsidy_run, subsidy_reclaim to xinqiao_app, xinqiao_batch;
