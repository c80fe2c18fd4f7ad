-- What a bank or the funds desk states of a loan's money beyond the platform, with its evidence (domain.md, edge case 6):
-- where the money was before, or what another authority already subsidises. Append-only, the last of a kind holds.
create table money_statement (
  enterprise_id uuid not null,
  id uuid not null,
  loan_id uuid not null,
  institution_id uuid not null,
  kind text not null,
  lender_id uuid,
  lender text,
  contract_no text,
  first_drawn_on date,
  scheme_code text,
  scheme_version integer,
  payer text,
  points_ppm integer,
  reference text not null,
  evidence_on date not null,
  withdrawn boolean not null default false,
  party text not null,
  stated_by uuid not null,
  stated_at timestamptz(3) not null,
  constraint money_statement_pkey primary key (enterprise_id, id),
  constraint money_statement_kind check (
    (kind = 'refinanced' and lender is not null and contract_no is not null and first_drawn_on is not null and points_ppm is null
      and (scheme_code is null) = (scheme_version is null))
    or (kind = 'local-subsidy' and payer is not null and points_ppm between 1 and 1000000 and scheme_code is null)),
  constraint money_statement_party check (party in ('institution', 'operator'))
);
create index money_statement_loan_id_idx on money_statement (loan_id);

alter table money_statement enable row level security;
alter table money_statement force row level security;
create policy owner_all on money_statement to current_user using (true) with check (true);
create policy batch_all on money_statement to xinqiao_batch using (true) with check (true);
create policy read_parties on money_statement for select to xinqiao_app
  using (enterprise_id = actor_enterprise() or institution_id = actor_institution() or actor_reaches_any());
create policy state on money_statement for insert to xinqiao_app
  with check (institution_id = actor_institution() or actor_reaches_any());
grant select, insert on money_statement to xinqiao_app, xinqiao_batch;
create trigger append_only before update or delete on money_statement for each row execute function refuse_change();
create trigger keep_all before truncate on money_statement for each statement execute function refuse_change();

-- A loan is assessed anew when more becomes known of its money: what was said last stands.
create view standing_assessment with (security_invoker = true) as
select s.* from scheme_assessment s
where not exists (
  select 1 from scheme_assessment n
  where n.enterprise_id = s.enterprise_id and n.loan_id = s.loan_id and n.assessed_at > s.assessed_at);
grant select on standing_assessment to xinqiao_app, xinqiao_batch;
