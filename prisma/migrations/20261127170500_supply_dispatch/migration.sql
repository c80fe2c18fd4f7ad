-- The monthly dispatch on the progress of sharing (月度通报): what each provider delivered and who used it, as told on
-- its day. Written once and never changed.
create table supply_dispatch (
  month text not null check (month ~ '^\d{4}-\d{2}$'),
  provider_id uuid not null,
  from_day date not null,
  to_day date not null,
  body jsonb not null,
  made_at timestamptz(3) not null,
  constraint supply_dispatch_pkey primary key (month, provider_id)
);
alter table supply_dispatch enable row level security;
alter table supply_dispatch force row level security;
create policy owner_all on supply_dispatch to xinqiao_owner using (true) with check (true);
create policy batch_all on supply_dispatch to xinqiao_batch using (true) with check (true);
create policy parties on supply_dispatch for select to xinqiao_app
  using (provider_id = actor_institution() or actor_reaches_any());
create policy platform on supply_dispatch for insert to xinqiao_app with check (actor_reaches_any());
grant select, insert on supply_dispatch to xinqiao_app, xinqiao_batch;
create trigger append_only before update or delete on supply_dispatch for each row execute function refuse_change();
create trigger keep_all before truncate on supply_dispatch for each statement execute function refuse_change();
