-- A lender follows what became of its own borrowers, and of nobody else.
drop policy register_for_lenders on enterprise_succession;
create policy register_for_lenders on enterprise_succession for select to xinqiao_app
  using (kind in ('merge', 'split', 'undo') and exists (
    select 1 from loan l
    where l.enterprise_id = enterprise_succession.enterprise_id and l.institution_id = actor_institution()));

-- Who asked for people instead of automation is known to the firm, to the banks it applied to, and to the platform.
drop policy read_wish on human_review;
create policy read_wish on human_review for select to xinqiao_app
  using (enterprise_id = actor_enterprise() or enterprise_id = actor_subject() or actor_reaches_any() or exists (
    select 1 from application a
    where a.enterprise_id = human_review.enterprise_id and a.institution_id = actor_institution()));
