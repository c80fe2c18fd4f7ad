-- Loans in service: everything that happens to a loan after its first drawdown is a row that is never edited.

alter table loan
  -- The most that may be drawn; null when all was drawn at once.
  add column limit_fen bigint check (limit_fen >= principal_fen),
  -- The same money through every renewal: the first loan's id (identity = money, not contract).
  add column money_id uuid,
  add column renews_loan_id uuid,
  -- What the rate is today; the contract's own rate stays in rate_ppm.
  add column current_rate_ppm integer,
  -- A floating rate: the LPR of a tenor plus a spread, repriced every so many months on the contract's own date.
  add column lpr_tenor text check (lpr_tenor in ('1y', '5y')),
  add column lpr_spread_ppm integer,
  add column reprice_months integer check (reprice_months > 0),
  add constraint floating_is_whole check (num_nonnulls(lpr_tenor, lpr_spread_ppm, reprice_months) in (0, 3));
create unique index one_renewal_of_a_loan on loan (enterprise_id, renews_loan_id) where renews_loan_id is not null;
create index loan_money_idx on loan (enterprise_id, money_id) where money_id is not null;

create table loan_event (
  enterprise_id uuid not null,
  id uuid not null,
  loan_id uuid not null,
  institution_id uuid not null,
  kind text not null check (kind in ('drawdown', 'rate-change', 'extension', 'restructuring', 'renewal', 'write-off', 'reversal')),
  effective_on date not null,
  amount_fen bigint check (amount_fen > 0),
  rate_ppm integer,
  months integer check (months > 0),
  method text,
  reverses_id uuid,
  into_loan_id uuid,
  -- A renewal that meets the rules for small firms is no downgrade; any other is borrowing new to repay old.
  qualifying boolean,
  note text,
  recorded_by uuid,
  recorded_at timestamptz(3) not null,
  constraint loan_event_pkey primary key (enterprise_id, id)
);
create index loan_event_loan_id_idx on loan_event (loan_id);
create unique index one_reversal on loan_event (enterprise_id, reverses_id) where reverses_id is not null;

alter table repayment
  add column kind text not null default 'repayment' check (kind in ('repayment', 'prepayment', 'recovery')),
  add column effect text check (effect in ('shorter-term', 'smaller-instalment')),
  add column penalty_fen bigint not null default 0 check (penalty_fen >= 0),
  -- The bank's own number of the payment: the same one is booked once.
  add column serial_no text,
  add column file_id uuid,
  add constraint prepayment_has_effect check ((kind = 'prepayment') = (effect is not null));
create unique index one_payment_a_serial on repayment (institution_id, serial_no, enterprise_id) where serial_no is not null;

-- The schedule as it stands, made from the log and remade when the log grows.
alter table instalment add column kind text not null default 'instalment' check (kind in ('instalment', 'paid-ahead', 'carried'));
drop trigger append_only on instalment;
drop trigger keep_all on instalment;
grant delete on instalment to xinqiao_app, xinqiao_batch;

-- What one person proposes and another decides: a write-off.
create table loan_proposal (
  enterprise_id uuid not null,
  id uuid not null,
  loan_id uuid not null,
  institution_id uuid not null,
  kind text not null check (kind in ('write-off')),
  effective_on date not null,
  reason text not null,
  maker_id uuid not null,
  made_at timestamptz(3) not null,
  state text not null default 'open' check (state in ('open', 'confirmed', 'rejected')),
  checker_id uuid,
  decided_at timestamptz(3),
  constraint loan_proposal_pkey primary key (enterprise_id, id),
  constraint maker_is_not_checker check (checker_id is null or checker_id <> maker_id)
);
create unique index one_open_proposal on loan_proposal (enterprise_id, loan_id) where state = 'open';
create index loan_proposal_loan_id_idx on loan_proposal (loan_id);

-- A bank's monthly file of payments; the same bytes are taken in once.
create table repayment_file (
  id uuid not null constraint repayment_file_pkey primary key,
  institution_id uuid not null,
  sha256 text not null,
  name text not null,
  rows_read integer not null,
  rows_booked integer not null,
  rows_known integer not null,
  rows_rejected integer not null,
  uploaded_by uuid not null,
  uploaded_at timestamptz(3) not null
);
create unique index one_file_once on repayment_file (institution_id, sha256);
create index repayment_file_uploaded_at_idx on repayment_file (institution_id, uploaded_at);

create table repayment_reject (
  file_id uuid not null,
  row_no integer not null,
  institution_id uuid not null,
  column_name text not null,
  refusal jsonb not null,
  cells text[] not null,
  constraint repayment_reject_pkey primary key (file_id, row_no)
);

