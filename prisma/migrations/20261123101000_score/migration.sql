-- A published card is signed by the platform.
alter table scorecard add column signature text not null, add column key_id text not null;

-- Which items were supplied for which firms, and when. A data set (its batches name no item) speaks for the firms that
-- bear its name; every other delivery is an extract of a register and speaks for all firms with a credit code.
-- Runs as its owner: deliveries are no secret, but the batches behind them are their provider's.
create view item_supply as
  select case when b.item is null then b.mapping else 'registers' end as population, d.item, d.received_at
  from item_delivery d join record_batch b on b.id = d.batch_id;
grant select on item_supply to xinqiao_app, xinqiao_batch;

-- The evaluation consent in force, for whoever may see the firm's scores: a bank sees no consent but its own, yet a full
-- score must stop being shown to it at the moment of withdrawal.
create function evaluation_consent(firm uuid, at timestamptz) returns uuid
language sql stable security definer set search_path = public as $$
  select id from consent
  where enterprise_id = firm and recipient_kind = 'platform' and purpose = 'evaluation'
    and valid_from <= at and valid_to > at and (revoked_at is null or revoked_at > at)
    and (firm = actor_enterprise() or firm = actor_subject() or actor_reaches_any())
  order by granted_at desc, id limit 1
$$;
revoke all on function evaluation_consent from public;
grant execute on function evaluation_consent to xinqiao_app, xinqiao_batch;
