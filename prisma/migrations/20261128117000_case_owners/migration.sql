-- How many live cases each person of some banks has, for the bank itself and the platform: a branch counts what other branches have,
-- too, so that work is shared out by the same figures everywhere.
create function live_cases(p_institutions uuid[]) returns table (owner_id uuid, live integer)
  language sql stable security definer set search_path = public as $$
  select a.owner_id, count(*)::int from alert a
  where a.institution_id = any(p_institutions) and a.state <> 'closed' and a.owner_id is not null
    and (a.institution_id = actor_institution() or actor_reaches_any())
  group by a.owner_id
$$;
revoke all on function live_cases(uuid[]) from public;
grant execute on function live_cases(uuid[]) to xinqiao_app, xinqiao_batch;
