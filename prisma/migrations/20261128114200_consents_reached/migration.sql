-- Whether a consent has served its purpose is told by every application made under it, also by those of other branches.
create function consents_reached(p_consents uuid[]) returns table (id uuid, at timestamptz)
language sql stable security definer set search_path = public as $$
  select a.consent_id, max(a.closed_at) from application a
  where a.consent_id = any(p_consents)
    and (a.institution_id = actor_institution() or a.enterprise_id = actor_enterprise() or a.enterprise_id = actor_subject()
         or actor_reaches_any() or session_user = 'xinqiao_batch')
  group by a.consent_id having bool_and(a.closed_at is not null) $$;
revoke all on function consents_reached(uuid[]) from public;
grant execute on function consents_reached(uuid[]) to xinqiao_app, xinqiao_batch;
