-- A guarantor claims for itself on a guaranteed loan, under its contract; and a claim says who else bears the loss:
-- every party of every contract with its fen.
alter table compensation_claim add column guarantor_id uuid, add column contract_id uuid,
  add column payers jsonb not null default '[]';
alter table compensation_claim add constraint guarantor_claim
  check ((guarantor_id is null) = (contract_id is null) and (guarantor_id is null or mode = 'guarantor'));
create index compensation_claim_guarantor_id_idx on compensation_claim (guarantor_id) where guarantor_id is not null;
alter policy read_parties on compensation_claim
  using (enterprise_id = actor_enterprise() or institution_id = actor_institution() or guarantor_id = actor_institution()
         or actor_reaches_any());
