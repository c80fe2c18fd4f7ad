-- Firms let banks know them by name for two aims: to be led to a first loan, or to hear of offers (for a year at a time).
alter table cultivation add column aim text not null default 'first-loan';
alter table cultivation add constraint cultivation_aim_check check (aim in ('first-loan', 'offers'));
drop index one_cultivation;
create unique index one_cultivation on cultivation (enterprise_id, aim) where left_at is null;
drop index cultivation_open_idx;
create index cultivation_open_idx on cultivation (aim, joined_at) where left_at is null;
