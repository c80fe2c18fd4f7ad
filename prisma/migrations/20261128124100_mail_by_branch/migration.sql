-- What the wall between branches lets a person at a branch read in the inbox, asked for somebody else: mail counts nothing more.
create function branch_gets(branch uuid, href text, params jsonb) returns boolean language sql stable as $$
  select coalesce(params ->> 'branch', branch::text) = branch::text
    and case substring(href from '^/bank/(applications|loans|alerts|claims|restatements)/[0-9a-f-]{36}')
      when 'applications' then exists (
        select 1 from application a where a.id = substring(href from 20 for 36)::uuid and a.branch_id = branch)
      when 'loans' then exists (
        select 1 from loan l join application a on a.id = l.application_id
        where l.id = substring(href from 13 for 36)::uuid and a.branch_id = branch)
      when 'alerts' then exists (
        select 1 from alert t join loan l on l.id = t.loan_id join application a on a.id = l.application_id
        where t.id = substring(href from 14 for 36)::uuid and a.branch_id = branch)
      when 'claims' then exists (
        select 1 from compensation_claim c join loan l on l.id = c.loan_id join application a on a.id = l.application_id
        where c.id = substring(href from 14 for 36)::uuid and a.branch_id = branch)
      when 'restatements' then exists (
        select 1 from restatement_notice n left join application a on a.id = n.application_id
        where n.id = substring(href from 20 for 36)::uuid and (n.application_id is null or a.branch_id = branch))
      else true end $$;
