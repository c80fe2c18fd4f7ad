-- A guarantee or credit-guarantee insurance of a loan (担保 / 信用保证保险), from the bank's request to its end.
create table guarantee_contract (
  enterprise_id uuid not null,
  id uuid not null,
  loan_id uuid not null,
  institution_id uuid not null,
  guarantor_id uuid not null,
  kind text not null,
  state text not null default 'requested',
  contract_no text not null,
  principal_fen bigint not null,
  purpose text not null,
  is_sme_agri boolean not null,
  maturity_on date not null,
  share_ppm integer not null,
  liability_fen bigint not null,
  fee_ppm integer,
  waiting_days integer not null default 0,
  shares jsonb,
  note text,
  requested_by uuid not null,
  requested_at timestamptz(3) not null,
  maker_id uuid,
  checker_id uuid,
  agreed_on date,
  ends_on date,
  constraint guarantee_contract_pkey primary key (enterprise_id, id)
);
create index guarantee_contract_loan_id_idx on guarantee_contract (loan_id);
create index guarantee_contract_institution_id_state_idx on guarantee_contract (institution_id, state);
create index guarantee_contract_guarantor_id_state_idx on guarantee_contract (guarantor_id, state);

-- What happened on a guarantee, with the money that it moved; append-only.
create table guarantee_event (
  enterprise_id uuid not null,
  id uuid not null,
  contract_id uuid not null,
  institution_id uuid not null,
  guarantor_id uuid not null,
  kind text not null,
  amount_fen bigint,
  on_day date not null,
  note text,
  recorded_by uuid not null,
  recorded_at timestamptz(3) not null,
  constraint guarantee_event_pkey primary key (enterprise_id, id)
);
create index guarantee_event_contract_id_idx on guarantee_event (contract_id);

-- Net assets of a guarantor or insurer as it states them; append-only, the last one holds.
create table guarantor_standing (
  guarantor_id uuid not null,
  id uuid not null,
  as_of date not null,
  net_assets_fen bigint not null,
  stated_by uuid not null,
  stated_at timestamptz(3) not null,
  constraint guarantor_standing_pkey primary key (guarantor_id, id)
);


-- What the government pays a guarantor for a quarter (notice 002 (十二)), worked out with a settlement; append-only.
create table guarantor_subsidy (
  guarantor_id uuid not null,
  id uuid not null,
  run_id uuid not null,
  quarter text not null,
  volume_fen bigint not null,
  for_volume_fen bigint not null,
  for_fees_fen bigint not null,
  amount_fen bigint not null,
  made_at timestamptz(3) not null,
  constraint guarantor_subsidy_pkey primary key (guarantor_id, id)
);
create unique index guarantor_subsidy_guarantor_id_run_id_key on guarantor_subsidy (guarantor_id, run_id);

-- Firms that a guarantor counts as affiliates (关联方) of one that it covers; kept in both directions.
create table guarantee_affiliate (
  guarantor_id uuid not null,
  enterprise_id uuid not null,
  affiliate_id uuid not null,
  stated_by uuid not null,
  stated_at timestamptz(3) not null,
  constraint guarantee_affiliate_pkey primary key (guarantor_id, enterprise_id, affiliate_id)
);


-- Two persons of the guarantor decide; an amount and a share are real ones.
alter table guarantee_contract
  add constraint maker_is_not_checker check (checker_id is null or checker_id <> maker_id),
  add constraint guarantee_share check (share_ppm between 1 and 1000000),
  add constraint guarantee_liability check (liability_fen > 0),
  add constraint guarantee_agreed check (state not in ('in-force', 'released') or (agreed_on is not null and ends_on is not null));
alter table guarantor_standing add constraint net_assets check (net_assets_fen >= 0);
-- One guarantor covers a loan once at a time.
create unique index one_live_guarantee on guarantee_contract (enterprise_id, loan_id, guarantor_id)
  where state in ('requested', 'proposed', 'in-force');

-- The three parties of a contract see it: the firm, the bank that asked and the guarantor; nobody else.
do $$
declare t text;
begin
  foreach t in array array['guarantee_contract', 'guarantee_event', 'guarantor_standing', 'guarantor_subsidy',
                           'guarantee_affiliate'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner_all on %I to current_user using (true) with check (true)', t);
    execute format('create policy batch_all on %I to xinqiao_batch using (true) with check (true)', t);
    execute format('grant select, insert on %I to xinqiao_app, xinqiao_batch', t);
  end loop;
  foreach t in array array['guarantee_contract', 'guarantee_event'] loop
    execute format('create policy parties on %I to xinqiao_app using (enterprise_id = actor_enterprise() or institution_id = actor_institution() or guarantor_id = actor_institution() or actor_reaches_any())', t);
  end loop;
  foreach t in array array['guarantor_standing', 'guarantor_subsidy', 'guarantee_affiliate'] loop
    execute format('create policy parties on %I to xinqiao_app using (guarantor_id = actor_institution() or actor_reaches_any())', t);
  end loop;
  foreach t in array array['guarantee_event', 'guarantor_standing', 'guarantor_subsidy', 'guarantee_affiliate'] loop
    execute format('create trigger append_only before update or delete on %I for each row execute function refuse_change()', t);
    execute format('create trigger keep_all before truncate on %I for each statement execute function refuse_change()', t);
  end loop;
end $$;
grant update on guarantee_contract to xinqiao_app, xinqiao_batch;
