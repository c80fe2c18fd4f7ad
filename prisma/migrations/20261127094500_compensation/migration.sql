-- Compensation: pools, enrolments, claims with their steps, payments and recoveries. Money itself is in the ledger.

-- A compensation pool (风险补偿资金池) that pays under one scheme; its money is in the ledger account `pool:<code>`.
create table compensation_pool (
  id uuid not null,
  code text not null,
  scheme_code text not null,
  name_zh text not null,
  name_en text not null,
  portfolio text,
  opened_on date not null,
  constraint compensation_pool_pkey primary key (id)
);
create unique index compensation_pool_code_key on compensation_pool (code);
create index compensation_pool_scheme_code_idx on compensation_pool (scheme_code);

-- A loan enrolled with a pool at disbursement (备案); without one nothing is compensated. Append-only.
create table enrolment (
  enterprise_id uuid not null,
  id uuid not null,
  loan_id uuid not null,
  institution_id uuid not null,
  pool_id uuid not null,
  scheme_code text not null,
  scheme_version integer not null,
  mode text not null,
  bank_year integer not null,
  principal_fen bigint not null,
  flags text[] not null,
  share_ppm integer,
  ceiling_fen bigint not null,
  lines jsonb not null,
  enrolled_on date not null,
  enrolled_at timestamptz(3) not null,
  constraint enrolment_pkey primary key (enterprise_id, id)
);
create unique index enrolment_pool_id_loan_id_enterprise_id_key on enrolment (pool_id, loan_id, enterprise_id);
create index enrolment_id_idx on enrolment (id);
create index enrolment_loan_id_idx on enrolment (loan_id);
create index enrolment_institution_id_enrolled_on_idx on enrolment (institution_id, enrolled_on);
create index enrolment_pool_id_bank_year_institution_id_idx on enrolment (pool_id, bank_year, institution_id);

-- A claim on a pool (补偿申请).
create table compensation_claim (
  enterprise_id uuid not null,
  id uuid not null,
  enrolment_id uuid not null,
  loan_id uuid not null,
  institution_id uuid not null,
  pool_id uuid not null,
  state text not null,
  waits text,
  determined_on date not null,
  enrolled_on date not null,
  claim_year integer not null,
  mode text not null,
  unpaid_fen bigint not null,
  recovered_before_fen bigint not null,
  guarantor_fen bigint not null,
  insurer_fen bigint not null,
  loss_fen bigint not null,
  causes jsonb not null,
  agreed_ppm integer,
  evidence jsonb not null,
  payable_fen bigint not null,
  lines jsonb not null,
  hold_id uuid,
  hold_fen bigint not null default 0,
  hold_until date,
  holds integer not null default 0,
  proposed_by uuid,
  batch_id uuid,
  claimed_by uuid not null,
  claimed_at timestamptz(3) not null,
  constraint compensation_claim_pkey primary key (enterprise_id, id)
);
create index compensation_claim_id_idx on compensation_claim (id);
create index compensation_claim_pool_id_state_idx on compensation_claim (pool_id, state);
create index compensation_claim_institution_id_state_idx on compensation_claim (institution_id, state);
create index compensation_claim_enrolment_id_idx on compensation_claim (enrolment_id);
create index compensation_claim_batch_id_idx on compensation_claim (batch_id);

-- A step of a claim; append-only.
create table claim_event (
  enterprise_id uuid not null,
  id bigserial not null,
  claim_id uuid not null,
  institution_id uuid not null,
  kind text not null,
  at timestamptz(3) not null,
  user_id uuid,
  user_name text not null,
  party text not null,
  text text not null,
  facts jsonb not null,
  constraint claim_event_pkey primary key (enterprise_id, id)
);
create index claim_event_claim_id_idx on claim_event (claim_id);

-- What a pool paid on a claim, or took back after a new determination (negative); append-only.
create table claim_payment (
  enterprise_id uuid not null,
  id uuid not null,
  claim_id uuid not null,
  loan_id uuid not null,
  institution_id uuid not null,
  pool_id uuid not null,
  amount_fen bigint not null,
  transaction_id bigint not null,
  paid_on date not null,
  proposed_by uuid,
  confirmed_by uuid,
  at timestamptz(3) not null,
  constraint claim_payment_pkey primary key (enterprise_id, id)
);
create index claim_payment_claim_id_idx on claim_payment (claim_id);
create index claim_payment_pool_id_paid_on_idx on claim_payment (pool_id, paid_on);

