-- First loans (首贷, domain.md edge case 7): dated evidence, and the statistics as they were booked. Later evidence never changes
-- a row: it brings an adjusting entry, and the next settlement takes the reward back.
create table first_loan_evidence (
  enterprise_id uuid not null,
  id uuid not null,
  loan_id uuid not null,
  institution_id uuid not null,
  kind text not null constraint first_loan_evidence_kind check (kind in ('clear-record', 'earlier', 'withdrawal')),
  liability text constraint first_loan_evidence_liability check (liability in ('bank-loan', 'owner-loan', 'credit-card', 'guarantee')),
  on_day date,
  withdraws_id uuid,
  reference text not null,
  stated_by text not null constraint first_loan_evidence_stated_by check (stated_by in ('bank', 'platform')),
  recorded_by uuid not null,
  recorded_at timestamptz(3) not null,
  constraint first_loan_evidence_pkey primary key (enterprise_id, id),
  constraint first_loan_evidence_parts check ((kind = 'earlier') = (liability is not null)
    and (kind = 'withdrawal') = (withdraws_id is not null) and (kind <> 'withdrawal') = (on_day is not null))
);
create index first_loan_evidence_loan_id_idx on first_loan_evidence (loan_id);

create table first_loan_entry (
  enterprise_id uuid not null,
  id bigserial not null,
  loan_id uuid not null,
  institution_id uuid not null,
  scheme_code text not null,
  scheme_version integer,
  loans smallint not null constraint first_loan_entry_loans check (loans in (1, -1)),
  principal_fen bigint not null constraint first_loan_entry_principal check (sign(principal_fen) = loans),
  because text not null,
  evidence_id uuid,
  booked_on date not null,
  recorded_at timestamptz(3) not null,
  constraint first_loan_entry_pkey primary key (enterprise_id, id)
);
create index first_loan_entry_loan_id_idx on first_loan_entry (loan_id);
create index first_loan_entry_institution_id_booked_on_idx on first_loan_entry (institution_id, booked_on);

do $$
declare t text;
begin
  foreach t in array array['first_loan_evidence', 'first_loan_entry'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner_all on %I to current_user using (true) with check (true)', t);
    execute format('create policy batch_all on %I to xinqiao_batch using (true)', t);
    execute format('create policy read_own on %I for select to xinqiao_app using (enterprise_id = actor_enterprise() or institution_id = actor_institution() or actor_reaches_any())', t);
    execute format('create policy platform_insert on %I for insert to xinqiao_app with check (actor_reaches_any())', t);
    execute format('create trigger append_only before update or delete on %I for each row execute function refuse_change()', t);
    execute format('create trigger keep_all before truncate on %I for each statement execute function refuse_change()', t);
    execute format('grant select, insert on %I to xinqiao_app, xinqiao_batch', t);
  end loop;
end $$;
grant usage on sequence first_loan_entry_id_seq to xinqiao_app, xinqiao_batch;

-- A settlement pays rewards of two kinds; that for first loans may take some back.
alter table volume_reward add column kind text not null default 'volume' constraint volume_reward_kind check (kind in ('volume', 'first-loan'));
alter table volume_reward add constraint volume_reward_amount check (amount_fen >= 0 or kind = 'first-loan');
create unique index volume_reward_once on volume_reward (institution_id, run_id, kind, scheme_code, scheme_version);
drop index volume_reward_institution_id_run_id_scheme_code_scheme_vers_key;