-- Loans near their end that were told of, each once.
create table maturity_reminder (
  enterprise_id uuid not null,
  loan_id uuid not null,
  maturity_on date not null,
  institution_id uuid not null,
  sent_at timestamptz(3) not null,
  constraint maturity_reminder_pkey primary key (enterprise_id, loan_id, maturity_on)
);

do $$
declare t text;
begin
  foreach t in array array['loan_event', 'loan_proposal', 'repayment_file', 'repayment_reject', 'maturity_reminder'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner_all on %I to xinqiao_owner using (true) with check (true)', t);
    execute format('create policy batch_all on %I to xinqiao_batch using (true) with check (true)', t);
    execute format('grant select, insert on %I to xinqiao_app, xinqiao_batch', t);
  end loop;
  foreach t in array array['loan_event', 'loan_proposal', 'maturity_reminder'] loop
    execute format('create policy read_parties on %I for select to xinqiao_app using (enterprise_id = actor_enterprise() or institution_id = actor_institution() or actor_reaches_any())', t);
    execute format('create policy bank_writes on %I for insert to xinqiao_app with check (institution_id = actor_institution() or actor_reaches_any())', t);
  end loop;
  foreach t in array array['repayment_file', 'repayment_reject'] loop
    execute format('create policy own on %I to xinqiao_app using (institution_id = actor_institution())', t);
  end loop;
  foreach t in array array['loan_event', 'repayment_file', 'repayment_reject', 'maturity_reminder'] loop
    execute format('create trigger append_only before update or delete on %I for each row execute function refuse_change()', t);
    execute format('create trigger keep_all before truncate on %I for each statement execute function refuse_change()', t);
  end loop;
end $$;
create policy checker_decides on loan_proposal for update to xinqiao_app using (institution_id = actor_institution());
grant update (state, checker_id, decided_at) on loan_proposal to xinqiao_app;

-- Outstanding principal is a sum: what went out less what came back; nothing once it moved to another contract or was
-- written off. A reversed payment does not count.
create or replace view loan_balance with (security_invoker = true) as
  select l.enterprise_id, l.id as loan_id, l.institution_id,
         (case when l.state in ('renewed', 'written-off') then 0 else
            l.principal_fen
            + coalesce((select sum(e.amount_fen) from loan_event e
                        where e.enterprise_id = l.enterprise_id and e.loan_id = l.id and e.kind = 'drawdown'), 0)
            - coalesce((select sum(r.principal_fen) from repayment r
                        where r.enterprise_id = l.enterprise_id and r.loan_id = l.id and r.kind <> 'recovery'
                          and not exists (select 1 from loan_event v
                                          where v.enterprise_id = r.enterprise_id and v.reverses_id = r.id)), 0)
          end)::bigint as balance_fen
  from loan l;

-- Whether debts overdue for more than so many days exceed a share of a firm's debts at all banks: yes or no, and only for a
-- bank that lends to the firm under its live monitoring consent. What the other banks lent stays hidden.
create function overdue_elsewhere(p_enterprise uuid, p_institution uuid, p_on date, p_days integer, p_share_ppm integer,
                                  p_own_overdue bigint, p_own_total bigint)
  returns boolean language sql stable security definer set search_path = public as $$
  with other as (
    select b.balance_fen, c.dpd > 0 and c.dpd + (p_on - c.as_of) > p_days as is_overdue
    from loan l
    join loan_balance b on b.enterprise_id = l.enterprise_id and b.loan_id = l.id
    join lateral (select x.dpd, x.as_of from loan_class x
                  where x.enterprise_id = l.enterprise_id and x.loan_id = l.id and x.as_of <= p_on
                  order by x.as_of desc, x.recorded_at desc limit 1) c on true
    where l.enterprise_id = p_enterprise and l.institution_id <> p_institution and l.state = 'active'
  )
  select (actor_institution() = p_institution or actor_reaches_any())
     and exists (select 1 from consent k where k.enterprise_id = p_enterprise and k.institution_id = p_institution
                   and k.purpose = 'post-loan' and k.revoked_at is null and k.valid_from::date <= p_on and k.valid_to::date >= p_on)
     and (p_own_overdue + coalesce((select sum(balance_fen) from other where is_overdue), 0)) * 1000000
         > (p_own_total + coalesce((select sum(balance_fen) from other), 0)) * p_share_ppm
$$;
revoke all on function overdue_elsewhere(uuid, uuid, date, integer, integer, bigint, bigint) from public;
grant execute on function overdue_elsewhere(uuid, uuid, date, integer, integer, bigint, bigint) to xinqiao_app, xinqiao_batch;
