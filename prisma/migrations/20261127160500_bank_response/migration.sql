-- How fast each bank answers, as measured from its applications; anybody may read it, the platform alone writes it.
create table bank_response (
  institution_id uuid not null constraint bank_response_pkey primary key,
  measured_on date not null,
  cases integer not null check (cases >= 5),
  pickup_days integer,
  decision_days integer,
  returned integer not null
);
alter table bank_response enable row level security;
alter table bank_response force row level security;
create policy owner_all on bank_response to xinqiao_owner using (true) with check (true);
create policy batch_all on bank_response to xinqiao_batch using (true) with check (true);
create policy read_all on bank_response for select to xinqiao_app using (true);
create policy platform_insert on bank_response for insert to xinqiao_app with check (actor_reaches_any());
create policy platform_update on bank_response for update to xinqiao_app using (actor_reaches_any());
create policy platform_delete on bank_response for delete to xinqiao_app using (actor_reaches_any());
grant select, insert, update, delete on bank_response to xinqiao_app, xinqiao_batch;
