-- Whoever keeps a copy of the facts for batch work (the columnar segments) follows them: while there is a follower, each
-- new fact and each new or changed firm leaves a touch in the transaction of the row itself.
create table fact_follower (
  id uuid primary key
);

create table fact_touch (
  enterprise_id uuid not null,
  id bigint generated always as identity,
  -- Null where the firm itself was added or changed.
  fact_id uuid,
  xid xid8 not null default pg_current_xact_id(),
  constraint fact_touch_pkey primary key (enterprise_id, id)
);

create function touch_facts() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if exists (select 1 from fact_follower) then
    insert into fact_touch (enterprise_id, fact_id) select enterprise_id, id from added;
  end if;
  return null;
end $$;
revoke all on function touch_facts from public;
create trigger touch_facts after insert on fact referencing new table as added
  for each statement execute function touch_facts();

create function touch_firms() returns trigger language plpgsql security definer set search_path = public as $$
begin
  if exists (select 1 from fact_follower) then
    insert into fact_touch (enterprise_id) select id from added;
  end if;
  return null;
end $$;
revoke all on function touch_firms from public;
create trigger touch_new_firms after insert on enterprise referencing new table as added
  for each statement execute function touch_firms();
create trigger touch_changed_firms after update on enterprise referencing new table as added
  for each statement execute function touch_firms();

do $$
declare t text;
begin
  foreach t in array array['fact_follower', 'fact_touch'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner_all on %I to current_user using (true) with check (true)', t);
    execute format('create policy batch_all on %I to xinqiao_batch using (true) with check (true)', t);
    execute format('grant select, insert, delete on %I to xinqiao_batch', t);
  end loop;
end $$;
grant update on fact_follower to xinqiao_batch;
