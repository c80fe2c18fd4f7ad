-- A back-test that broke off says so, when and why; one whose worker was lost is told by when it was last heard of.
alter table signal_backtest drop constraint signal_backtest_state_check;
alter table signal_backtest add constraint signal_backtest_state_check check (state in ('ordered', 'running', 'done', 'failed'));
alter table signal_backtest add column failure text check (failure in ('database', 'fault'));
alter table signal_backtest add column told_at timestamptz(3);
alter table signal_backtest add constraint backtest_failed
  check ((state = 'failed') = (failure is not null) and (state <> 'failed' or finished_at is not null));
