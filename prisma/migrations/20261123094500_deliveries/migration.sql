-- A correction carries the key of the record it corrects, so the key is unique only together with what it supersedes.
drop index fact_enterprise_id_item_source_key_key;
create unique index fact_enterprise_id_item_source_key_supersedes_key
  on fact (enterprise_id, item, source_key, supersedes) nulls not distinct;
-- one_fact_per_key_and_revision finds a fact's successor as well, without an entry for each fact that has none.
drop index fact_enterprise_id_supersedes_idx;

-- A row of a wide table yields several records; each lies in quarantine for itself, with the values that mend it.
alter table quarantine_row
  add column item text,
  add column record_no smallint not null default 0,
  add column fixed jsonb,
  drop constraint quarantine_row_pkey,
  add constraint quarantine_row_pkey primary key (batch_id, row_no, record_no);
create index quarantine_row_provider_id_idx on quarantine_row (provider_id) where replay_batch_id is null;
create index quarantine_row_replay_batch_id_idx on quarantine_row (replay_batch_id) where replay_batch_id is not null;
create index record_batch_received_at_idx on record_batch (received_at);

-- The item that a delivery names; null for a data set, whose mapping names its items.
alter table record_batch add column item text;

-- What one batch brought of one item: tells when an item was last supplied, to everybody who may know that it is held.
create table item_delivery (
  batch_id uuid not null,
  item text not null,
  provider_id uuid not null,
  received_at timestamptz(3) not null,
  rows_read integer not null,
  rows_accepted integer not null,
  rows_duplicate integer not null,
  rows_quarantined integer not null,
  constraint item_delivery_pkey primary key (batch_id, item)
);
create index item_delivery_item_received_at_idx on item_delivery (item, received_at);
create index item_delivery_provider_id_received_at_idx on item_delivery (provider_id, received_at);

-- The file as it was handed in on the web, until and after a worker has taken it in.
create table delivery_file (
  batch_id uuid not null constraint delivery_file_pkey primary key,
  provider_id uuid not null,
  encoding text not null check (encoding in ('auto', 'utf-8', 'gb18030')),
  content bytea not null
);

do $$
declare t text;
begin
  foreach t in array array['item_delivery', 'delivery_file'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner_all on %I to xinqiao_owner using (true) with check (true)', t);
    execute format('create policy batch_all on %I to xinqiao_batch using (true) with check (true)', t);
    execute format('grant select, insert on %I to xinqiao_batch', t);
  end loop;
end $$;
create policy read_all on item_delivery for select to xinqiao_app using (true);
grant select on item_delivery to xinqiao_app;
create policy parties on delivery_file to xinqiao_app
  using (provider_id = actor_institution() or actor_reaches_any());
grant select, insert on delivery_file to xinqiao_app;
