-- Branches of a bank: what lies with one of them is for its people and the head office, and for no other branch.
create table branch (
  institution_id uuid not null references institution (id),
  id uuid not null constraint branch_id_key unique,
  name_zh text not null,
  name_en text not null,
  area_code text,
  added_by uuid not null,
  added_at timestamptz(3) not null,
  closed_at timestamptz(3),
  constraint branch_pkey primary key (institution_id, id),
  constraint branch_name unique (institution_id, name_zh)
);
alter table user_account add column branch_id uuid;
alter table user_account add constraint branch_of_own_bank foreign key (institution_id, branch_id) references branch (institution_id, id);
alter table invitation add column branch_id uuid;
alter table invitation add constraint branch_of_own_bank foreign key (institution_id, branch_id) references branch (institution_id, id);
alter table application add column branch_id uuid;
alter table application add constraint branch_of_own_bank foreign key (institution_id, branch_id) references branch (institution_id, id);
alter table consent add column branch_id uuid;
alter table consent add constraint branch_of_own_bank foreign key (institution_id, branch_id) references branch (institution_id, id);

-- The branch of whoever asks; null at the head office and everywhere outside banks.
create function actor_branch() returns uuid language sql stable as
  $$ select nullif(current_setting('xinqiao.branch', true), '')::uuid $$;

alter table branch enable row level security;
alter table branch force row level security;
create policy owner_all on branch to xinqiao_owner using (true) with check (true);
create policy batch_all on branch to xinqiao_batch using (true) with check (true);
create policy read_all on branch for select to xinqiao_app using (true);
create policy head_office_adds on branch for insert to xinqiao_app
  with check ((institution_id = actor_institution() and actor_branch() is null) or actor_reaches_any());
create policy head_office_changes on branch for update to xinqiao_app
  using (institution_id = actor_institution() and actor_branch() is null);
grant select, insert on branch to xinqiao_app, xinqiao_batch;
grant update (name_en, area_code, closed_at) on branch to xinqiao_app;

create policy branch on application as restrictive to xinqiao_app
  using ((select actor_branch()) is null or branch_id = (select actor_branch()));

-- What hangs on an application, a loan, an alert or a claim is seen by who sees that.
do $$
declare
  follows record;
begin
  for follows in
    select * from (values
      ('application', 'application_id', array['application_event', 'offer', 'attachment', 'trade_claim_share', 'bank_message', 'loan', 'verification_question', 'restatement_notice']),
      ('loan', 'loan_id', array['instalment', 'repayment', 'loan_class', 'scheme_assessment', 'loan_event', 'loan_proposal', 'maturity_reminder', 'first_loan_evidence', 'first_loan_entry', 'penalty_finding', 'loan_tag', 'money_statement', 'alert', 'enrolment', 'compensation_claim', 'claim_payment', 'claim_recovery', 'guarantee_contract', 'ledger_transaction', 'ledger_hold', 'subsidy_entitlement', 'subsidy_entry', 'subsidy_reclaim', 'subsidy_choice', 'subsidy_purpose']),
      ('alert', 'alert_id', array['alert_event']),
      ('guarantee_contract', 'contract_id', array['guarantee_event']),
      ('compensation_claim', 'claim_id', array['claim_event'])
    ) as parents (parent, key, children)
  loop
    for i in 1 .. array_length(follows.children, 1) loop
      execute format(
        'create policy branch on %I as restrictive to xinqiao_app using ((select actor_branch()) is null or %I is null or exists (select 1 from %I p where p.id = %I.%I))',
        follows.children[i], follows.key, follows.parent, follows.children[i], follows.key);
    end loop;
  end loop;
end $$;

create policy branch on consent as restrictive to xinqiao_app
  using ((select actor_branch()) is null or branch_id is null or branch_id = (select actor_branch()));

-- A notice that leads to one matter is for who may open it; one that names a branch is for that branch.
create function notice_opens(href text) returns boolean language sql stable as $$
  select case substring(href from '^/bank/(applications|loans|alerts|claims|restatements)/[0-9a-f-]{36}')
    when 'applications' then exists (select 1 from application where id = substring(href from 20 for 36)::uuid)
    when 'loans' then exists (select 1 from loan where id = substring(href from 13 for 36)::uuid)
    when 'alerts' then exists (select 1 from alert where id = substring(href from 14 for 36)::uuid)
    when 'claims' then exists (select 1 from compensation_claim where id = substring(href from 14 for 36)::uuid)
    when 'restatements' then exists (select 1 from restatement_notice where id = substring(href from 20 for 36)::uuid)
    else true end $$;
create policy branch on notification as restrictive for select to xinqiao_app
  using ((select actor_branch()) is null
         or (notice_opens(href) and coalesce(params ->> 'branch', actor_branch()::text) = actor_branch()::text));
