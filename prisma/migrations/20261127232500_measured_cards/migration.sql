-- A card that a bank brought is measured inside on outcomes of the bank: a study that trains nothing.
alter table joint_study add column measures uuid;
