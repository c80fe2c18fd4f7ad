-- Firms that want their first loan (首贷培育) and let banks know them by name, until they leave the list or have borrowed.
create table cultivation (
  enterprise_id uuid not null,
  id uuid not null,
  joined_by uuid not null,
  joined_at timestamptz(3) not null,
  left_at timestamptz(3),
  constraint cultivation_pkey primary key (enterprise_id, id)
);
create unique index one_cultivation on cultivation (enterprise_id) where left_at is null;
create index cultivation_id_idx on cultivation (id);
create index cultivation_open_idx on cultivation (joined_at) where left_at is null;

-- What a bank did for such a firm; no bank reads another's.
create table cultivation_contact (
  enterprise_id uuid not null,
  id uuid not null,
  cultivation_id uuid not null,
  institution_id uuid not null,
  user_id uuid not null,
  user_name text not null,
  note text not null,
  at timestamptz(3) not null,
  constraint cultivation_contact_pkey primary key (enterprise_id, id)
);
create index cultivation_contact_cultivation_idx on cultivation_contact (cultivation_id, at);
create index cultivation_contact_bank_idx on cultivation_contact (institution_id, at);

do $$
declare t text;
begin
  foreach t in array array['cultivation', 'cultivation_contact'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner_all on %I to xinqiao_owner using (true) with check (true)', t);
    execute format('create policy batch_all on %I to xinqiao_batch using (true) with check (true)', t);
    execute format('grant select, insert on %I to xinqiao_app, xinqiao_batch', t);
    execute format('create trigger keep_all before truncate on %I for each statement execute function refuse_change()', t);
  end loop;
end $$;
grant update (left_at) on cultivation to xinqiao_app, xinqiao_batch;
create policy own on cultivation to xinqiao_app
  using (enterprise_id = actor_enterprise() or actor_reaches_any())
  with check (enterprise_id = actor_enterprise());
create policy read_parties on cultivation_contact for select to xinqiao_app
  using (enterprise_id = actor_enterprise() or institution_id = actor_institution() or actor_reaches_any());
create policy bank_notes on cultivation_contact for insert to xinqiao_app with check (institution_id = actor_institution());
create trigger append_only before update or delete on cultivation_contact for each row execute function refuse_change();
create trigger no_delete before delete on cultivation for each row execute function refuse_change();
