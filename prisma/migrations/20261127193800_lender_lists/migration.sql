-- Lists of lenders (经办机构名单) that schemes name, such as the 21 banks of the central service subsidy, on which an institution stands.
alter table institution add column lender_lists text[] not null default '{}';
