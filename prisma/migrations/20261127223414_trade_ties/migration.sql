-- Whom a firm trades with, by published awards of contracts (business.bid): a tie like the register's, which makes no group.
-- The reference of an award is the buyer's credit code; where it is the number of a tender there is no tie.
alter table relation drop constraint relation_kind_check;
alter table relation add constraint relation_kind_check
  check (kind in ('legal-representative', 'shareholder', 'controller', 'guarantee', 'trade'));
alter table relation add column amount_fen bigint;
insert into relation (enterprise_id, id, kind, party, party_name, party_enterprise_id, amount_fen, since, until)
select f.enterprise_id, f.id, 'trade', f.detail->>'reference', coalesce(f.detail->>'note', f.detail->>'reference'), p.id,
       f.amount_fen, f.occurred_on, f.ended_on
from current_fact f left join enterprise p on p.uscc = f.detail->>'reference'
where f.item = 'business.bid' and f.detail->>'reference' ~ '^[0-9A-HJ-NPQRTUWXY]{18}$';
