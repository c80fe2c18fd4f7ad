-- The ledger (资金总账): every fen is double entry. Rows are written by the functions below and by nothing else; a row is
-- never changed. A positive amount is a debit (借, into the account), a negative one a credit (贷, out of it).

create table ledger_account (
  id uuid not null default gen_random_uuid() constraint ledger_account_pkey primary key,
  code text not null,
  kind text not null constraint ledger_account_kind check (
    kind in ('pool', 'treasury', 'bank', 'borrower', 'guarantor', 'insurer', 'interest', 'suspense')),
  scheme_code text,
  enterprise_id uuid,
  institution_id uuid,
  name_zh text not null,
  name_en text not null,
  -- What its balance less its holds may not fall below; null where the ledger sets no bound.
  floor_fen bigint,
  opened_at timestamptz(3) not null
);
create unique index ledger_account_code_key on ledger_account (code);
create index ledger_account_enterprise_id_idx on ledger_account (enterprise_id);
create index ledger_account_institution_id_idx on ledger_account (institution_id);

create table ledger_transaction (
  id bigserial not null constraint ledger_transaction_pkey primary key,
  key text not null,
  request_hash text not null,
  kind text not null,
  effective_on date not null,
  booked_at timestamptz(3) not null,
  postings smallint not null constraint ledger_transaction_postings check (postings >= 2),
  parties uuid[] not null,
  enterprise_id uuid,
  institution_id uuid,
  loan_id uuid,
  reference_kind text,
  reference_id uuid,
  hold_id uuid,
  reverses bigint,
  memo text,
  recorded_by uuid,
  -- SHA-256 of what the transaction says, its postings included.
  seal text not null
);
create unique index ledger_transaction_key_key on ledger_transaction (key);
create unique index ledger_transaction_reverses_key on ledger_transaction (reverses) where reverses is not null;
create unique index ledger_transaction_hold_id_key on ledger_transaction (hold_id) where hold_id is not null;
create index ledger_transaction_reference_id_idx on ledger_transaction (reference_id) where reference_id is not null;
create index ledger_transaction_loan_id_idx on ledger_transaction (loan_id) where loan_id is not null;

create table ledger_posting (
  transaction_id bigint not null,
  seq smallint not null constraint ledger_posting_seq check (seq >= 1),
  account_id uuid not null,
  amount_fen bigint not null constraint ledger_posting_amount check (amount_fen <> 0),
  effective_on date not null,
  enterprise_id uuid,
  institution_id uuid,
  constraint ledger_posting_pkey primary key (transaction_id, seq)
);
create index ledger_posting_account_id_effective_on_idx on ledger_posting (account_id, effective_on, transaction_id);

-- Money set aside (预留): the legs it would be paid by and the limits it uses up, as one unit.
create table ledger_hold (
  id uuid not null default gen_random_uuid() constraint ledger_hold_pkey primary key,
  key text not null,
  request_hash text not null,
  kind text not null,
  placed_on date not null,
  placed_at timestamptz(3) not null,
  expires_on date,
  from_accounts uuid[] not null,
  to_accounts uuid[] not null,
  amounts_fen bigint[] not null,
  scopes text[] not null,
  charges_fen bigint[] not null,
  parties uuid[] not null,
  enterprise_id uuid,
  institution_id uuid,
  loan_id uuid,
  reference_kind text,
  reference_id uuid,
  recorded_by uuid,
  constraint ledger_hold_legs check (cardinality(from_accounts) >= 1
    and cardinality(from_accounts) = cardinality(to_accounts) and cardinality(from_accounts) = cardinality(amounts_fen)),
  constraint ledger_hold_scopes check (cardinality(scopes) = cardinality(charges_fen))
);
create unique index ledger_hold_key_key on ledger_hold (key);
create index ledger_hold_reference_id_idx on ledger_hold (reference_id) where reference_id is not null;
create index ledger_hold_expires_on_idx on ledger_hold (expires_on) where expires_on is not null;

-- How a hold ended; a hold without such a row is pending.
create table ledger_hold_end (
  hold_id uuid not null constraint ledger_hold_end_pkey primary key,
  outcome text not null constraint ledger_hold_end_outcome check (outcome in ('posted', 'released', 'expired')),
  transaction_id bigint,
  reason text,
  ended_on date not null,
  ended_at timestamptz(3) not null,
  recorded_by uuid,
  parties uuid[] not null,
  constraint ledger_hold_end_posted check ((outcome = 'posted') = (transaction_id is not null))
);

-- What may be used up within a scope: of a borrower, a bank in a year, a pool in a year. A null ceiling only counts.
create table ledger_limit (
  scope text not null constraint ledger_limit_pkey primary key,
  ceiling_fen bigint constraint ledger_limit_ceiling check (ceiling_fen >= 0),
  used_fen bigint not null default 0,
  enterprise_id uuid,
  institution_id uuid
);
create index ledger_limit_enterprise_id_idx on ledger_limit (enterprise_id) where enterprise_id is not null;
create index ledger_limit_institution_id_idx on ledger_limit (institution_id) where institution_id is not null;

-- Changes of a ceiling and uses of a limit are numbered in one order: both are written under the lock of the limit.
create sequence ledger_limit_step;

create table ledger_limit_change (
  id bigint not null default nextval('ledger_limit_step') constraint ledger_limit_change_pkey primary key,
  scope text not null,
  ceiling_fen bigint,
  changed_at timestamptz(3) not null,
  recorded_by uuid
);
create index ledger_limit_change_scope_idx on ledger_limit_change (scope, id);

