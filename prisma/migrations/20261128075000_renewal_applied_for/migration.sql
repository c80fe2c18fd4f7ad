-- A firm applies to renew a loan before it matures (无还本续贷): one open application a loan, beside those for new money.
alter table application add column renews_loan_id uuid;
alter table application add constraint renewal_is_named check (renews_loan_id is null or purpose = 'renewal');
drop index one_live_application;
create unique index one_live_application on application (enterprise_id, product_id)
  where state not in ('declined', 'withdrawn', 'returned', 'lapsed', 'disbursed') and renews_loan_id is null;
create unique index one_live_renewal on application (enterprise_id, renews_loan_id)
  where state not in ('declined', 'withdrawn', 'returned', 'lapsed', 'disbursed') and renews_loan_id is not null;
