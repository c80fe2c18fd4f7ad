-- Joint modelling: a hash of the rows that outcomes and features gave together. A study of the same firms whose data changed since is not answered.
alter table joint_outcome add column joined text;
