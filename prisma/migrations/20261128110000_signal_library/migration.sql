-- Signals are drafted and published as schemes are.
alter table policy_draft drop constraint policy_draft_kind_check;
alter table policy_draft add constraint policy_draft_kind_check check (kind in ('compensation', 'subsidy', 'signal'));

-- A signal run over past days as they were known then, for exactly one content.
create table signal_backtest (
  id uuid not null constraint signal_backtest_pkey primary key,
  signal_code text not null,
  signal_version integer not null,
  draft_id uuid,
  content_hash text not null,
  body jsonb not null,
  from_on date not null,
  to_on date not null,
  grace_months integer not null check (grace_months between 1 and 24),
  state text not null default 'ordered' check (state in ('ordered', 'running', 'done')),
  loans_done integer not null default 0,
  loans_total integer not null default 0,
  result jsonb,
  ordered_by uuid,
  ordered_at timestamptz(3) not null,
  finished_at timestamptz(3),
  constraint backtest_days check (from_on <= to_on),
  constraint backtest_done check (state <> 'done' or (result is not null and finished_at is not null))
);
create index signal_backtest_signal_code_idx on signal_backtest (signal_code, ordered_at desc);

-- The loans that the tested version or the one in force warns of.
create table signal_backtest_loan (
  enterprise_id uuid not null,
  backtest_id uuid not null,
  loan_id uuid not null,
  change text not null check (change in ('new', 'gone', 'both')),
  first_on date not null,
  before text check (before in ('yellow', 'orange', 'red')),
  after text check (after in ('yellow', 'orange', 'red')),
  constraint signal_backtest_loan_pkey primary key (enterprise_id, backtest_id, loan_id)
);
create index signal_backtest_loan_backtest_id_idx on signal_backtest_loan (backtest_id, change);

do $$
declare t text;
begin
  foreach t in array array['signal_backtest', 'signal_backtest_loan'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner_all on %I to xinqiao_owner using (true) with check (true)', t);
    execute format('create policy batch_all on %I to xinqiao_batch using (true) with check (true)', t);
    execute format('create policy platform_read on %I for select to xinqiao_app using (actor_reaches_any())', t);
    execute format('grant select on %I to xinqiao_app', t);
    execute format('grant select, insert on %I to xinqiao_batch', t);
  end loop;
end $$;
create policy order_own on signal_backtest for insert to xinqiao_app
  with check (actor_reaches_any() and ordered_by = actor_user() and state = 'ordered' and result is null);
grant insert on signal_backtest to xinqiao_app;
grant update on signal_backtest to xinqiao_batch;

-- What was tested stays what it was; a finished test is not changed.
create function guard_signal_backtest() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.state = 'done' or new.content_hash <> old.content_hash or new.body <> old.body
     or new.signal_code <> old.signal_code or new.from_on <> old.from_on or new.to_on <> old.to_on
     or new.draft_id is distinct from old.draft_id then
    raise exception 'a back-test is kept as it is' using errcode = 'XQ001';
  end if;
  return new;
end $$;
create trigger guard before update or delete on signal_backtest for each row execute function guard_signal_backtest();
create trigger append_only before update or delete on signal_backtest_loan for each row execute function refuse_change();
