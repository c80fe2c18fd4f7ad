-- What a contract adds to its rate where payment is late or the money is misused (罚息), and whether unpaid interest bears it
-- too (复利); null while the bank did not state it.
alter table loan add column penalty_overdue_ppm integer constraint loan_penalty_overdue check (penalty_overdue_ppm between 0 and 5000000);
alter table loan add column penalty_misuse_ppm integer constraint loan_penalty_misuse check (penalty_misuse_ppm between 0 and 5000000);
alter table loan add column penalty_compounds boolean;
alter table loan add constraint loan_penalty_whole
  check (num_nonnulls(penalty_overdue_ppm, penalty_misuse_ppm, penalty_compounds) in (0, 3));

-- Payments whose penalty interest, as the bank states it, is not what the contract asked for when they were booked; append-only.
create table penalty_finding (
  enterprise_id uuid not null,
  repayment_id uuid not null,
  loan_id uuid not null,
  institution_id uuid not null,
  file_id uuid,
  paid_on date not null,
  expected_fen bigint not null,
  stated_fen bigint not null,
  found_at timestamptz(3) not null,
  constraint penalty_finding_pkey primary key (enterprise_id, repayment_id)
);
create index penalty_finding_loan_id_idx on penalty_finding (loan_id);
create index penalty_finding_file_id_idx on penalty_finding (file_id) where file_id is not null;

alter table penalty_finding enable row level security;
alter table penalty_finding force row level security;
create policy owner_all on penalty_finding to current_user using (true) with check (true);
create policy batch_all on penalty_finding to xinqiao_batch using (true);
create policy read_own on penalty_finding for select to xinqiao_app
  using (enterprise_id = actor_enterprise() or institution_id = actor_institution() or actor_reaches_any());
create policy bank_insert on penalty_finding for insert to xinqiao_app
  with check (institution_id = actor_institution() or actor_reaches_any());
create trigger append_only before update or delete on penalty_finding for each row execute function refuse_change();
create trigger keep_all before truncate on penalty_finding for each statement execute function refuse_change();
grant select, insert on penalty_finding to xinqiao_app, xinqiao_batch;
