-- How many other firms in business share a firm's name and place: a count alone, which the firm's own rows cannot give. A firm whose
-- place is not known has none.
create index enterprise_name_idx on enterprise (name);
create function firms_of_same_name(firm uuid) returns integer
language sql stable security definer set search_path = public as $$
  select count(o.id)::integer from enterprise e
  join enterprise o on o.name = e.name and o.id <> e.id and o.status = 'active' and o.region_code = e.region_code
  where e.id = firm and (e.id = actor_enterprise() or actor_reaches_any())
$$;
revoke all on function firms_of_same_name(uuid) from public;
grant execute on function firms_of_same_name(uuid) to xinqiao_app, xinqiao_batch;