-- What uses up a limit (positive) or gives room back (negative); the sum is what is used.
create table ledger_use (
  id bigint not null default nextval('ledger_limit_step') constraint ledger_use_pkey primary key,
  scope text not null,
  amount_fen bigint not null constraint ledger_use_amount check (amount_fen <> 0),
  hold_id uuid,
  transaction_id bigint,
  constraint ledger_use_cause check (num_nonnulls(hold_id, transaction_id) >= 1)
);
create index ledger_use_scope_idx on ledger_use (scope);
create index ledger_use_hold_id_idx on ledger_use (hold_id) where hold_id is not null;
create index ledger_use_transaction_id_idx on ledger_use (transaction_id) where transaction_id is not null;

-- Running totals of the accounts that have a floor, where a write has to ask; proved equal to the sums by verify-ledger.
create table ledger_total (
  account_id uuid not null constraint ledger_total_pkey primary key,
  floor_fen bigint not null,
  posted_fen bigint not null default 0,
  held_fen bigint not null default 0 constraint ledger_total_held check (held_fen >= 0)
);

-- Closed accounting periods (会计期间), in order; the digest covers the seals of all its transactions.
create table ledger_period (
  ends_on date not null constraint ledger_period_pkey primary key,
  transactions bigint not null,
  turnover_fen bigint not null,
  digest text not null,
  closed_at timestamptz(3) not null,
  closed_by uuid
);

-- Access: rows are read under policies and written by functions alone.
do $$
declare t text;
begin
  foreach t in array array['ledger_account', 'ledger_transaction', 'ledger_posting', 'ledger_hold', 'ledger_hold_end',
                           'ledger_limit', 'ledger_limit_change', 'ledger_use', 'ledger_total', 'ledger_period'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner_all on %I to current_user using (true) with check (true)', t);
    execute format('create policy batch_all on %I for select to xinqiao_batch using (true)', t);
    execute format('grant select on %I to xinqiao_app, xinqiao_batch', t);
  end loop;
  foreach t in array array['ledger_account', 'ledger_posting', 'ledger_limit'] loop
    execute format('create policy read_own on %I for select to xinqiao_app using (enterprise_id = actor_enterprise() or institution_id = actor_institution() or actor_reaches_any())', t);
  end loop;
  foreach t in array array['ledger_transaction', 'ledger_hold', 'ledger_hold_end'] loop
    execute format('create policy read_own on %I for select to xinqiao_app using (actor_enterprise() = any (parties) or actor_institution() = any (parties) or actor_reaches_any())', t);
  end loop;
  foreach t in array array['ledger_use', 'ledger_limit_change', 'ledger_total'] loop
    execute format('create policy read_any on %I for select to xinqiao_app using (actor_reaches_any())', t);
  end loop;
  foreach t in array array['ledger_account', 'ledger_transaction', 'ledger_posting', 'ledger_hold', 'ledger_hold_end',
                           'ledger_limit_change', 'ledger_use', 'ledger_period'] loop
    execute format('create trigger append_only before update or delete on %I for each row execute function refuse_change()', t);
    execute format('create trigger keep_all before truncate on %I for each statement execute function refuse_change()', t);
  end loop;
end $$;
create policy read_all on ledger_period for select to xinqiao_app using (true);

-- Balance, twice: what one statement adds is balanced within each transaction and complete, so that a transaction never
-- grows; and at commit every new transaction has its postings.
create function ledger_check_added() returns trigger language plpgsql as $$
declare wrong bigint;
begin
  select p.transaction_id into wrong
  from (select transaction_id, count(*) as n, max(seq) as last, sum(amount_fen) as rest from added group by 1) p
  left join ledger_transaction t on t.id = p.transaction_id
  where t.id is null or p.rest <> 0 or p.n <> t.postings or p.last <> t.postings
  limit 1;
  if found then
    raise exception 'ledger transaction % is not balanced', wrong using errcode = 'XQ002';
  end if;
  return null;
end $$;
create trigger balanced after insert on ledger_posting referencing new table as added
  for each statement execute function ledger_check_added();

create function ledger_check_complete() returns trigger language plpgsql as $$
begin
  if (select count(*) <> new.postings or sum(amount_fen) <> 0 from ledger_posting where transaction_id = new.id) then
    raise exception 'ledger transaction % is not balanced', new.id using errcode = 'XQ002';
  end if;
  return null;
end $$;
create constraint trigger balanced after insert on ledger_transaction deferrable initially deferred
  for each row execute function ledger_check_complete();

-- The seal of a transaction: one text for one content. Legs are pairs of postings, in order.
create function ledger_seal(
  p_key text, p_hash text, p_kind text, p_effective date, p_booked timestamptz, p_enterprise uuid, p_institution uuid,
  p_loan uuid, p_reference_kind text, p_reference uuid, p_hold uuid, p_reverses bigint, p_memo text, p_by uuid,
  p_from uuid[], p_to uuid[], p_amounts bigint[]
) returns text language sql stable as $$
  select encode(sha256(convert_to(row(p_key, p_hash, p_kind, p_effective - date '1970-01-01', extract(epoch from p_booked),
    p_enterprise, p_institution, p_loan, p_reference_kind, p_reference, p_hold, p_reverses, p_memo, p_by,
    p_from, p_to, p_amounts)::text, 'UTF8')), 'hex') $$;