-- Money that came back on a compensated loan, and how it was split; append-only.
create table claim_recovery (
  enterprise_id uuid not null,
  id uuid not null,
  claim_id uuid not null,
  loan_id uuid not null,
  institution_id uuid not null,
  pool_id uuid not null,
  received_on date not null,
  gross_fen bigint not null,
  costs_fen bigint not null,
  to_pool_fen bigint not null,
  parts jsonb not null,
  transaction_id bigint,
  recorded_by uuid not null,
  at timestamptz(3) not null,
  constraint claim_recovery_pkey primary key (enterprise_id, id)
);
create index claim_recovery_claim_id_idx on claim_recovery (claim_id);
create index claim_recovery_pool_id_received_on_idx on claim_recovery (pool_id, received_on);

-- Many claims that are settled together by a job (批量结算).
create table settlement_batch (
  id uuid not null,
  pool_id uuid not null,
  state text not null,
  claims integer not null,
  amount_fen bigint not null,
  runs integer not null default 0,
  proposed_by uuid not null,
  proposed_at timestamptz(3) not null,
  confirmed_by uuid,
  finished_at timestamptz(3),
  constraint settlement_batch_pkey primary key (id)
);
create index settlement_batch_pool_id_proposed_at_idx on settlement_batch (pool_id, proposed_at);

alter table enrolment add constraint enrolment_principal check (principal_fen > 0);
alter table enrolment add constraint enrolment_mode check (mode in ('bank', 'guarantor'));
alter table compensation_claim add constraint compensation_claim_state
  check (state in ('waiting', 'held', 'returned', 'proposed', 'paid', 'refused', 'withdrawn'));
alter table compensation_claim add constraint compensation_claim_waits check (waits in ('pool', 'limit', 'fuse', 'turn'));
alter table compensation_claim add constraint compensation_claim_amounts check (
  unpaid_fen >= 0 and recovered_before_fen >= 0 and guarantor_fen >= 0 and insurer_fen >= 0
  and payable_fen >= 0 and payable_fen + guarantor_fen + insurer_fen <= greatest(loss_fen, guarantor_fen + insurer_fen));
alter table compensation_claim add constraint compensation_claim_hold check ((hold_id is null) = (hold_fen = 0));
-- A loan has one claim that is neither refused nor withdrawn.
create unique index one_live_claim on compensation_claim (enrolment_id) where state not in ('refused', 'withdrawn');
-- Whoever proposes a settlement is not whoever confirms it.
alter table claim_payment add constraint maker_is_not_checker check (confirmed_by is null or confirmed_by <> proposed_by);
alter table settlement_batch add constraint maker_is_not_checker check (confirmed_by is null or confirmed_by <> proposed_by);
alter table settlement_batch add constraint settlement_batch_state check (state in ('proposed', 'running', 'stopped', 'done'));
alter table claim_recovery add constraint claim_recovery_amounts
  check (gross_fen > 0 and costs_fen >= 0 and costs_fen <= gross_fen and to_pool_fen >= 0);

do $$
declare t text;
begin
  foreach t in array array['compensation_pool', 'enrolment', 'compensation_claim', 'claim_event', 'claim_payment',
                           'claim_recovery', 'settlement_batch'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner_all on %I to xinqiao_owner using (true) with check (true)', t);
    execute format('create policy batch_all on %I to xinqiao_batch using (true) with check (true)', t);
    execute format('grant select, insert on %I to xinqiao_app, xinqiao_batch', t);
  end loop;
  -- Shared by the firm and the institution of the loan; money is moved by the platform.
  foreach t in array array['enrolment', 'compensation_claim', 'claim_event', 'claim_payment', 'claim_recovery'] loop
    execute format('create policy read_parties on %I for select to xinqiao_app using (enterprise_id = actor_enterprise() or institution_id = actor_institution() or actor_reaches_any())', t);
    execute format('create policy platform_adds on %I for insert to xinqiao_app with check (actor_reaches_any())', t);
  end loop;
  foreach t in array array['enrolment', 'claim_event', 'claim_payment', 'claim_recovery'] loop
    execute format('create trigger append_only before update or delete on %I for each row execute function refuse_change()', t);
    execute format('create trigger keep_all before truncate on %I for each statement execute function refuse_change()', t);
  end loop;
end $$;
create policy platform_changes on compensation_claim for update to xinqiao_app using (actor_reaches_any());
grant update on compensation_claim to xinqiao_app, xinqiao_batch;
create policy read_all on compensation_pool for select to xinqiao_app using (true);
create policy platform_adds on compensation_pool for insert to xinqiao_app with check (actor_reaches_any());
create policy platform_all on settlement_batch to xinqiao_app using (actor_reaches_any()) with check (actor_reaches_any());
grant update on settlement_batch to xinqiao_app, xinqiao_batch;
grant usage, select on all sequences in schema public to xinqiao_app, xinqiao_batch;
