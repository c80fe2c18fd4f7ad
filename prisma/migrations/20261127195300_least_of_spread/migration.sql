-- How many firms a group needs to be compared within is policy data; a spread keeps the figure that it was measured under.
alter table score_spread add column least integer not null default 20;
alter table score_spread alter column least drop default;
alter table score_spread drop constraint score_spread_firms_check;
alter table score_spread add constraint score_spread_firms_check check (least > 1 and firms >= least);
