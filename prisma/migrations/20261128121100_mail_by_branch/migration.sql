-- Whether a message is for somebody of a branch, as the policy of the inbox says to that person: mail is sent by the worker, which sees every branch.
create function notice_is_for(href text, params jsonb, p_branch uuid) returns boolean language sql stable as $$
  select coalesce(params ->> 'branch', p_branch::text) = p_branch::text
    and case substring(href from '^/bank/(applications|loans|alerts|claims|restatements)/[0-9a-f-]{36}')
      when 'applications' then exists (
        select 1 from application a where a.id = substring(href from 20 for 36)::uuid and a.branch_id = p_branch)
      when 'loans' then exists (
        select 1 from loan l join application a on a.enterprise_id = l.enterprise_id and a.id = l.application_id
        where l.id = substring(href from 13 for 36)::uuid and a.branch_id = p_branch)
      when 'alerts' then exists (
        select 1 from alert w join loan l on l.enterprise_id = coalesce(w.borrower_id, w.enterprise_id) and l.id = w.loan_id
        join application a on a.enterprise_id = l.enterprise_id and a.id = l.application_id
        where w.id = substring(href from 14 for 36)::uuid and a.branch_id = p_branch)
      when 'claims' then exists (
        select 1 from compensation_claim c join loan l on l.enterprise_id = c.enterprise_id and l.id = c.loan_id
        join application a on a.enterprise_id = l.enterprise_id and a.id = l.application_id
        where c.id = substring(href from 14 for 36)::uuid and a.branch_id = p_branch)
      when 'restatements' then exists (
        select 1 from restatement_notice n
        where n.id = substring(href from 20 for 36)::uuid and (n.application_id is null or exists (
          select 1 from application a where a.enterprise_id = n.enterprise_id and a.id = n.application_id and a.branch_id = p_branch)))
      else true end $$;
