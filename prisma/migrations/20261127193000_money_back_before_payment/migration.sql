-- Money that comes back between claim and payment: what a pool owes is what was determined less its part of what came back.
alter table compensation_claim add column determined_fen bigint not null default 0;
update compensation_claim set determined_fen = payable_fen;
update compensation_claim c set payable_fen = c.payable_fen - r.back
  from (select enterprise_id, claim_id, sum(to_pool_fen)::bigint as back from claim_recovery group by 1, 2) r
  where r.enterprise_id = c.enterprise_id and r.claim_id = c.id;

-- Where it was recorded: on the claim, or on the loan (there a reversal takes it away again); and whether anything was paid by then.
alter table claim_recovery
  add column source text not null default 'claim',
  add column before_payment boolean not null default false,
  alter column recorded_by drop not null,
  drop constraint claim_recovery_amounts,
  add constraint claim_recovery_source check (source in ('claim', 'loan')),
  add constraint claim_recovery_amounts check (
    (source = 'claim' and gross_fen > 0 and costs_fen >= 0 and costs_fen <= gross_fen and to_pool_fen >= 0)
    or (source = 'claim' and gross_fen = 0 and costs_fen = 0 and to_pool_fen <> 0)
    or (source = 'loan' and gross_fen <> 0 and costs_fen = 0 and to_pool_fen >= 0));
