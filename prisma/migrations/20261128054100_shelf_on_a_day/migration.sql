-- The version of a product that stood on the shelf on a day: the last one by then, unless that one took it off.
create or replace function product_as_of(p_product uuid, p_on date) returns table (version integer, body jsonb)
  language sql stable security definer set search_path = public as $$
  select last.version, last.body
  from (select d.version, d.body, d.off_shelf from product_draft d
        where d.product_id = p_product and d.state = 'in-force' and d.effective_from <= p_on
        order by d.version desc limit 1) last
  where not last.off_shelf
$$;
