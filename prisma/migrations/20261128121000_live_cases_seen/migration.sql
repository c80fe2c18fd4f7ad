-- How many live cases each person of some banks has: of those whose loan lies where the person works, as a case that its owner no longer sees is nobody's.
create or replace function live_cases(p_institutions uuid[]) returns table (owner_id uuid, live integer)
  language sql stable security definer set search_path = public as $$
  select a.owner_id, count(*)::int from alert a
  join user_account u on u.id = a.owner_id
  where a.institution_id = any(p_institutions) and a.state <> 'closed'
    and (a.institution_id = actor_institution() or actor_reaches_any())
    and (u.branch_id is null or exists (
      select from loan l join application p on p.enterprise_id = l.enterprise_id and p.id = l.application_id
      where l.enterprise_id = coalesce(a.borrower_id, a.enterprise_id) and l.id = a.loan_id and p.branch_id = u.branch_id))
  group by a.owner_id
$$;
