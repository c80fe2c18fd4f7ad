-- The day on which a second look that nobody took in time was told on: to the bank's managers, the firm and the platform.
alter table restatement_notice add column escalated_on date;
grant update (escalated_on) on restatement_notice to xinqiao_app, xinqiao_batch;
create index restatement_notice_due on restatement_notice (due_on) where state = 'open' and kind = 'second-look' and escalated_on is null;
