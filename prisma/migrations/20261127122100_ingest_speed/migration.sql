-- The unique key begins with firm and item as well: reads of one item of one firm go through it, and a firm's records of
-- an item are few enough to be sorted.
drop index fact_enterprise_id_item_occurred_on_idx;

-- CreateTable
create table delivered_lines (
  item text not null,
  batch_id uuid not null,
  part integer not null,
  provider_id uuid not null,
  shape text not null,
  lines bytea not null,

  constraint delivered_lines_pkey primary key (item, batch_id, part)
);
-- Digests do not compress.
alter table delivered_lines alter column lines set storage external;

-- A working memory of ingestion alone: nobody else reads it, and it may be forgotten at any time.
alter table delivered_lines enable row level security;
alter table delivered_lines force row level security;
create policy owner_all on delivered_lines to current_user using (true) with check (true);
create policy batch_all on delivered_lines to xinqiao_batch using (true) with check (true);
grant select, insert, delete on delivered_lines to xinqiao_batch;
