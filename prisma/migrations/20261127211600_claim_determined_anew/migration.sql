-- A paid claim on which more is owed than was paid, since a repayment was undone: it waits to be determined anew.
alter table compensation_claim drop constraint compensation_claim_waits;
alter table compensation_claim add constraint compensation_claim_waits check (waits in ('pool', 'limit', 'fuse', 'turn', 'anew'));
