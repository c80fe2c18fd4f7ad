-- Of some branches those that are open, kept open until the transaction ends: whoever closes one waits, and whoever puts
-- something into it waits for who closes it. A lock that row security would grant to the bank's administrators alone.
create function branches_held(p_branches uuid[]) returns table (id uuid)
language sql volatile security definer set search_path = public as $$
  select b.id from branch b where b.id = any(p_branches) and b.closed_at is null order by b.id for share $$;
revoke all on function branches_held(uuid[]) from public;
grant execute on function branches_held(uuid[]) to xinqiao_app, xinqiao_batch;
