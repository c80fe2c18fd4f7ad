-- A batch of a data set names its mapping as `set/table`; all tables of a set speak for the firms that bear its name.
create or replace view item_supply as
  select case when b.item is null then split_part(b.mapping, '/', 1) else 'registers' end as population, d.item, d.received_at
  from item_delivery d join record_batch b on b.id = d.batch_id;
