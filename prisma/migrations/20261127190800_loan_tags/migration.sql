-- How a loan counts in the statistics by its contract, judged once on the figures of its disbursement.
create table loan_tag (
  enterprise_id uuid not null,
  loan_id uuid not null,
  institution_id uuid not null,
  tag text not null check (tag in ('inclusive', 'unsecured', 'long-term')),
  policy_version integer not null,
  judged_at timestamptz(3) not null,
  constraint loan_tag_pkey primary key (enterprise_id, loan_id, tag)
);
create index loan_tag_institution_id_tag_idx on loan_tag (institution_id, tag);
alter table loan_tag enable row level security;
alter table loan_tag force row level security;
create policy owner_all on loan_tag to xinqiao_owner using (true) with check (true);
create policy batch_all on loan_tag to xinqiao_batch using (true) with check (true);
create policy read_parties on loan_tag for select to xinqiao_app
  using (enterprise_id = actor_enterprise() or institution_id = actor_institution() or actor_reaches_any());
create policy platform_judges on loan_tag for insert to xinqiao_app with check (actor_reaches_any());
grant select, insert on loan_tag to xinqiao_app, xinqiao_batch;
create trigger append_only before update or delete on loan_tag for each row execute function refuse_change();
create trigger keep_all before truncate on loan_tag for each statement execute function refuse_change();
