-- A new determination of a paid claim shares earlier recoveries anew: the pool's difference is a row without proceeds.
alter table claim_recovery drop constraint claim_recovery_amounts;
alter table claim_recovery add constraint claim_recovery_amounts check (
  (gross_fen > 0 and costs_fen >= 0 and costs_fen <= gross_fen and to_pool_fen >= 0)
  or (gross_fen = 0 and costs_fen = 0 and to_pool_fen <> 0));
