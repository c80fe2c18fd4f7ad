-- Offices that get the monthly loan list or the reminders before maturity (domain.md row F8): who is appointed for which
-- division, which copies were handed over and opened, and the firms' agreement to being named in them.
create table list_office (
  id uuid not null,
  office_id uuid not null,
  remit text not null constraint list_office_remit check (remit in ('month-list', 'maturity')),
  region_code text not null,
  appointed_by uuid,
  appointed_at timestamptz(3) not null,
  ended_by uuid,
  ended_at timestamptz(3),
  constraint list_office_pkey primary key (id),
  constraint list_office_region check (region_code ~ '^[0-9]{6}$')
);
create unique index list_office_once on list_office (office_id, remit, region_code) where ended_at is null;

create table office_month (
  office_id uuid not null,
  month text not null constraint office_month_month check (month ~ '^20[0-9]{2}-[01][0-9]$'),
  loans integer not null,
  balance_fen bigint not null,
  made_at timestamptz(3) not null,
  opened_by uuid,
  opened_at timestamptz(3),
  constraint office_month_pkey primary key (office_id, month)
);

create table office_agreement (
  enterprise_id uuid not null,
  id uuid not null,
  office_id uuid not null,
  decision text not null constraint office_agreement_decision check (decision in ('given', 'withdrawn')),
  decided_by uuid not null,
  decided_at timestamptz(3) not null,
  constraint office_agreement_pkey primary key (enterprise_id, id)
);
create index office_agreement_office_idx on office_agreement (enterprise_id, office_id, decided_at desc);

do $$
declare t text;
begin
  foreach t in array array['list_office', 'office_month', 'office_agreement'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner_all on %I to current_user using (true) with check (true)', t);
    execute format('create policy batch_all on %I to xinqiao_batch using (true) with check (true)', t);
    execute format('grant select, insert on %I to xinqiao_app, xinqiao_batch', t);
  end loop;
end $$;
-- Who is appointed is public, as the office itself is.
create policy read_all on list_office for select to xinqiao_app using (true);
create policy platform_appoints on list_office for insert to xinqiao_app with check (actor_reaches_any());
create policy platform_ends on list_office for update to xinqiao_app using (actor_reaches_any());
grant update (ended_by, ended_at) on list_office to xinqiao_app;
create policy read_own on office_month for select to xinqiao_app using (office_id = actor_institution() or actor_reaches_any());
create policy platform_makes on office_month for insert to xinqiao_app with check (actor_reaches_any());
create policy office_opens on office_month for update to xinqiao_app using (office_id = actor_institution() or actor_reaches_any());
grant update (opened_by, opened_at) on office_month to xinqiao_app;
create policy read_own on office_agreement for select to xinqiao_app using (enterprise_id = actor_enterprise() or actor_reaches_any());
create policy firm_decides on office_agreement for insert to xinqiao_app with check (enterprise_id = actor_enterprise());
create trigger append_only before update or delete on office_agreement for each row execute function refuse_change();
create trigger keep_all before truncate on office_agreement for each statement execute function refuse_change();
