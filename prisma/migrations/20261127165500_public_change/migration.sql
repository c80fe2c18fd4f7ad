-- What public pages are made of has changed: a row a statement, so that nobody waits for anybody. The pages a web process
-- keeps are those of one count and one highest number; a row that commits late changes the count.
create table public_change (
  id bigserial not null constraint public_change_pkey primary key,
  at timestamptz(3) not null default now()
);
alter table public_change enable row level security;
alter table public_change force row level security;
create policy owner_all on public_change to xinqiao_owner using (true) with check (true);
create policy batch_all on public_change to xinqiao_batch using (true) with check (true);
create policy everyone on public_change for select to xinqiao_app using (true);
grant select on public_change to xinqiao_app, xinqiao_batch;
create function note_public_change() returns trigger language plpgsql security definer set search_path = public as $$
begin
  insert into public_change default values;
  return null;
end $$;
do $$
declare t text;
begin
  foreach t in array array['product', 'institution', 'lpr_quote', 'policy_version'] loop
    execute format('create trigger note_public_change after insert or update or delete on %I for each statement execute function note_public_change()', t);
  end loop;
end $$;
