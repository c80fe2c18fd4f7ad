-- What an evaluation consent opened, for whoever may see the firm's scores: a bank sees no consent but its own, yet a past
-- sheet without what was sealed since has to be worked out within the scope it was made in.
create function evaluation_scope(firm uuid, consent_id uuid)
  returns table (items text[], data_from date, data_to date)
  language sql stable security definer set search_path = public as $$
  select c.items, c.data_from, c.data_to from consent c
  where c.enterprise_id = firm and c.id = evaluation_scope.consent_id and c.recipient_kind = 'platform'
    and c.purpose = 'evaluation' and (firm = actor_enterprise() or firm = actor_subject() or actor_reaches_any())
$$;
revoke all on function evaluation_scope(uuid, uuid) from public;
grant execute on function evaluation_scope(uuid, uuid) to xinqiao_app, xinqiao_batch;

-- The version of a product that stood on the shelf on a day: public then, so for everybody. Nothing of who wrote it.
create function product_as_of(p_product uuid, p_on date) returns table (version integer, body jsonb)
  language sql stable security definer set search_path = public as $$
  select d.version, d.body from product_draft d
  where d.product_id = p_product and d.state = 'in-force' and not d.off_shelf and d.effective_from <= p_on
  order by d.version desc limit 1
$$;
revoke all on function product_as_of(uuid, date) from public;
grant execute on function product_as_of(uuid, date) to xinqiao_app, xinqiao_batch;
