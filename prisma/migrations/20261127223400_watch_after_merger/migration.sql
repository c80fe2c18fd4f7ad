-- Who answers for the debts of a firm that was absorbed or divided, through any number of steps.
create view answering_firm with (security_invoker = true) as
  with recursive gone as (
    select enterprise_id, successor_id from standing_succession where kind in ('merge', 'split')
    union
    select g.enterprise_id, s.successor_id
    from gone g join standing_succession s on s.enterprise_id = g.successor_id and s.kind in ('merge', 'split'))
  select g.enterprise_id, g.successor_id from gone g
  where not exists (select 1 from standing_succession s where s.enterprise_id = g.successor_id and s.kind in ('merge', 'split'));
grant select on answering_firm to xinqiao_app, xinqiao_batch;

-- Loans with the firm that is watched over them: the borrower, or each of those who answer for it.
create view watched_loan with (security_invoker = true) as
  select l.id, coalesce(a.successor_id, l.enterprise_id) as enterprise_id, l.enterprise_id as borrower_id, l.institution_id,
         l.application_id, l.state
  from loan l left join answering_firm a on a.enterprise_id = l.enterprise_id;
grant select on watched_loan to xinqiao_app, xinqiao_batch;

-- An alert about a firm that took over a loan: who signed the contract. Null where the firm itself did.
alter table alert add column borrower_id uuid;
