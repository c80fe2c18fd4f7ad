-- The firm's own statement beside a record that it objects to, for the department that answers the objection and for no
-- other: as it stands while the objection is pending, as it stood on the day it was closed after that.
create function statement_answered(p_objection uuid) returns table (body text, at timestamptz, "by" text)
  language sql stable security definer set search_path = public as $$
  select s.body, s.at, s.user_name from objection o
  join lateral (select w.body, w.at, w.user_name from fact_statement w
                where w.enterprise_id = o.enterprise_id and w.item = o.item and w.source_key = o.source_key
                  and (o.closed_at is null or w.at <= o.closed_at)
                order by w.at desc, w.id desc limit 1) s on s.body <> ''
  where o.id = p_objection and o.provider_id = actor_institution()
$$;
revoke all on function statement_answered(uuid) from public;
grant execute on function statement_answered(uuid) to xinqiao_app;
